/* value: what the projects are worth, as their tables say, with bonuses.
 *
 *   maximise  sum over o, s of value[o] (1 + delta)^-due start[o,s]
 *             + sum over bonus links of value * both
 *
 * due is s, or the year of first output; later years count less only where the
 * goal has a discount rate. Bonuses have no year.
 *
 * Source: H. M. Weingartner, Mathematical Programming and the Analysis of
 * Capital Budgeting Problems, 1963. */
#include "economics/charges.h"
#include "economics/worth.h"
#include "orefolio/accounting.h"
#include "orefolio/timing.h"
#include "registry.h"

/* What option o is worth when it is committed in commitment year s. */
static double worth(const ore_round *round, const ore_objective *use, int o,
                    int s)
{
    const ore_option *option = &round->options[o];
    const int due =
        use->discounts_to_output ? s + ore_years_to_output(option) : s;

    return option->value * ore_discount_at(use, due);
}

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    for (int o = 0; o < round->n_options; o++) {
        for (int s = 0; s < round->n_commit; s++) {
            ore_expression_add(sum, worth(round, use, o, s),
                               variables->start[ore_at_commit(round, o, s)]);
        }
    }
    ore_expression_add_synergies(round, variables, sum, 1.0);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    double sum = ore_synergy_m(round, result);

    for (int p = 0; p < round->n_projects; p++) {
        sum += result->option[p] < 0 ? 0.0
                                     : worth(round, use, result->option[p],
                                             ore_start_index(round, result, p));
    }
    return sum;
}

const ore_goal ore_goal_value = {
    .name = "value",
    .label = "Value",
    .unit = "as in column value",
    .summary = "the column value of what goes ahead, with bonuses; maximised",
    .maximise = true,
    .counts_years_alike = true,
    .emit = emit,
    .value = value,
};
