/* value: what the projects are worth, as their tables say, with bonuses.
 *
 *   maximise  sum over o, s of value[o] start[o,s]
 *             + sum over bonus links of value * both
 *
 * Source: H. M. Weingartner, Mathematical Programming and the Analysis of
 * Capital Budgeting Problems, 1963. */
#include "economics/charges.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    (void)use;
    for (int o = 0; o < round->n_options; o++) {
        for (int s = 0; s < round->n_commit; s++) {
            ore_expression_add(sum, round->options[o].value,
                               variables->start[ore_at_commit(round, o, s)]);
        }
    }
    ore_expression_add_synergies(round, variables, sum, 1.0);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    double sum = ore_synergy_m(round, result);

    (void)use;
    for (int p = 0; p < round->n_projects; p++) {
        sum += result->option[p] < 0 ? 0.0
                                     : round->options[result->option[p]].value;
    }
    return sum;
}

const ore_goal ore_goal_value = {
    .name = "value",
    .label = "Value",
    .unit = "as in column value",
    .summary = "the column value of what goes ahead, with bonuses; maximised",
    .maximise = true,
    .emit = emit,
    .value = value,
};
