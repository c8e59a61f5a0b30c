/* gap_cost: what the tonnes that are missing cost their users.
 *
 *   minimise  sum over i, t of  cost[m] (1 + delta)^-t unmet[i,t]
 *
 * cost is the material's gap_cost_per_t; materials without one do not count. */
#include "economics/worth.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    ore_expression_add_gap_cost(round, variables, use, sum, 1.0);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    return ore_gap_cost_m(round, result, use);
}

const ore_goal ore_goal_gap_cost = {
    .name = "gap_cost",
    .label = "Cost of the gaps",
    .unit = "M",
    .summary = "missing tonnes at gap_cost_per_t of their material, discounted",
    .emit = emit,
    .value = value,
};
