/* The columns of what flows: utilisation, sales, deliveries, stockpiles and
 * what goals of risk need; beside those of decisions and money in vars.c. */
#ifndef MODELS_VARS_SUPPLY_H
#define MODELS_VARS_SUPPLY_H

#include "orefolio/model.h"

/** `count` absent columns; the caller frees. */
ore_col *ore_absent_cols(int count);

/** Put a value where the column stands, if there is one. */
void ore_set_point(double *point, ore_col col, double value);

/** Allocate and add the columns. */
void ore_add_supply_vars(const ore_plan *plan, ore_vars *vars,
                         ore_model *model);

/** Their part of ore_point_of_result, but for utilisation. */
void ore_supply_point(const ore_plan *plan, const ore_vars *vars,
                      const ore_result *result, double *point);

#endif
