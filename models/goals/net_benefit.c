/* net_benefit: the gap cost that the portfolio avoids, less its budget cost,
 * both discounted.
 *
 *   maximise  sum over i, t of  cost[m] (1 + delta)^-t (before[i,t] -
 * unmet[i,t])
 *             - budget cost by year of commitment
 *
 * before is the gap without any project (ore_figure_gap_before_tpa). */
#include "economics/worth.h"
#include "orefolio/accounting.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    ore_expression_add_gap_cost(round, variables, use, sum, -1.0);
    ore_expression_add_budget_cost(round, variables, use, sum, -1.0);
    ore_expression_add(sum, ore_gap_cost_before_m(round, use), variables->one);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    return ore_gap_cost_before_m(round, use) -
           ore_gap_cost_m(round, result, use) -
           ore_budget_cost_m(round, result, use);
}

const ore_goal ore_goal_net_benefit = {
    .name = "net_benefit",
    .label = "Net benefit",
    .unit = "M",
    .summary = "gap cost avoided less budget cost, discounted; maximised",
    .maximise = true,
    .emit = emit,
    .value = value,
};
