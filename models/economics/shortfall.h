/* Shortfall by world, for the goals and the family that look at it. */
#ifndef MODELS_ECONOMICS_SHORTFALL_H
#define MODELS_ECONOMICS_SHORTFALL_H

#include "orefolio/variables.h"

/** Add coef × the shortfall in the world of a disruption (-1 = the world that
 * decisions are made for), as this use of a goal discounts it. */
void ore_expression_add_shortfall(const ore_round *round,
                                  const ore_variables *variables,
                                  const ore_objective *use,
                                  const ore_expression *sum, double coef,
                                  int disruption);

/** The same for the written result. */
double ore_shortfall(const ore_round *round, const ore_result *result,
                     const ore_objective *use, int disruption);

/** Probability of the world of a disruption; -1 = that none happens. */
double ore_disruption_probability(const ore_round *round, int disruption);

/** The shortfall that worlds of probability `use->level` do not exceed. */
double ore_shortfall_value_at_risk(const ore_round *round,
                                   const ore_result *result,
                                   const ore_objective *use);

#endif
