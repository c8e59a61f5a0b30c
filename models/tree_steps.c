/* See orefolio/study/tree_steps.h. */
#include "orefolio/study/tree_steps.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"

static bool is_known(const ore_scenario_tree *tree, const ore_result *result,
                     int k, int e, int year)
{
    const ore_event *event = &tree->round->events[e];

    return ore_is_known(
        event, event->project < 0 ? 0 : result->leaves[k]->year[event->project],
        year);
}

/* Whether leaves k and l know the same in the year: the same events have turned
 * out, and in the same way. */
static bool is_same_news(const ore_scenario_tree *tree,
                         const ore_result *result, int k, int l, int year)
{
    bool same = true;

    for (int e = 0; same && e < tree->round->n_events; e++) {
        const bool known = is_known(tree, result, k, e, year);

        same = known == is_known(tree, result, l, e, year) &&
               (!known || tree->leaves[k].way[e] == tree->leaves[l].way[e]);
    }
    return same;
}

static bool commits(const ore_round *round, const ore_result *result, int year)
{
    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] >= 0 && result->year[p] == year) {
            return true;
        }
    }
    return false;
}

/* The step of the leaves that know what leaf k knows. */
static ore_tree_step step_of(const ore_scenario_tree *tree,
                             const ore_result *result, int k, int year)
{
    const int n = tree->round->n_events;
    ore_tree_step step = {.year = year, .leaf = k, .is_certain = true};

    step.known = ore_alloc(n, sizeof *step.known);
    for (int e = 0; e < n; e++) {
        step.known[e] = is_known(tree, result, k, e, year);
        step.is_certain = step.is_certain && !step.known[e];
    }
    for (int l = 0; l < tree->n_leaves; l++) {
        if (is_same_news(tree, result, k, l, year)) {
            step.probability += tree->leaves[l].probability;
        }
    }
    return step;
}

/* Whether no leaf before k knows the same. */
static bool is_first(const ore_scenario_tree *tree, const ore_result *result,
                     int k, int year)
{
    for (int l = 0; l < k; l++) {
        if (is_same_news(tree, result, l, k, year)) {
            return false;
        }
    }
    return true;
}

ore_tree_steps ore_tree_steps_of(const ore_scenario_tree *tree,
                                 const ore_result *result)
{
    const ore_round *round = tree->round;
    ore_tree_steps all = {0};

    for (int year = round->commit.first; year <= round->commit.last; year++) {
        for (int k = 0; k < tree->n_leaves; k++) {
            if (commits(tree->leaves[k].round, result->leaves[k], year) &&
                is_first(tree, result, k, year)) {
                all.steps =
                    ore_grow(all.steps, all.n, &all.room, sizeof *all.steps);
                all.steps[all.n++] = step_of(tree, result, k, year);
            }
        }
    }
    return all;
}

void ore_tree_steps_free(ore_tree_steps *steps)
{
    for (int i = 0; i < steps->n; i++) {
        free(steps->steps[i].known);
    }
    free(steps->steps);
    *steps = (ore_tree_steps){0};
}

/* How event e turns out in leaf k; the caller frees. */
static char *outcome_text(const ore_scenario_tree *tree, int k, int e,
                          bool is_japanese)
{
    const ore_event *event = &tree->round->events[e];
    const ore_outcome *outcome = ore_leaf_outcome(tree, k, e);

    return outcome ? ore_copy(is_japanese ? outcome->label_ja : outcome->label)
                   : ore_print(
                         ore_translated_to(is_japanese, "%s as in the tables"),
                         is_japanese ? event->label_ja : event->label);
}

/* Those that are known; NULL = all. */
static char *text_of(const ore_scenario_tree *tree, int k, const bool *known,
                     bool is_japanese)
{
    char *text = ore_copy("");

    for (int e = 0; e < tree->round->n_events; e++) {
        if (known && !known[e]) {
            continue;
        }
        char *one = outcome_text(tree, k, e, is_japanese);
        char *longer = ore_print("%s%s%s", text, *text ? "; " : "", one);

        free(one);
        free(text);
        text = longer;
    }
    return text;
}

char *ore_news_text(const ore_scenario_tree *tree, const ore_tree_step *step,
                    bool is_japanese)
{
    return text_of(tree, step->leaf, step->known, is_japanese);
}

char *ore_leaf_text(const ore_scenario_tree *tree, int k, bool is_japanese)
{
    return text_of(tree, k, NULL, is_japanese);
}

ore_set_aside ore_set_aside_of(const ore_scenario_tree *tree,
                               const ore_result *result, int b, int y)
{
    ore_set_aside set = {.certain_m = HUGE_VAL};

    for (int k = 0; k < tree->n_leaves; k++) {
        const double used_m =
            ore_figure_used_m(tree->leaves[k].round, result->leaves[k], b, y);

        set.certain_m = fmin(set.certain_m, used_m);
        set.most_m = fmax(set.most_m, used_m);
        set.expected_m += tree->leaves[k].probability * used_m;
    }
    return set;
}
