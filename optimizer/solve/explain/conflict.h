/* Which limits make a round infeasible. */
#ifndef OPTIMIZER_SOLVE_EXPLAIN_CONFLICT_H
#define OPTIMIZER_SOLVE_EXPLAIN_CONFLICT_H

#include "solve/presolve/scaling.h"

/** Fill the conflict of an infeasible result (iis.h): limits that cannot all be
 * kept, in the order of the input, each with what the others ask of it, in the
 * units of the round's program `model`. After Ctrl-C, a fault of the solver, or
 * at `deadline_s` on the clock of ore_now_s there are none. */
void ore_explain_conflict(const ore_scaling *scaling, const ore_model *model,
                          double deadline_s, ore_result *result);

#endif
