/* The extensive form of a scenario tree: the programs of its leaves side by
 * side, with the same columns where decisions cannot differ. */
#ifndef OPTIMIZER_PROGRAM_JOIN_H
#define OPTIMIZER_PROGRAM_JOIN_H

#include "orefolio/scenario_tree.h"

/** Join the programs [n_leaves] of the tree's leaves, which the whole owns from
 * here on (not the array). Goals are expected: leaves weigh by their
 * probability. Names of columns and rows that are not those of all leaves end
 * with "@3" for the third. The caller frees. */
ore_program *ore_program_join(const ore_scenario_tree *tree,
                              ore_program *const *parts, const ore_ties *ties);

#endif
