/* How much of what is given up is needed for a portfolio to exist. */
#ifndef OPTIMIZER_STUDY_REPAIR_LEAST_AMOUNT_H
#define OPTIMIZER_STUDY_REPAIR_LEAST_AMOUNT_H

#include "orefolio/study/trade_offs.h"
#include "solve/solve.h"
#include "study/repair/concessions.h"

typedef struct ore_least_asking {
    const ore_concessions *all;
    ore_solve_settings settings;
    double until_s; /**< on the clock of ore_now_s */
} ore_least_asking;

/** Whether the round has a portfolio when all of the set is given up. If so,
 * amounts are reduced one after the other, the rest standing, until half a
 * percent less is not enough (*is_least: all of that is shown), and the round
 * is solved with them and verified: *result, the caller's. */
ore_answer ore_least_amounts(const ore_least_asking *asking, ore_given *given,
                             bool *is_least, ore_result **result);

#endif
