/* expected_shortfall: the mean over the worlds.
 *
 *   minimise  sum over worlds w of  probability[w] S[w] */
#include "registry.h"
#include "shortfall.h"

static void emit(const ore_plan *plan, const ore_vars *vars,
                 const ore_goal_use *use, const ore_sum *sum)
{
    for (int w = -1; w < plan->n_disruptions; w++) {
        ore_sum_shortfall(plan, vars, use, sum, ore_world_probability(plan, w),
                          w);
    }
}

static double value(const ore_plan *plan, const ore_result *result,
                    const ore_goal_use *use)
{
    double mean = 0.0;

    for (int w = -1; w < plan->n_disruptions; w++) {
        mean += ore_world_probability(plan, w) *
                ore_shortfall(plan, result, use, w);
    }
    return mean;
}

const ore_goal ore_goal_expected_shortfall = {
    .name = "expected_shortfall",
    .label = "Expected shortfall",
    .label_ja = "期待供給不足",
    .unit = "target-years unmet",
    .unit_ja = "未達目標年",
    .summary = "mean of the shortfall over what may happen, by probability",
    .emit = emit,
    .value = value,
};
