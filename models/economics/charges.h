/* Sums over columns that several families write. */
#ifndef MODELS_ECONOMICS_CHARGES_H
#define MODELS_ECONOMICS_CHARGES_H

#include "orefolio/accounting.h"
#include "orefolio/variables.h"

/** Add coef × (project p goes ahead in one of these commitment years,
 * counted from 0, in any option) to the row. */
void ore_row_add_starts(const ore_round *round, const ore_variables *variables,
                        ore_model *model, ore_row row, double coef, int p,
                        ore_years years);

/** What bonus links are worth in the result, M. */
double ore_synergy_m(const ore_round *round, const ore_result *result);

/** Add coef × the bonuses to the sum. */
void ore_expression_add_synergies(const ore_round *round,
                                  const ore_variables *variables,
                                  const ore_expression *sum, double coef);

/** Add every award to the sum, at its face or at its budget cost. */
void ore_expression_add_awards(const ore_round *round,
                               const ore_variables *variables,
                               const ore_expression *sum, bool at_cost);

/** Deliveries of target i in state j that come out of what any market may
 * use: all but ore_dedicated_tpa, t/yr. */
double ore_pooled_tpa(const ore_round *round, const ore_result *result, int i,
                      int j);

#endif
