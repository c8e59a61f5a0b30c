/* The result file of `repair`, format orefolio-repair/1. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_REPAIRS_H
#define OPTIMIZER_WRITE_JSON_WRITE_REPAIRS_H

#include "base/diagnostics.h"
#include "orefolio/round.h"
#include "orefolio/study/repair.h"

/** Write what was found to `path` ("-" = stdout); NULL = the round has a
 * portfolio, and nothing to repair. */
ORE_MUST_USE ore_status ore_write_repairs(const ore_round *round,
                                          const ore_repairs *repairs,
                                          const char *path, ore_diags *diags);

#endif
