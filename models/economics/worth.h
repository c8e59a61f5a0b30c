/* Money over time: what gaps and commitments cost, discounted as a use of a
 * goal says. M. */
#ifndef MODELS_ECONOMICS_WORTH_H
#define MODELS_ECONOMICS_WORTH_H

#include "orefolio/variables.h"

/** What a unit that falls due in commitment year s (from 0) counts. */
double ore_discount_at(const ore_objective *use, int s);

/** What the missing tonnes of the base case cost; of the written result; and
 * without any project. */
void ore_expression_add_gap_cost(const ore_round *round,
                                 const ore_variables *variables,
                                 const ore_objective *use,
                                 const ore_expression *sum, double coef);
double ore_gap_cost_m(const ore_round *round, const ore_result *result,
                      const ore_objective *use);
double ore_gap_cost_before_m(const ore_round *round, const ore_objective *use);

/** What commitments and purchases charge, by the year they are made, less
 * bonuses, which have no year. */
void ore_expression_add_budget_cost(const ore_round *round,
                                    const ore_variables *variables,
                                    const ore_objective *use,
                                    const ore_expression *sum, double coef);
double ore_budget_cost_m(const ore_round *round, const ore_result *result,
                         const ore_objective *use);

#endif
