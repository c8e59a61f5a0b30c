/* capex: capital cost of what goes ahead. */
#include "registry.h"

static double per_option(const ore_round *round, const ore_selection *selection,
                         int o)
{
    (void)selection;
    return round->options[o].capex_m;
}

const ore_measure ore_measure_capex = {
    .name = "capex",
    .summary = "capital cost of what goes ahead",
    .unit = ORE_LIMIT_MONEY,
    .span = ORE_SPAN_COMMIT,
    .words = ore_project_words,
    .per_option = per_option,
};
