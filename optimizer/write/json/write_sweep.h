/* Writing what a sweep is to solve. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_SWEEP_H
#define OPTIMIZER_WRITE_JSON_WRITE_SWEEP_H

#include "base/diagnostics.h"
#include "orefolio/study/sweep.h"

/** Write the sweep to `path`, whole or not at all. */
ORE_MUST_USE ore_status ore_write_sweep(const ore_sweep *sweep,
                                        const char *path, ore_diags *diags);

#endif
