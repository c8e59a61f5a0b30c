/* Sums over columns that several families write. */
#ifndef MODELS_SUMS_H
#define MODELS_SUMS_H

#include "orefolio/model.h"

/** Add coef × (project p goes ahead in one of these commitment years,
 * counted from 0, in any option) to the row. */
void ore_put_starts(const ore_plan *plan, const ore_vars *vars,
                    ore_model *model, ore_row row, double coef, int p,
                    ore_years years);

/** The calendar-year commitment year of project p as an index from 0. */
int ore_start_index(const ore_plan *plan, const ore_result *result, int p);

/** What commitment of offer f charges to its account over all years, M. */
double ore_charge_m(const ore_plan *plan, const ore_result *result, int f);

/** What bonus links are worth in the result, M. */
double ore_bonus_m(const ore_plan *plan, const ore_result *result);

/** Add coef × the bonuses to goal g. */
void ore_put_bonus_goal(const ore_plan *plan, const ore_vars *vars,
                        ore_model *model, int g, double coef);

/** Add every award to goal g, at its face or at its budget cost. */
void ore_put_awards_goal(const ore_plan *plan, const ore_vars *vars,
                         ore_model *model, int g, bool at_cost);

#endif
