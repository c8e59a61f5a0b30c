/* --json of `diff` where it is given result files. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_TOLD_H
#define OPTIMIZER_WRITE_JSON_WRITE_TOLD_H

#include "base/diagnostics.h"
#include "orefolio/study/told_results.h"

/** Write the file, whose format is orefolio-differences/1. */
ORE_MUST_USE ore_status ore_write_told(const ore_told_results *results,
                                       const char *path, ore_diags *diags);

#endif
