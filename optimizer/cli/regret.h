/* What a portfolio is worth when another case comes true. */
#ifndef OPTIMIZER_CLI_REGRET_H
#define OPTIMIZER_CLI_REGRET_H

#include "orefolio/plan.h"
#include "orefolio/result.h"
#include "solve/solve.h"

/** The first goal's value when the projects that `chosen` decided for
 * `chosen_plan` (by id, option and year) go ahead in `plan`, financed and run
 * as well as they then can be; NAN when the case does not allow them, or time
 * runs out. */
double ore_value_elsewhere(const ore_plan *chosen_plan,
                           const ore_result *chosen, const ore_plan *plan,
                           const ore_solve_settings *settings);

#endif
