/* Sums over what goes ahead or is committed in the years of a selection, for
 * measures. */
#ifndef MODELS_ECONOMICS_PROJECT_SUMS_H
#define MODELS_ECONOMICS_PROJECT_SUMS_H

#include "orefolio/measure.h"

/** Add it for every option that the selection names and that goes ahead in its
 * years. */
void ore_sum_starts(const ore_round *round, const ore_variables *variables,
                    const ore_selection *selection, const ore_expression *sum,
                    ore_option_figure *figure);
/** The same of the written result. */
double ore_sum_funded(const ore_round *round, const ore_result *result,
                      const ore_selection *selection,
                      ore_option_figure *figure);

/** The most that it can come to: every project in its largest option. */
double ore_most_funded(const ore_round *round, const ore_selection *selection,
                       ore_option_figure *figure);

/** Add it for every award by the pairs that the selection names, to options
 * that it names, in its years. */
void ore_sum_awards(const ore_round *round, const ore_variables *variables,
                    const ore_selection *selection, const ore_expression *sum,
                    ore_pair_figure *figure);
/** The same of the written result. */
double ore_sum_committed(const ore_round *round, const ore_result *result,
                         const ore_selection *selection,
                         ore_pair_figure *figure);
/** The most that it can come to: every award as large as the capital cost, or
 * as the sales that it supports. */
double ore_most_committed(const ore_round *round,
                          const ore_selection *selection,
                          ore_pair_figure *figure);

#endif
