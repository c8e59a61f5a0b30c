/* The result file of `diff`, format orefolio-diff/1. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_CAUSES_H
#define OPTIMIZER_WRITE_JSON_WRITE_CAUSES_H

#include "base/diagnostics.h"
#include "orefolio/study/causes.h"

/** Write it to `path` ("-" = stdout). */
ORE_MUST_USE ore_status ore_write_causes(const ore_causes_told *told,
                                         const char *path, ore_diags *diags);

#endif
