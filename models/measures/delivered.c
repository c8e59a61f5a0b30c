/* delivered: what markets receive of the materials, t/yr. A limit on it holds
 * in every year by itself; a share is of what all markets receive. */
#include "economics/deliveries.h"
#include "registry.h"

static double emit(const ore_round *round, const ore_variables *variables,
                   const ore_selection *selection, const ore_expression *sum)
{
    ore_sum_deliveries(round, variables, selection, sum);
    return 0.0;
}

const ore_measure ore_measure_delivered = {
    .name = "delivered",
    .summary = "what markets receive, in every year by itself",
    .unit = ORE_LIMIT_FLOW,
    .span = ORE_SPAN_EACH_YEAR,
    .words =
        ORE_WORD_BIT(MATERIAL) | ORE_WORD_BIT(MINERAL) | ORE_WORD_BIT(MARKET),
    .kept = ORE_WORD_BIT(MATERIAL) | ORE_WORD_BIT(MINERAL),
    .emit = emit,
    .most = ore_asked_t,
    .value = ore_delivered_t,
};
