/* A round with something else in it, for questions of the kind "what if". */
#ifndef OPTIMIZER_STUDY_EDITED_ROUND_H
#define OPTIMIZER_STUDY_EDITED_ROUND_H

#include "orefolio/round.h"
#include "orefolio/trade_offs.h"

/** A copy of the plan to be edited by what follows; end with ore_round_free. It
 * borrows from `plan` whatever is not edited. */
ore_round *ore_edited_new(const ore_round *round);

/** Leave only the first goal. */
void ore_edit_first_goal(ore_round *edited);
/** Project p must go ahead. */
void ore_edit_force(ore_round *edited, int p);
/** All options of project p cost `factor` of their capital cost; what its
 * sponsor and its banks can give stays, limits that are shares of capital cost
 * follow. */
void ore_edit_scale(ore_round *edited, int p, double factor);
/** Move a limit that is there by its step: a floor down, a cap up. */
void ore_edit_relax(ore_round *edited, ore_limit limit, double step);

/** One step of a limit: a tenth of the round's own figure for money, flows,
 * values and attributes, 1 for counts, 0.05 for shares; 0 when the round has no
 * such limit, or a limit of 0. */
double ore_limit_step(const ore_round *round, ore_limit limit);

#endif
