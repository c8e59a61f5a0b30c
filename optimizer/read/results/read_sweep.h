/* Reading what a sweep is to solve. */
#ifndef OPTIMIZER_READ_RESULTS_READ_SWEEP_H
#define OPTIMIZER_READ_RESULTS_READ_SWEEP_H

#include "base/diagnostics.h"
#include "orefolio/study/sweep.h"

/** Read sweep.json at `path`. On ORE_OK the caller ends with ore_sweep_free;
 * otherwise there are diagnostics with their position. */
ORE_MUST_USE ore_status ore_read_sweep(const char *path, ore_diags *diags,
                                       ore_sweep **sweep);

#endif
