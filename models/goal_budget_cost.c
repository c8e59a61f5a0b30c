/* budget_cost: what the round charges to its accounts, less the money that
 * projects save when a bonus pair goes ahead together.
 *
 *   minimise  sum over f, o, s of subsidy_rate[f] a[f,o,s]
 *             - sum over bonus links of value * both */
#include "registry.h"
#include "sums.h"

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model,
                 int g)
{
    ore_put_awards_goal(plan, vars, model, g, true);
    ore_put_bonus_goal(plan, vars, model, g, -1.0);
}

static double value(const ore_plan *plan, const ore_result *result, int g)
{
    double cost_m = -ore_bonus_m(plan, result);

    (void)g;
    for (int f = 0; f < plan->n_offers; f++) {
        cost_m += ore_charge_m(plan, result, f);
    }
    return cost_m;
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
