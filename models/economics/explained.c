/* What reports tell of a decision that was turned round. */
#include <math.h>

#include "orefolio/goal.h"
#include "orefolio/study/explanation.h"
#include "orefolio/tolerances.h"

double ore_goal_uncertainty(const ore_goal_outcome *outcome)
{
    return !isfinite(outcome->bound) ? nan("")
           : outcome->gap <= ORE_TOLERANCE_PROVEN
               ? 0.0
               : fabs(outcome->value - outcome->bound);
}

const char *ore_flip_name(ore_flip_kind kind)
{
    static const char *const names[ORE_FLIPS] = {
        [ORE_FLIP_COST] = "capital_cost",
        [ORE_FLIP_SUCCESS] = "success_probability",
        [ORE_FLIP_OUTPUT] = "output",
        [ORE_FLIP_ACCOUNTS] = "accounts"};

    return names[kind];
}

double ore_explained_loss(const ore_round *round, const ore_result *result,
                          const ore_result *other, int g, double *within)
{
    const double sign =
        ore_objective_is_maximised(&round->goals[g]) ? -1.0 : 1.0;
    const double own = result->goals[g].value;
    const double loss = sign * (other->goals[g].value - own);
    const double mine = ore_goal_uncertainty(&result->goals[g]);
    const double theirs = ore_goal_uncertainty(&other->goals[g]);

    *within = isnan(mine) || isnan(theirs) ? nan("") : fmax(mine, theirs);
    return fabs(loss) <= ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(own)) ? 0.0
                                                                    : loss;
}
