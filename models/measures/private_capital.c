/* private_capital: sponsor equity and bank debt of what goes ahead. */
#include "economics/project_sums.h"
#include "registry.h"

static double emit(const ore_round *round, const ore_variables *variables,
                   const ore_selection *selection, const ore_expression *sum)
{
    for (int at = 0; at < round->n_options * round->n_commit; at++) {
        const int o = at / round->n_commit, s = at % round->n_commit;

        if (ore_selects_year(selection, round->commit.first + s) &&
            ore_selects_option(selection, round, o)) {
            ore_expression_add(sum, 1.0, variables->equity[at]);
            ore_expression_add(sum, 1.0, variables->debt[at]);
        }
    }
    return 0.0;
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_selection *selection)
{
    double sum_m = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] >= 0 &&
            ore_selects_year(selection, result->year[p]) &&
            ore_selects_option(selection, round, result->option[p])) {
            sum_m += result->equity_m[p] + result->debt_m[p];
        }
    }
    return sum_m;
}

static double capex_m(const ore_round *round, const ore_selection *selection,
                      int o)
{
    (void)selection;
    return round->options[o].capex_m;
}

static double most(const ore_round *round, const ore_selection *selection)
{
    return ore_most_funded(round, selection, capex_m);
}

const ore_measure ore_measure_private_capital = {
    .name = "private_capital",
    .summary = "sponsor equity and bank debt of what goes ahead",
    .unit = ORE_LIMIT_MONEY,
    .span = ORE_SPAN_COMMIT,
    .words = ore_project_words,
    .emit = emit,
    .most = most,
    .value = value,
};
