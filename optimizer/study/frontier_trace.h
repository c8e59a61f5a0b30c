/* The points of a frontier, solved: the end where the other goal is best, the
 * round itself, and points between them by halves. */
#ifndef OPTIMIZER_STUDY_FRONTIER_TRACE_H
#define OPTIMIZER_STUDY_FRONTIER_TRACE_H

#include "base/diagnostics.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/statistics.h"
#include "orefolio/study/study.h"
#include "study/settings.h"
#include "study/tasks.h"

struct ore_trace_spot;

/** A frontier under way. Set up the first part; the rest is what comes out. */
typedef struct ore_trace {
    const ore_study_settings *settings; /**< of every solve, each by one
                                             process */
    int jobs;              /**< solves at a time, of ore_study_jobs */
    const char *path;      /**< of the round file, which can be read again */
    const char *over;      /**< a goal of the round's order, not its first */
    ore_round *round;      /**< the round; borrowed */
    const ore_result *own; /**< the round's, if it is there; NULL = solve it */
    int n;                 /**< points, ORE_MIN_POINTS or more; fewer when
                                there is nothing between the ends */
    double until_s;        /**< of the whole command, on the clock of ore_now_s;
                                HUGE_VAL */
    /** Called for the round itself, then for each point in its order, as soon
     * as it and those before are solved. May be NULL. */
    void (*tell)(const struct ore_trace *trace, int i);
    void *data; /**< for `tell` */
    ore_diags *diags;

    ore_run *runs;             /**< [n] by limit, the round itself last */
    ore_statistics statistics; /**< of the round's own solve */
    ore_status status;         /**< ORE_OK, or what ended it all */
    bool is_broken; /**< a point could not be read again, or its process broke
                         down, which was told */

    struct ore_trace_spot *spots; /* [n] */
    int *tasks;                   /* [n] point that a task solves */
    int n_begun, n_told;
    ore_tasks team;
    ore_solve_settings next; /* of the point that begins */
} ore_trace;

/** Solve the points; after Ctrl-C those that are there stay. Without a
 * portfolio of the round itself there is no frontier: trace->status and
 * diagnostics say why. The caller ends with ore_trace_free in any case. */
void ore_trace_frontier(ore_trace *trace);

/** The result of the round itself; NULL = none. It lives as long as the trace.
 */
const ore_result *ore_trace_result(const ore_trace *trace);

/** Whether all points are there and proven: ORE_OK or ORE_STOPPED. */
ore_status ore_trace_worst(const ore_trace *trace);

void ore_trace_free(ore_trace *trace);

#endif
