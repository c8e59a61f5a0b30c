/* value: column value of what goes ahead, without bonuses. */
#include "registry.h"

static double per_option(const ore_round *round, const ore_selection *selection,
                         int o)
{
    (void)selection;
    return round->options[o].value;
}

const ore_measure ore_measure_value = {
    .name = "value",
    .summary = "column value of what goes ahead, without bonuses",
    .unit = ORE_LIMIT_SCORE,
    .span = ORE_SPAN_COMMIT,
    .words = ore_project_words,
    .per_option = per_option,
};
