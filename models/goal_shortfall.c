/* shortfall: unmet target-years of the world that decisions are made for.
 *
 *   minimise  S (shortfall.c) */
#include "registry.h"
#include "shortfall.h"

static void emit(const ore_plan *plan, const ore_vars *vars,
                 const ore_goal_use *use, const ore_sum *sum)
{
    ore_sum_shortfall(plan, vars, use, sum, 1.0, -1);
}

static double value(const ore_plan *plan, const ore_result *result,
                    const ore_goal_use *use)
{
    return ore_shortfall(plan, result, use, -1);
}

const ore_goal ore_goal_shortfall = {
    .name = "shortfall",
    .label = "Weighted shortfall",
    .label_ja = "加重供給不足",
    .unit = "target-years unmet",
    .unit_ja = "未達目標年",
    .summary = "targets that are not met, weighted and discounted; 1 = one "
               "target-year entirely unmet",
    .emit = emit,
    .value = value,
};
