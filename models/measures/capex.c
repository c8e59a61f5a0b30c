/* capex: capital cost of what goes ahead. */
#include "economics/project_sums.h"
#include "registry.h"

static double per_start(const ore_round *round, const ore_selection *selection,
                        int o)
{
    (void)selection;
    return round->options[o].capex_m;
}

static double emit(const ore_round *round, const ore_variables *variables,
                   const ore_selection *selection, const ore_expression *sum)
{
    ore_sum_starts(round, variables, selection, sum, per_start);
    return 0.0;
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_selection *selection)
{
    return ore_sum_funded(round, result, selection, per_start);
}

static double most(const ore_round *round, const ore_selection *selection)
{
    return ore_most_funded(round, selection, per_start);
}

const ore_measure ore_measure_capex = {
    .name = "capex",
    .summary = "capital cost of what goes ahead",
    .unit = ORE_LIMIT_MONEY,
    .span = ORE_SPAN_COMMIT,
    .words = ore_project_words,
    .emit = emit,
    .most = most,
    .value = value,
};
