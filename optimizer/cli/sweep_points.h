/* The points of a sweep: the round itself, its scenarios, every uncertain
 * figure low and high by itself, points of a frontier, and samples. */
#ifndef OPTIMIZER_CLI_SWEEP_POINTS_H
#define OPTIMIZER_CLI_SWEEP_POINTS_H

#include "base/diag.h"
#include "cli/options.h"
#include "orefolio/plan.h"
#include "orefolio/sweep.h"

/** A sweep that is being laid out. */
typedef struct ore_laying {
    const ore_options *options; /**< points, and how the ends of the frontier
                                     are solved */
    const char *path;           /**< of the round file */
    const ore_plan *plan;       /**< the round */
    ore_sweep *sweep;  /**< with over, n_samples and seed; gets its points */
    const char *order; /**< "goals.order=…" of every point; NULL = its own */
    ore_point *points; /**< of the sweep, while they are added */
    ore_diags *diags;
} ore_laying;

/** Add all points and see that each is a round that can be read: factors may
 * leave what a key or column allows. Solves the ends of the frontier. */
ORE_MUST_USE ore_status ore_lay_out(ore_laying *laying);

#endif
