/* Deliveries to the targets of a selection, for measures. */
#ifndef MODELS_ECONOMICS_DELIVERIES_H
#define MODELS_ECONOMICS_DELIVERIES_H

#include "orefolio/measure.h"

/** Add its deliveries in the base case over its years to the sum, t. */
void ore_sum_deliveries(const ore_round *round, const ore_variables *variables,
                        const ore_selection *selection,
                        const ore_expression *sum);
/** The same of the written result. */
double ore_delivered_t(const ore_round *round, const ore_result *result,
                       const ore_selection *selection);

/** What its targets ask for over its years, t. */
double ore_asked_t(const ore_round *round, const ore_selection *selection);

#endif
