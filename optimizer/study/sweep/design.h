/* The points of a sweep: the round itself, its scenarios, every uncertain
 * figure low and high by itself, points of a frontier, and samples. */
#ifndef OPTIMIZER_STUDY_SWEEP_DESIGN_H
#define OPTIMIZER_STUDY_SWEEP_DESIGN_H

#include "base/diagnostics.h"
#include "orefolio/round.h"
#include "orefolio/study/sweep.h"
#include "study/settings.h"

/** A sweep that is being laid out. */
typedef struct ore_design {
    const ore_study_settings *settings; /**< of the command line: what it
                                             changes is part of every point */
    int n_frontier;                     /**< points of the frontier */
    const char *path;                   /**< of the round file */
    const ore_round *round;             /**< the round */
    ore_sweep *sweep;  /**< with over, n_samples and seed; gets its points */
    const char *order; /**< "goals.order=…" of every point; NULL = its own */
    ore_design_point *points; /**< of the sweep, while they are added */
    ore_diags *diags;
} ore_design;

/** Add all points and see that each is a round that can be read: factors may
 * leave what a key or column allows. Solves the ends of the frontier. */
ORE_MUST_USE ore_status ore_design_lay_out(ore_design *laying);

#endif
