/* What two portfolios can differ by in a goal. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_OBJECTIVE_STEP_H
#define OPTIMIZER_SOLVE_PRESOLVE_OBJECTIVE_STEP_H

#include "program/program.h"

/** The values of goal g are whole multiples of this, apart from a constant: of
 * two different ones the better is better by as much. 0 = no such step is
 * known: a real column counts towards the goal, or figures with more than
 * three decimals. */
double ore_objective_step(const ore_model *model, int g);

#endif
