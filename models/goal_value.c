/* value: what the projects are worth, as their tables say, with bonuses.
 *
 *   maximise  sum over o, s of value[o] start[o,s]
 *             + sum over bonus links of value * both
 *
 * Source: H. M. Weingartner, Mathematical Programming and the Analysis of
 * Capital Budgeting Problems, 1963. */
#include "registry.h"
#include "sums.h"

static void emit(const ore_plan *plan, const ore_vars *vars,
                 const ore_goal_use *use, const ore_sum *sum)
{
    (void)use;
    for (int o = 0; o < plan->n_options; o++) {
        for (int s = 0; s < plan->n_commit; s++) {
            ore_sum_put(sum, plan->options[o].value,
                        vars->start[o * plan->n_commit + s]);
        }
    }
    ore_sum_bonuses(plan, vars, sum, 1.0);
}

static double value(const ore_plan *plan, const ore_result *result,
                    const ore_goal_use *use)
{
    double sum = ore_bonus_m(plan, result);

    (void)use;
    for (int p = 0; p < plan->n_projects; p++) {
        sum += result->option[p] < 0 ? 0.0
                                     : plan->options[result->option[p]].value;
    }
    return sum;
}

const ore_goal ore_goal_value = {
    .name = "value",
    .label = "Value",
    .label_ja = "価値",
    .unit = "as in column value",
    .unit_ja = "value列の単位",
    .summary = "the column value of what goes ahead, with bonuses; maximised",
    .maximise = true,
    .emit = emit,
    .value = value,
};
