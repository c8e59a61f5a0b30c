/* count: projects that go ahead; their speed-ups are none of their own. */
#include "registry.h"

static double per_option(const ore_round *round, const ore_selection *selection,
                         int o)
{
    (void)selection;
    return round->projects[round->options[o].project].speeds_up ? 0.0 : 1.0;
}

const ore_measure ore_measure_count = {
    .name = "count",
    .summary = "projects that go ahead",
    .unit = ORE_LIMIT_COUNT,
    .span = ORE_SPAN_COMMIT,
    .words = ore_project_words,
    .per_option = per_option,
};
