/* What a portfolio is worth when another case comes true. */
#ifndef OPTIMIZER_STUDY_SWEEP_REGRET_H
#define OPTIMIZER_STUDY_SWEEP_REGRET_H

#include "orefolio/result.h"
#include "orefolio/round.h"
#include "solve/solve.h"

/** The first goal of `chosen_round` when the projects that `chosen` decided for
 * it (by id, option and year) go ahead in `round`, financed and run as well as
 * they then can be. *value is NAN unless ORE_OK or, when it may be better than
 * was found in the time, ORE_STOPPED; ORE_INFEASIBLE: the case does not allow
 * them; anything else: it is not known. */
ORE_MUST_USE ore_status ore_regret_value(const ore_round *chosen_round,
                                         const ore_result *chosen,
                                         const ore_round *round,
                                         const ore_solve_settings *settings,
                                         double *value);

/** Whether both decide for the same projects, by id, option and year. */
bool ore_regret_same_projects(const ore_round *a_round, const ore_result *a,
                              const ore_round *b_round, const ore_result *b);

#endif
