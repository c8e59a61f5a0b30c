/* worst_shortfall: the largest over the worlds, the undisturbed one included.
 *
 *   minimise  worst,  worst >= S[w] for all w        (family_risk.c) */
#include <math.h>

#include "registry.h"
#include "shortfall.h"

static void emit(const ore_plan *plan, const ore_vars *vars,
                 const ore_goal_use *use, const ore_sum *sum)
{
    (void)plan;
    (void)use;
    ore_sum_put(sum, 1.0, vars->worst);
}

static double value(const ore_plan *plan, const ore_result *result,
                    const ore_goal_use *use)
{
    double worst = 0.0;

    for (int w = -1; w < plan->n_disruptions; w++) {
        worst = fmax(worst, ore_shortfall(plan, result, use, w));
    }
    return worst;
}

const ore_goal ore_goal_worst_shortfall = {
    .name = "worst_shortfall",
    .label = "Worst shortfall",
    .label_ja = "最悪時供給不足",
    .unit = "target-years unmet",
    .unit_ja = "未達目標年",
    .summary = "largest shortfall over what may happen",
    .emit = emit,
    .value = value,
};
