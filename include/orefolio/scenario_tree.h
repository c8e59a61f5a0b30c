/* The scenario tree of a round with events: a leaf for each way in which all of
 * them may turn out. Commitments of a year are the same in all leaves that
 * cannot be told apart by then (non-anticipativity); what is known by then may
 * depend on what was committed before (Goel & Grossmann 2006, A class of
 * stochastic programs with decision dependent uncertainty). */
#ifndef OREFOLIO_SCENARIO_TREE_H
#define OREFOLIO_SCENARIO_TREE_H

#include "orefolio/program.h"

/** A leaf: the round with the changes of one outcome of every event. */
typedef struct ore_leaf {
    ore_round *round;   /**< events are known in it; owned by the tree */
    double probability; /**< 0 < p <= 1; those of all leaves add up to 1 */
    int *way;           /**< [n_events] how the event turns out: its outcomes in
                             their order, then n_outcomes = as the tables give
                             it */
    char *outcomes;     /**< "kz-rich,oil-dry" as --outcomes names the leaf;
                             "none" */
} ore_leaf;

typedef struct ore_scenario_tree {
    const ore_round *round; /**< whose events these are; borrowed */
    int n_leaves;           /**< 1 .. ORE_MAX_LEAVES */
    ore_leaf *leaves;       /**< [n_leaves] the last event's ways fastest */
} ore_scenario_tree;

/** Free the tree and the rounds of its leaves; NULL is allowed. */
void ore_scenario_tree_free(ore_scenario_tree *tree);

/** The leaf that differs from leaf k in event e alone, which turns out the way
 * before; -1 = it turns out the first way in k. */
int ore_scenario_tree_neighbour(const ore_scenario_tree *tree, int k, int e);

/** The leaf that is most likely, the first of them. */
int ore_scenario_tree_likeliest(const ore_scenario_tree *tree);

/** How the event turns out in the leaf; NULL = as the tables give it. */
const ore_outcome *ore_leaf_outcome(const ore_scenario_tree *tree, int k,
                                    int e);

/** Whether decisions of the calendar year may follow news of the event, where
 * its project was committed in calendar year `committed` (0 = it does not go
 * ahead; of no effect for news that comes by itself). */
bool ore_is_known(const ore_event *event, int committed, int year);

/** Two decisions that are the same in two leaves until news tells these apart.
 */
typedef struct ore_tie {
    int leaf, other;          /**< leaf > other: neighbours in one event */
    int event;                /**< that they differ in */
    ore_col col, other_col;   /**< at most one is absent */
    int first_known, n_known; /**< of ore_ties.known: starts in `leaf` that let
                                   the news be known by then, at most one of
                                   them 1; none = they are the same for good */
} ore_tie;

typedef struct ore_ties {
    int n, n_known;
    ore_tie *ties;  /**< [n] */
    ore_col *known; /**< [n_known] of the leaf's program */
    int room, room_known;
} ore_ties;

/** What ties the programs [n_leaves] of the tree's leaves together. Neighbours
 * are enough: leaves that differ in more events are tied by those between them.
 * Operation (utilisation, deliveries, sales of output, releases) is not tied:
 * it follows what happens. Equity and debt pay for what a project costs, and
 * are tied where that is the same. The caller ends with ore_ties_free. */
ore_ties ore_ties_of(const ore_scenario_tree *tree,
                     ore_program *const *programs);
void ore_ties_free(ore_ties *ties);

#endif
