/* See orefolio/study/tree_study.h. */
#include "orefolio/study/tree_study.h"

#include <math.h>

#include "orefolio/objective.h"
#include "orefolio/tolerances.h"

ore_gain ore_gain_of(const ore_round *round, const ore_proven *narrower,
                     const ore_proven *wider)
{
    const double sign = ore_objective_is_maximised(&round->goals[0]) ? -1 : 1;
    const double min = sign * (narrower->bound - wider->value);
    const double max = sign * (narrower->value - wider->bound);
    const double grain = ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(wider->value));
    ore_gain gain = {isnan(min) ? 0.0 : fmax(0.0, min),
                     isnan(max) ? HUGE_VAL : fmax(0.0, max)};

    if (narrower->status == ORE_INFEASIBLE) {
        gain = (ore_gain){HUGE_VAL, HUGE_VAL};
    }
    gain.min = gain.min < grain ? 0.0 : gain.min;
    gain.max = fmax(gain.min, gain.max < grain ? 0.0 : gain.max);
    return gain;
}

/* News of a project comes no sooner than its first possible commitment lets
 * it. */
static int first_news(const ore_round *round, const ore_event *event)
{
    return event->project < 0 ? event->known_in
                              : round->commit.first + event->lag_years;
}

int ore_tree_signed_until(const ore_scenario_tree *tree)
{
    const ore_round *round = tree->round;
    int until = round->commit.last;

    for (int e = 0; e < round->n_events; e++) {
        const int before = first_news(round, &round->events[e]) - 1;

        until = before < until ? before : until;
    }
    return until;
}
