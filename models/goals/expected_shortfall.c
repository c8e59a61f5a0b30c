/* expected_shortfall: the mean over the base case and all disruptions.
 *
 *   minimise  sum over cases w of  probability[w] S[w] */
#include "economics/shortfall.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    for (int w = -1; w < round->n_disruptions; w++) {
        ore_expression_add_shortfall(round, variables, use, sum,
                                     ore_disruption_probability(round, w), w);
    }
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    double mean = 0.0;

    for (int w = -1; w < round->n_disruptions; w++) {
        mean += ore_disruption_probability(round, w) *
                ore_shortfall(round, result, use, w);
    }
    return mean;
}

const ore_goal ore_goal_expected_shortfall = {
    .name = "expected_shortfall",
    .label = "Expected shortfall",
    .unit = "weighted target-years",
    .summary = "mean of the shortfall over what may happen, by probability",
    .emit = emit,
    .value = value,
};
