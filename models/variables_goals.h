/* The columns that goals and soft rules need, beside those of decisions and
 * money (variables.c) and of what flows (variables_supply.c). */
#ifndef MODELS_VARIABLES_GOALS_H
#define MODELS_VARIABLES_GOALS_H

#include "orefolio/variables.h"

/** Allocate and add the columns. */
void ore_add_goal_variables(const ore_round *round, ore_variables *variables,
                            ore_model *model);

/** Their part of ore_variables_point. */
void ore_goal_point(const ore_round *round, const ore_variables *variables,
                    const ore_result *result, double *point);

#endif
