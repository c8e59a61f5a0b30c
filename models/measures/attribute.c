/* attribute: a column of your own, summed over what goes ahead. */
#include "registry.h"

static double per_option(const ore_round *round, const ore_selection *selection,
                         int o)
{
    return round->options[o].attributes[selection->attribute];
}

const ore_measure ore_measure_attribute = {
    .name = "x_NAME",
    .summary = "a column of your own, summed over what goes ahead",
    .unit = ORE_LIMIT_SCORE,
    .span = ORE_SPAN_COMMIT,
    .words = ore_project_words,
    .per_option = per_option,
};
