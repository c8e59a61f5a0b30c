/* private_capital: sponsor equity and bank debt that the round mobilises.
 *
 *   maximise  sum over o, s of equity[o,s] + debt[o,s] */
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    (void)use;
    for (int at = 0; at < round->n_options * round->n_commit; at++) {
        ore_expression_add(sum, 1.0, variables->equity[at]);
        ore_expression_add(sum, 1.0, variables->debt[at]);
    }
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    double sum_m = 0.0;

    (void)use;
    for (int p = 0; p < round->n_projects; p++) {
        sum_m += result->equity_m[p] + result->debt_m[p];
    }
    return sum_m;
}

const ore_goal ore_goal_private_capital = {
    .name = "private_capital",
    .label = "Private capital",
    .unit = "M",
    .summary = "sponsor equity and bank debt mobilised; maximised",
    .maximise = true,
    .emit = emit,
    .value = value,
};
