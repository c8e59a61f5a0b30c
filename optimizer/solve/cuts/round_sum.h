/* The cuts of a sum of rows, by every way to round it. */
#ifndef OPTIMIZER_SOLVE_CUTS_ROUND_SUM_H
#define OPTIMIZER_SOLVE_CUTS_ROUND_SUM_H

#include "solve/cuts/cut_pool.h"
#include "solve/cuts/mixed_knapsack.h"

/** Add the cuts of the sum to the pool; how many. */
int ore_round_sum(ore_mixed_knapsack *knapsack, const ore_aggregated_row *sum,
                  ore_cut_pool *pool);

#endif
