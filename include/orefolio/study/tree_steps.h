/* What a result of a round with events commits, by year and by the news that
 * has come: now, whatever happens, and later, if. */
#ifndef OREFOLIO_STUDY_TREE_STEPS_H
#define OREFOLIO_STUDY_TREE_STEPS_H

#include "orefolio/scenario_tree.h"

/** Leaves that know the same in a year, in which they commit to projects. */
typedef struct ore_tree_step {
    int year; /**< calendar year */
    int leaf; /**< the first of them: its commitments of the year are those of
                   all */
    double probability; /**< of all of them */
    bool *known;        /**< [n_events] whether its news has come; owned */
    bool is_certain;    /**< no news has come */
} ore_tree_step;

typedef struct ore_tree_steps {
    int n, room;
    ore_tree_step *steps; /**< [n] by year, then by leaf */
} ore_tree_steps;

/** The steps of the result, which has a portfolio. The caller ends with
 * ore_tree_steps_free. */
ore_tree_steps ore_tree_steps_of(const ore_scenario_tree *tree,
                                 const ore_result *result);
void ore_tree_steps_free(ore_tree_steps *steps);

/** "Rich ore; oil as in the tables": how the events that are known in the step
 * turned out, by their labels; "" = none is. The caller frees. */
char *ore_news_text(const ore_scenario_tree *tree, const ore_tree_step *step,
                    bool is_japanese);

/** The same of all events, as they turn out in leaf k. */
char *ore_leaf_text(const ore_scenario_tree *tree, int k, bool is_japanese);

/** What an account must have in a budget year: M, in any leaf, expected, and
 * in the leaf that takes most. */
typedef struct ore_set_aside {
    double certain_m, expected_m, most_m;
} ore_set_aside;

/** Of account b in budget year y (from 0). */
ore_set_aside ore_set_aside_of(const ore_scenario_tree *tree,
                               const ore_result *result, int b, int y);

#endif
