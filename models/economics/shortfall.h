/* Shortfall in the base case and under disruptions, for the goals and the
 * family that look at it. */
#ifndef MODELS_ECONOMICS_SHORTFALL_H
#define MODELS_ECONOMICS_SHORTFALL_H

#include "orefolio/variables.h"

/** Weight of a tonne of target i that is unmet in horizon year t, before its
 * weight steps; the year has a target. */
double ore_shortfall_per_tonne(const ore_round *round, const ore_objective *use,
                               int i, int t);

/** Add coef × the shortfall under a disruption (-1 = in the base case),
 * weighted and discounted as this use of a goal says. */
void ore_expression_add_shortfall(const ore_round *round,
                                  const ore_variables *variables,
                                  const ore_objective *use,
                                  const ore_expression *sum, double coef,
                                  int disruption);

/** The same for the written result. */
double ore_shortfall(const ore_round *round, const ore_result *result,
                     const ore_objective *use, int disruption);

/** Probability of a disruption, 0..1; of -1: that none happens. */
double ore_disruption_probability(const ore_round *round, int disruption);

/** Value at risk: the shortfall that is not exceeded with probability
 * `use->level`. */
double ore_shortfall_value_at_risk(const ore_round *round,
                                   const ore_result *result,
                                   const ore_objective *use);

#endif
