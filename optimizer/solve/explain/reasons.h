/* Why a project is not in the portfolio. */
#ifndef OPTIMIZER_SOLVE_EXPLAIN_REASONS_H
#define OPTIMIZER_SOLVE_EXPLAIN_REASONS_H

#include "solve/presolve/scaling.h"

/** Give every project of the result that is not chosen its reason, found by
 * solving: alone, and beside the chosen ones. What is not found by `deadline_s`
 * (on the clock of ore_now_s) is told to be unknown. */
void ore_explain_reasons(const ore_scaling *scaling, double deadline_s,
                         ore_result *result);

#endif
