/* What to change in a round that no portfolio satisfies. */
#ifndef OPTIMIZER_STUDY_REPAIR_REPAIR_H
#define OPTIMIZER_STUDY_REPAIR_REPAIR_H

#include "orefolio/study/repair.h"
#include "study/settings.h"

/** What seeking takes part in. Borrowed. */
typedef struct ore_repairing {
    const ore_round *round;      /**< that is known to be infeasible */
    ore_solve_settings settings; /**< of every re-solve, without starts */
    const ore_study_watch *watch;
    int jobs;
    int max;        /**< repairs that are listed */
    double until_s; /**< on the clock of ore_now_s; then nothing is asked */
} ore_repairing;

/** Find the smallest sets of concessions that let a portfolio exist: single
 * ones, else pairs, else sets of three. Each question is a task of its own: the
 * answers do not depend on `jobs`. The caller ends them with
 * ore_repairs_free. */
ore_repairs ore_repair_find(const ore_repairing *asked);

#endif
