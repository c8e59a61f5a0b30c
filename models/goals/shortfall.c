/* shortfall: unmet target-years of the base case.
 *
 *   minimise  S (shortfall.c) */
#include "economics/shortfall.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    ore_expression_add_shortfall(round, variables, use, sum, 1.0, -1);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    return ore_shortfall(round, result, use, -1);
}

const ore_goal ore_goal_shortfall = {
    .name = "shortfall",
    .label = "Weighted shortfall",
    .unit = "weighted target-years",
    .summary = "targets that are not met, weighted and discounted; 1 = one "
               "target-year entirely unmet",
    .emit = emit,
    .value = value,
};
