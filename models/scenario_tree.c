/* See orefolio/scenario_tree.h. */
#include "orefolio/scenario_tree.h"

#include <stdlib.h>
void ore_scenario_tree_free(ore_scenario_tree *tree)
{
    if (!tree) {
        return;
    }
    for (int k = 0; k < tree->n_leaves; k++) {
        ore_round_free(tree->leaves[k].round);
        free(tree->leaves[k].way);
        free(tree->leaves[k].outcomes);
    }
    free(tree->leaves);
    free(tree);
}

/* How far apart leaves are that differ in one way of event e. */
static int stride_of(const ore_round *round, int e)
{
    int stride = 1;

    for (int later = e + 1; later < round->n_events; later++) {
        stride *= ore_event_ways(&round->events[later]);
    }
    return stride;
}

int ore_scenario_tree_neighbour(const ore_scenario_tree *tree, int k, int e)
{
    return tree->leaves[k].way[e] > 0 ? k - stride_of(tree->round, e) : -1;
}

int ore_scenario_tree_likeliest(const ore_scenario_tree *tree)
{
    int best = 0;

    for (int k = 1; k < tree->n_leaves; k++) {
        if (tree->leaves[k].probability > tree->leaves[best].probability) {
            best = k;
        }
    }
    return best;
}

const ore_outcome *ore_leaf_outcome(const ore_scenario_tree *tree, int k, int e)
{
    const ore_event *event = &tree->round->events[e];
    const int way = tree->leaves[k].way[e];

    return way < event->n_outcomes
               ? &tree->round->outcomes[event->first_outcome + way]
               : NULL;
}

bool ore_is_known(const ore_event *event, int committed, int year)
{
    return event->project < 0
               ? year >= event->known_in
               : committed > 0 && year >= committed + event->lag_years;
}
