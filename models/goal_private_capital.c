/* private_capital: sponsor equity and bank debt that the round mobilises.
 *
 *   maximise  sum over o, s of equity[o,s] + debt[o,s] */
#include "registry.h"

static void emit(const ore_plan *plan, const ore_vars *vars,
                 const ore_goal_use *use, const ore_sum *sum)
{
    (void)use;
    for (int at = 0; at < plan->n_options * plan->n_commit; at++) {
        ore_sum_put(sum, 1.0, vars->equity[at]);
        ore_sum_put(sum, 1.0, vars->debt[at]);
    }
}

static double value(const ore_plan *plan, const ore_result *result,
                    const ore_goal_use *use)
{
    double sum_m = 0.0;

    (void)use;
    for (int p = 0; p < plan->n_projects; p++) {
        sum_m += result->equity_m[p] + result->debt_m[p];
    }
    return sum_m;
}

const ore_goal ore_goal_private_capital = {
    .name = "private_capital",
    .label = "Private capital",
    .label_ja = "民間資金",
    .unit = "M",
    .unit_ja = "百万",
    .summary = "sponsor equity and bank debt mobilised; maximised",
    .maximise = true,
    .emit = emit,
    .value = value,
};
