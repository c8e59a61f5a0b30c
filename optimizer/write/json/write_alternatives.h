/* The result file of `alternatives`, format orefolio-alternatives/1. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_ALTERNATIVES_H
#define OPTIMIZER_WRITE_JSON_WRITE_ALTERNATIVES_H

#include "base/diagnostics.h"
#include "orefolio/round.h"
#include "orefolio/study/alternatives.h"

/** Write what was found beside the recommended portfolio to `path` ("-" =
 * stdout). */
ORE_MUST_USE ore_status ore_write_alternatives(const ore_round *round,
                                               const ore_result *result,
                                               const ore_alternatives *all,
                                               const char *path,
                                               ore_diags *diags);

#endif
