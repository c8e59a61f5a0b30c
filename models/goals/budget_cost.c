/* budget_cost: what the round charges to its accounts, less the money that
 * projects save when a bonus pair goes ahead together.
 *
 *   minimise  sum over f, o, s of rate[f,o,s] (1 + delta)^-s a[f,o,s]
 *             + what stockpiles and optional supply cost
 *             - sum over bonus links of value * both
 *
 * Later years count less only where the goal has a discount rate. */
#include "economics/worth.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    ore_expression_add_budget_cost(round, variables, use, sum, 1.0);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    return ore_budget_cost_m(round, result, use);
}

const ore_goal ore_goal_budget_cost = {
    .name = "budget_cost",
    .label = "Budget cost",
    .unit = "M",
    .summary = "what commitments charge to the accounts, less bonuses",
    .counts_years_alike = true,
    .is_net_of_bonuses = true,
    .emit = emit,
    .value = value,
};
