/* cvar_shortfall: the mean of the worst 1 - level of all worlds, conditional
 * value at risk.
 *
 *   minimise  threshold + sum over w of probability[w] excess[w] / (1 - level)
 *   excess[w] >= S[w] - threshold                    (family_risk.c)
 *
 * Source: R. T. Rockafellar and S. Uryasev, Optimization of conditional
 * value-at-risk, Journal of Risk 2 (2000) 21-41. */
#include <math.h>

#include "registry.h"
#include "shortfall.h"

static void emit(const ore_plan *plan, const ore_vars *vars,
                 const ore_goal_use *use, const ore_sum *sum)
{
    ore_sum_put(sum, 1.0, vars->threshold);
    for (int w = -1; w < plan->n_disruptions; w++) {
        const int at = w < 0 ? plan->n_disruptions : w;

        ore_sum_put(sum, ore_world_probability(plan, w) / (1.0 - use->level),
                    vars->excess[at]);
    }
}

static double value(const ore_plan *plan, const ore_result *result,
                    const ore_goal_use *use)
{
    const double threshold = ore_shortfall_threshold(plan, result, use);
    double sum = threshold;

    for (int w = -1; w < plan->n_disruptions; w++) {
        sum += ore_world_probability(plan, w) / (1.0 - use->level) *
               fmax(0.0, ore_shortfall(plan, result, use, w) - threshold);
    }
    return sum;
}

const ore_goal ore_goal_cvar_shortfall = {
    .name = "cvar_shortfall",
    .label = "CVaR of the shortfall",
    .label_ja = "供給不足のCVaR",
    .unit = "target-years unmet",
    .unit_ja = "未達目標年",
    .summary = "mean shortfall of the worst worlds, 1 - level of all",
    .emit = emit,
    .value = value,
};
