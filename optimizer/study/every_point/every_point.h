/* Every point of a frontier between two goals: the portfolios that no other
 * beats in one of both goals without being worse in the other. */
#ifndef OPTIMIZER_STUDY_EVERY_POINT_H
#define OPTIMIZER_STUDY_EVERY_POINT_H

#include "base/diagnostics.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/statistics.h"
#include "orefolio/study/study.h"
#include "study/settings.h"

/** Most points of an enumeration: what a sheet and its reader can take. */
enum { ORE_MAX_EVERY_POINT = 1000 };

/** An enumeration. Set up the first part; the rest is what comes out. */
typedef struct ore_every_point {
    const ore_study_settings *settings; /**< of every solve, each by one
                                             process */
    int jobs;         /**< solves at a time, of ore_study_jobs */
    const char *over; /**< a goal of the round's order, not its first */
    ore_round *round; /**< the round; borrowed */
    int most;         /**< points, after which no others are sought */
    double work_s;    /**< of all solves together; HUGE_VAL */
    double until_s;   /**< on the clock of ore_now_s; HUGE_VAL */
    ore_diags *diags;

    ore_frontier frontier;     /**< of those below */
    ore_run *runs;             /**< owned */
    double *may_be;            /**< owned */
    ore_result *own;           /**< the round's; owned; NULL = none */
    ore_statistics statistics; /**< of the round's own solve */
    ore_status status;         /**< ORE_OK, or what ended it all */
    bool is_broken;            /**< a process broke down, which was told */
} ore_every_point;

/** Solve the round, both ends, and the limits in between. After Ctrl-C, or
 * where work, time or points are used up, what is there stays, and the frontier
 * tells between which points there may be others. Without a portfolio of the
 * round itself there is no frontier: `status` and diagnostics say why. The
 * caller ends with ore_every_point_free in any case. */
void ore_every_point_find(ore_every_point *every);
void ore_every_point_free(ore_every_point *every);

#endif
