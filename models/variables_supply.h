/* The columns of what flows: utilisation, sales, deliveries, stockpiles and
 * what goals of risk need; beside those of decisions and money in variables.c.
 */
#ifndef MODELS_VARIABLES_SUPPLY_H
#define MODELS_VARIABLES_SUPPLY_H

#include "orefolio/variables.h"

/** `count` absent columns; the caller frees. */
ore_col *ore_absent_cols(int count);

/** Put a value where the column stands, if there is one. */
void ore_variables_set_point(double *point, ore_col col, double value);

/** Allocate and add the columns. */
void ore_add_supply_variables(const ore_round *round, ore_variables *variables,
                              ore_model *model);

/** Their part of ore_variables_point, but for utilisation. */
void ore_supply_point(const ore_round *round, const ore_variables *variables,
                      const ore_result *result, double *point);

#endif
