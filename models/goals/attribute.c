/* x_NAME: a numeric attribute of what goes ahead, summed: jobs, tonnes of CO2,
 * a score. More is better unless the round says `sense = min`.
 *
 *   maximise  sum over o, s of x_NAME[o] start[o,s] */
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    for (int at = 0; at < round->n_options * round->n_commit; at++) {
        const ore_option *option = &round->options[at / round->n_commit];

        ore_expression_add(sum, option->attributes[use->attribute],
                           variables->start[at]);
    }
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    double sum = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        const int o = result->option[p];

        sum += o < 0 ? 0.0 : round->options[o].attributes[use->attribute];
    }
    return sum;
}

const ore_goal ore_goal_attribute = {
    .name = "x_NAME",
    .label = "Attribute",
    .unit = "as in its column",
    .summary = "a column x_NAME of what goes ahead; maximised, or minimised "
               "with sense = min",
    .maximise = true,
    .emit = emit,
    .value = value,
};
