/* cvar_shortfall: the mean of the worst 1 - level of all cases, conditional
 * value at risk.
 *
 *   minimise  threshold + sum over w of probability[w] excess[w] / (1 - level)
 *   excess[w] >= S[w] - threshold                    (families/risk.c)
 *
 * Source: R. T. Rockafellar and S. Uryasev, Optimization of conditional
 * value-at-risk, Journal of Risk 2 (2000) 21-41. */
#include <math.h>

#include "economics/shortfall.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    ore_expression_add(sum, 1.0, variables->value_at_risk);
    for (int w = -1; w < round->n_disruptions; w++) {
        const int at = w < 0 ? round->n_disruptions : w;

        ore_expression_add(
            sum, ore_disruption_probability(round, w) / (1.0 - use->level),
            variables->tail_excess[at]);
    }
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    const double threshold = ore_shortfall_value_at_risk(round, result, use);
    double sum = threshold;

    for (int w = -1; w < round->n_disruptions; w++) {
        sum += ore_disruption_probability(round, w) / (1.0 - use->level) *
               fmax(0.0, ore_shortfall(round, result, use, w) - threshold);
    }
    return sum;
}

const ore_goal ore_goal_cvar_shortfall = {
    .name = "cvar_shortfall",
    .label = "CVaR of the shortfall",
    .unit = "weighted target-years",
    .summary = "mean shortfall of the worst worlds, 1 - level of all",
    .emit = emit,
    .value = value,
};
