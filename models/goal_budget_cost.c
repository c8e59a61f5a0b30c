/* budget_cost: what the round charges to its accounts, less the money that
 * projects save when a bonus pair goes ahead together.
 *
 *   minimise  sum over f, o, s of rate[f,o,s] a[f,o,s]
 *             + what stockpiles buy
 *             - sum over bonus links of value * both */
#include "orefolio/timing.h"
#include "registry.h"
#include "sums.h"

static void emit(const ore_plan *plan, const ore_vars *vars,
                 const ore_goal_use *use, const ore_sum *sum)
{
    (void)use;
    ore_sum_awards(plan, vars, sum, true);
    ore_sum_bonuses(plan, vars, sum, -1.0);
    for (int at = 0; at < plan->n_stockpiles * plan->n_years; at++) {
        ore_sum_put(sum,
                    ore_stock_cost_m(plan,
                                     &plan->stockpiles[at / plan->n_years],
                                     at % plan->n_years),
                    vars->buy[at]);
    }
}

static double value(const ore_plan *plan, const ore_result *result,
                    const ore_goal_use *use)
{
    (void)use;
    return ore_funder_charge_m(plan, result, -1) - ore_bonus_m(plan, result);
}

const ore_goal ore_goal_budget_cost = {
    .name = "budget_cost",
    .label = "Budget cost",
    .label_ja = "予算コスト",
    .unit = "M",
    .unit_ja = "百万",
    .summary = "what commitments charge to the accounts, less bonuses",
    .emit = emit,
    .value = value,
};
