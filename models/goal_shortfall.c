/* shortfall: unmet target-years, weighted, later years counting less.
 *
 *   minimise  sum over i, t of  weight[i,t] (1 + delta)^-(t - t0)
 *                                   unmet[i,t] / target[i,t]
 *
 * 1 = one target-year entirely unmet. t0 is the first horizon year. */
#include <math.h>

#include "registry.h"

static double discount(const ore_plan *plan, int g, int t)
{
    return pow(1.0 + plan->goals[g].discount_rate, -t);
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model,
                 int g)
{
    for (int at = 0; at < plan->n_targets * plan->n_years; at++) {
        const ore_target *target = &plan->targets[at / plan->n_years];
        const int t = at % plan->n_years;

        if (vars->unmet[at].at >= 0) {
            ore_put_goal(model, g,
                         target->weight[t] * discount(plan, g, t) /
                             target->target_tpa[t],
                         vars->unmet[at]);
        }
    }
}

static double value(const ore_plan *plan, const ore_result *result, int g)
{
    double sum = 0.0;

    for (int i = 0; i < plan->n_targets; i++) {
        const ore_target *target = &plan->targets[i];

        for (int t = 0; t < plan->n_years; t++) {
            if (target->target_tpa[t] > 0.0) {
                sum += discount(plan, g, t) * target->weight[t] *
                       result->shortfall_tpa[i * plan->n_years + t] /
                       target->target_tpa[t];
            }
        }
    }
    return sum;
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
