/* What a portfolio is worth when another case comes true. */
#ifndef OPTIMIZER_CLI_REGRET_H
#define OPTIMIZER_CLI_REGRET_H

#include "orefolio/plan.h"
#include "orefolio/result.h"
#include "solve/solve.h"

/** The first goal of `chosen_plan` when the projects that `chosen` decided for
 * it (by id, option and year) go ahead in `plan`, financed and run as well as
 * they then can be. *value is NAN unless ORE_OK or, when it may be better than
 * was found in the time, ORE_STOPPED; ORE_INFEASIBLE: the case does not allow
 * them; anything else: it is not known. */
ORE_MUST_USE ore_status ore_value_elsewhere(const ore_plan *chosen_plan,
                                            const ore_result *chosen,
                                            const ore_plan *plan,
                                            const ore_solve_settings *settings,
                                            double *value);

/** Whether both decide for the same projects, by id, option and year. */
bool ore_are_same_projects(const ore_plan *a_plan, const ore_result *a,
                           const ore_plan *b_plan, const ore_result *b);

#endif
