/* budget_cost: what the round charges to its accounts, less the money that
 * projects save when a bonus pair goes ahead together.
 *
 *   minimise  sum over f, o, s of rate[f,o,s] a[f,o,s]
 *             + what stockpiles and optional supply cost
 *             - sum over bonus links of value * both */
#include "economics/charges.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    (void)use;
    ore_expression_add_awards(round, variables, sum, true);
    ore_expression_add_synergies(round, variables, sum, -1.0);
    for (int i = 0; i < ore_count_purchases(round); i++) {
        const ore_purchase purchase = ore_purchase_at(round, variables, i);

        if (purchase.budget >= 0) {
            ore_expression_add(sum, purchase.cost_m, purchase.col);
        }
    }
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    (void)use;
    return ore_funder_charge_m(round, result, -1) -
           ore_synergy_m(round, result);
}

const ore_goal ore_goal_budget_cost = {
    .name = "budget_cost",
    .label = "Budget cost",
    .unit = "M",
    .summary = "what commitments charge to the accounts, less bonuses",
    .emit = emit,
    .value = value,
};
