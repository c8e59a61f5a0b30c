/* x_NAME: a numeric attribute of what goes ahead, summed: jobs, tonnes of CO2,
 * a score. More is better unless the round says `sense = min`.
 *
 *   maximise  sum over o, s of x_NAME[o] start[o,s] */
#include "registry.h"

static void emit(const ore_plan *plan, const ore_vars *vars,
                 const ore_goal_use *use, const ore_sum *sum)
{
    for (int at = 0; at < plan->n_options * plan->n_commit; at++) {
        const ore_option *option = &plan->options[at / plan->n_commit];

        ore_sum_put(sum, option->attributes[use->attribute], vars->start[at]);
    }
}

static double value(const ore_plan *plan, const ore_result *result,
                    const ore_goal_use *use)
{
    double sum = 0.0;

    for (int p = 0; p < plan->n_projects; p++) {
        const int o = result->option[p];

        sum += o < 0 ? 0.0 : plan->options[o].attributes[use->attribute];
    }
    return sum;
}

const ore_goal ore_goal_attribute = {
    .name = "x_NAME",
    .label = "Attribute",
    .label_ja = "属性",
    .unit = "as in its column",
    .unit_ja = "列の単位",
    .summary = "a column x_NAME of what goes ahead; maximised, or minimised "
               "with sense = min",
    .maximise = true,
    .emit = emit,
    .value = value,
};
