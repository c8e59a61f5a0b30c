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

/** Add coef × what funder u is charged for commitments and purchases; what all
 * are when u is negative. */
void ore_expression_add_funder_cost(const ore_round *round,
                                    const ore_variables *variables,
                                    const ore_expression *sum, double coef,
                                    int u);

/** Add every award to the sum, at its face or at its budget cost. */
void ore_expression_add_awards(const ore_round *round,
                               const ore_variables *variables,
                               const ore_expression *sum, bool at_cost);

/** Add coef × what is bought of the material's optional supply in state j, and
 * what stays of supply whose sale is open, less what a disruption takes; of
 * supply reserved for the market, -1 = for none. */
void ore_expression_add_taken(const ore_round *round,
                              const ore_variables *variables,
                              const ore_expression *sum, double coef,
                              int material, int market, int j);

/** Something that an account pays for in a year beside what funds projects: of
 * a stockpile, of optional supply, a permit, an answer to an asset sale. */
typedef struct ore_purchase {
    int budget;    /**< which account pays; -1 = none does */
    int year;      /**< calendar */
    double cost_m; /**< of a unit of the column, M */
    ore_col col;
} ore_purchase;

/** How many there may be; and one of them, 0 <= i < count. */
int ore_count_purchases(const ore_round *round);
ore_purchase ore_purchase_at(const ore_round *round,
                             const ore_variables *variables, int i);

/** Deliveries of target i in state j that come out of what any market may
 * use: all but ore_dedicated_tpa, t/yr. */
double ore_pooled_tpa(const ore_round *round, const ore_result *result, int i,
                      int j);

#endif
