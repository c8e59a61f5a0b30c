/* Sums over columns that several families write. */
#ifndef MODELS_ECONOMICS_CHARGES_H
#define MODELS_ECONOMICS_CHARGES_H

#include "orefolio/variables.h"

/** Add coef × (project p goes ahead in one of these commitment years,
 * counted from 0, in any option) to the row. */
void ore_put_starts(const ore_round *round, const ore_variables *variables,
                    ore_model *model, ore_row row, double coef, int p,
                    ore_years years);

/** The calendar-year commitment year of project p as an index from 0. */
int ore_start_index(const ore_round *round, const ore_result *result, int p);

/** What commitment of offer f charges to its account over all years, M. */
double ore_charge_m(const ore_round *round, const ore_result *result, int f);

/** What bonus links are worth in the result, M. */
double ore_synergy_m(const ore_round *round, const ore_result *result);

/** Add coef × the bonuses to the sum. */
void ore_sum_synergies(const ore_round *round, const ore_variables *variables,
                       const ore_expression *sum, double coef);

/** Add every award to the sum, at its face or at its budget cost. */
void ore_sum_awards(const ore_round *round, const ore_variables *variables,
                    const ore_expression *sum, bool at_cost);

/** Deliveries of target i in moment j that come out of what any market may
 * use: all but ore_dedicated_tpa, t/yr. */
double ore_pooled_tpa(const ore_round *round, const ore_result *result, int i,
                      int j);

/** What the stockpiles that account b pays for charge to it in horizon year t,
 * M; of all accounts when b is negative. */
double ore_stock_charge_m(const ore_round *round, const ore_result *result,
                          int b, int t);

/** What all commitments and stockpiles of funder u charge, M; of all funders
 * when u is negative. */
double ore_funder_charge_m(const ore_round *round, const ore_result *result,
                           int u);

#endif
