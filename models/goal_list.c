/* All goals, and which of them an objective is of. */
#include "registry.h"

#include <assert.h>
#include <string.h>

#define ORE_GOAL(name) &ore_goal_##name,
const ore_goal *const ore_goals[] = {
#include "goals/goals.def"
    NULL};
#undef ORE_GOAL

const ore_goal *ore_objective_goal(const ore_objective *use)
{
    const ore_goal *goal = use->n_terms > 0 ? &ore_goal_blend
                           : strncmp(use->name, "x_", 2) == 0
                               ? &ore_goal_attribute
                               : ore_goal_named(use->name);

    assert(goal); /* the reader takes no other name */
    return goal;
}

bool ore_objective_is_maximised(const ore_objective *use)
{
    return ore_objective_goal(use)->maximise && !use->is_minimised;
}

const char *ore_objective_label(const ore_objective *use)
{
    const ore_goal *goal = ore_objective_goal(use);

    return goal == &ore_goal_blend || goal == &ore_goal_attribute ? use->name
                                                                  : goal->label;
}

const ore_goal *ore_goal_named(const char *name)
{
    const size_t length = strcspn(name, ".");

    for (int i = 0; ore_goals[i]; i++) {
        if (strncmp(ore_goals[i]->name, name, length) == 0 &&
            ore_goals[i]->name[length] == '\0' &&
            (name[length] == '\0' || ore_goals[i]->has_levels)) {
            return ore_goals[i];
        }
    }
    return NULL;
}

int ore_round_goal_number(const ore_round *round, const char *name)
{
    for (int g = 0; g < round->n_goals; g++) {
        if (strcmp(round->goals[g].name, name) == 0) {
            return g;
        }
    }
    return -1;
}
