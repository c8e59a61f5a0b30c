/* Shortfall by world, for the goals and the family that look at it. */
#ifndef MODELS_SHORTFALL_H
#define MODELS_SHORTFALL_H

#include "orefolio/model.h"

/** Add coef × the shortfall in the world of a disruption (-1 = the world that
 * decisions are made for), as this use of a goal discounts it. */
void ore_sum_shortfall(const ore_plan *plan, const ore_vars *vars,
                       const ore_goal_use *use, const ore_sum *sum, double coef,
                       int disruption);

/** The same for the written result. */
double ore_shortfall(const ore_plan *plan, const ore_result *result,
                     const ore_goal_use *use, int disruption);

/** Probability of the world of a disruption; -1 = that none happens. */
double ore_world_probability(const ore_plan *plan, int disruption);

/** The shortfall that worlds of probability `use->level` do not exceed. */
double ore_shortfall_threshold(const ore_plan *plan, const ore_result *result,
                               const ore_goal_use *use);

#endif
