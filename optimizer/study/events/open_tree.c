/* See open_tree.h. */
#include "study/events/open_tree.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/messages.h"

static int count_leaves(const ore_round *round)
{
    int n = 1;

    for (int e = 0; e < round->n_events; e++) {
        n *= ore_event_ways(&round->events[e]);
    }
    return n;
}

/* How events turn out in leaf k, and how likely that is. */
static void lay_out(const ore_scenario_tree *tree, int k)
{
    const ore_round *round = tree->round;
    ore_leaf *leaf = &tree->leaves[k];
    int rest = k;

    leaf->way = ore_alloc(round->n_events, sizeof *leaf->way);
    leaf->probability = 1.0;
    for (int e = round->n_events - 1; e >= 0; e--) {
        const int ways = ore_event_ways(&round->events[e]);

        leaf->way[e] = rest % ways;
        rest /= ways;
    }
    leaf->outcomes = ore_copy("");
    for (int e = 0; e < round->n_events; e++) {
        const ore_outcome *outcome = ore_leaf_outcome(tree, k, e);

        leaf->probability *=
            outcome ? outcome->probability : round->events[e].remainder;
        if (outcome) {
            char *longer = ore_print("%s%s%s", leaf->outcomes,
                                     *leaf->outcomes ? "," : "", outcome->id);

            free(leaf->outcomes);
            leaf->outcomes = longer;
        }
    }
    if (!*leaf->outcomes) {
        free(leaf->outcomes);
        leaf->outcomes = ore_copy("none");
    }
}

static bool has_same_projects(const ore_round *a, const ore_round *b)
{
    bool same = a->n_projects == b->n_projects &&
                a->n_options == b->n_options && a->n_pairs == b->n_pairs &&
                a->n_sales == b->n_sales;

    for (int p = 0; same && p < a->n_projects; p++) {
        same = strcmp(a->projects[p].id, b->projects[p].id) == 0 &&
               a->projects[p].n_options == b->projects[p].n_options;
    }
    for (int o = 0; same && o < a->n_options; o++) {
        same = strcmp(a->options[o].id, b->options[o].id) == 0;
    }
    for (int f = 0; same && f < a->n_pairs; f++) {
        same = a->pairs[f].project == b->pairs[f].project &&
               a->pairs[f].instrument == b->pairs[f].instrument;
    }
    return same;
}

static bool has_same_supply(const ore_round *a, const ore_round *b)
{
    bool same =
        a->n_targets == b->n_targets && a->n_supplies == b->n_supplies &&
        a->n_stockpiles == b->n_stockpiles && a->n_states == b->n_states;

    for (int i = 0; same && i < a->n_targets; i++) {
        same = a->targets[i].material == b->targets[i].material &&
               a->targets[i].market == b->targets[i].market;
    }
    for (int i = 0; same && i < a->n_supplies; i++) {
        same = a->supplies[i].material == b->supplies[i].material &&
               a->supplies[i].is_open == b->supplies[i].is_open;
    }
    return same;
}

/* Where the last outcome that acted in leaf k stands. */
static ore_where place_of(const ore_scenario_tree *tree, int k)
{
    ore_where where = {0};

    for (int e = 0; e < tree->round->n_events; e++) {
        const ore_outcome *outcome = ore_leaf_outcome(tree, k, e);

        where = outcome ? outcome->where : where;
    }
    return where;
}

static ore_status check_shape(const ore_scenario_tree *tree, int k,
                              ore_diags *diags)
{
    const ore_leaf *leaf = &tree->leaves[k];
    const char *what =
        !has_same_projects(tree->round, leaf->round)
            ? "projects, options, instruments of projects or sales"
        : !has_same_supply(tree->round, leaf->round)
            ? "targets, supply, asset sales or stockpiles"
            : NULL;

    if (!what) {
        return ORE_OK;
    }
    ore_error(diags, place_of(tree, k),
              "with outcomes %s the round has other %s, expected changes to "
              "the figures of those it has",
              leaf->outcomes, _(what));
    return ORE_BAD_INPUT;
}

/* Warnings of a leaf were told of the round, or are of no use there. */
static ore_status read_leaf(const ore_read_options *asked, const char *path,
                            const ore_scenario_tree *tree, int k,
                            ore_diags *diags)
{
    ore_leaf *leaf = &tree->leaves[k];
    ore_read_options own = *asked;
    ore_diags *unsaid = ore_diags_new();

    own.outcomes = leaf->outcomes;
    own.strict = false;
    const ore_status status =
        ore_read_round_file(path, &own, unsaid, &leaf->round);

    if (status != ORE_OK) {
        ore_error(diags, place_of(tree, k),
                  "the round with outcomes %s is refused:", leaf->outcomes);
        ore_diags_print(unsaid, stderr);
    }
    ore_diags_free(unsaid);
    return status == ORE_OK ? check_shape(tree, k, diags) : status;
}

ore_scenario_tree *ore_scenario_tree_open(const ore_read_options *asked,
                                          const char *path,
                                          const ore_round *round,
                                          ore_diags *diags, ore_status *status)
{
    if (strcmp(path, "-") == 0) {
        ore_error(diags, (ore_where){0},
                  "the round is '-', expected a file: it is read once for "
                  "every leaf of its events");
        *status = ORE_USAGE;
        return NULL;
    }
    ore_scenario_tree *tree = ore_alloc(1, sizeof *tree);

    tree->round = round;
    tree->n_leaves = count_leaves(round);
    tree->leaves = ore_alloc(tree->n_leaves, sizeof *tree->leaves);
    *status = ORE_OK;
    for (int k = 0; k < tree->n_leaves; k++) {
        lay_out(tree, k);
    }
    for (int k = 0; k < tree->n_leaves && *status == ORE_OK; k++) {
        *status = read_leaf(asked, path, tree, k, diags);
    }
    if (*status != ORE_OK) {
        ore_scenario_tree_free(tree);
        return NULL;
    }
    return tree;
}
