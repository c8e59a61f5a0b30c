/* See round_sum.h. */
#include "solve/cuts/round_sum.h"

#include "solve/cuts/lifted_cover.h"
#include "solve/cuts/mir.h"

/* Work for a column of a sum: divisors are tried on it. */
static const double effort = 10.0;

int ore_round_sum(ore_mixed_knapsack *knapsack, const ore_aggregated_row *sum,
                  ore_cut_pool *pool)
{
    const int before = pool->n;
    ore_cut cut;

    pool->work += effort * sum->n_cols;
    if (!ore_mixed_knapsack_load(knapsack, sum)) {
        return 0;
    }
    if (ore_mir_cut(knapsack, &cut)) {
        ore_cut_pool_add(pool, &cut);
    }
    if (ore_lifted_cover(knapsack, &cut)) {
        ore_cut_pool_add(pool, &cut);
    }
    return pool->n - before;
}
