/* See extensive_form.h. */
#include "study/events/extensive_form.h"

#include <stdlib.h>

#include "orefolio/memory.h"
#include "program/join.h"

ore_program *ore_extensive_form(const ore_scenario_tree *tree)
{
    ore_program **parts = ore_alloc(tree->n_leaves, sizeof(ore_program *));

    for (int k = 0; k < tree->n_leaves; k++) {
        parts[k] = ore_program_new(tree->leaves[k].round);
    }
    ore_ties ties = ore_ties_of(tree, parts);
    ore_program *whole = ore_program_join(tree, parts, &ties);

    ore_ties_free(&ties);
    free(parts);
    return whole;
}
