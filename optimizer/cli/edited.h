/* A round with something else in it, for questions of the kind "what if". */
#ifndef OPTIMIZER_CLI_EDITED_H
#define OPTIMIZER_CLI_EDITED_H

#include "orefolio/plan.h"
#include "write/re_solved.h"

/** A copy of the plan to be edited by what follows; end with ore_plan_free. It
 * borrows from `plan` whatever is not edited. */
ore_plan *ore_edited_new(const ore_plan *plan);

/** Leave only the first goal. */
void ore_edit_first_goal(ore_plan *edited);
/** Project p must go ahead. */
void ore_edit_force(ore_plan *edited, int p);
/** All options of project p cost `factor` of their capital cost; what its
 * sponsor and its banks can give stays, limits that are shares of capital cost
 * follow. */
void ore_edit_scale(ore_plan *edited, int p, double factor);
/** Move a limit that is there by its step: a floor down, a cap up. */
void ore_edit_relax(ore_plan *edited, ore_limit limit, double step);

/** One step of a limit: a tenth of the round's own figure for money, flows,
 * values and attributes, 1 for counts, 0.05 for shares; 0 when the round has no
 * such limit, or a limit of 0. */
double ore_limit_step(const ore_plan *plan, ore_limit limit);

#endif
