/* worst_shortfall: the largest over all disruptions, the base case included.
 *
 *   minimise  worst,  worst >= S[w] for all w        (families/risk.c) */
#include <math.h>

#include "economics/shortfall.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    (void)round;
    (void)use;
    ore_expression_add(sum, 1.0, variables->worst);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    double worst = 0.0;

    for (int w = -1; w < round->n_disruptions; w++) {
        worst = fmax(worst, ore_shortfall(round, result, use, w));
    }
    return worst;
}

const ore_goal ore_goal_worst_shortfall = {
    .name = "worst_shortfall",
    .label = "Worst shortfall",
    .unit = "weighted target-years",
    .summary = "largest shortfall over what may happen",
    .emit = emit,
    .value = value,
};
