/* coverage: deliveries over targets, tonnes over tonnes, over the rule's years
 * together. Tonnes of unlike materials do not add up, so that a rule holds for
 * each target unless it says otherwise. */
#include "economics/deliveries.h"
#include "registry.h"

static double emit(const ore_round *round, const ore_variables *variables,
                   const ore_selection *selection, const ore_expression *sum)
{
    const double asked_t = ore_asked_t(round, selection);
    ore_expression share = *sum;

    if (asked_t > 0.0) {
        share.scale /= asked_t;
        ore_sum_deliveries(round, variables, selection, &share);
    }
    return 0.0;
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_selection *selection)
{
    const double asked_t = ore_asked_t(round, selection);

    return asked_t > 0.0 ? ore_delivered_t(round, result, selection) / asked_t
                         : 0.0;
}

static double most(const ore_round *round, const ore_selection *selection)
{
    return ore_asked_t(round, selection) > 0.0 ? 1.0 : 0.0;
}

const ore_measure ore_measure_coverage = {
    .name = "coverage",
    .summary = "deliveries over targets, tonnes over tonnes, over the years "
               "together",
    .unit = ORE_LIMIT_SHARE,
    .span = ORE_SPAN_TOGETHER,
    .words =
        ORE_WORD_BIT(MATERIAL) | ORE_WORD_BIT(MINERAL) | ORE_WORD_BIT(MARKET),
    .each_target = true,
    .emit = emit,
    .most = most,
    .value = value,
};
