/* budget_cost: what commitments charge to accounts. */
#include "economics/project_sums.h"
#include "orefolio/instrument.h"
#include "registry.h"

static double per_face(const ore_round *round, int f, int o, int s)
{
    return ore_charge_rate(round, f, o, s);
}

static double emit(const ore_round *round, const ore_variables *variables,
                   const ore_selection *selection, const ore_expression *sum)
{
    ore_sum_awards(round, variables, selection, sum, per_face);
    return 0.0;
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_selection *selection)
{
    return ore_sum_committed(round, result, selection, per_face);
}

static double most(const ore_round *round, const ore_selection *selection)
{
    return ore_most_committed(round, selection, per_face);
}

const ore_measure ore_measure_budget_cost = {
    .name = "budget_cost",
    .summary = "what commitments charge to accounts",
    .unit = ORE_LIMIT_MONEY,
    .span = ORE_SPAN_COMMIT,
    .words =
        ore_project_words | ORE_WORD_BIT(INSTRUMENT) | ORE_WORD_BIT(FUNDER),
    .emit = emit,
    .most = most,
    .value = value,
};
