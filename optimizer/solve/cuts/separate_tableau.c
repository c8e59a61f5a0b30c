/* Rounding of the tableau rows of fractional binaries (Gomory 1960), with
 * variable bounds in the place of bounds where those are nearer. */
#include "solve/cuts/round_sum.h"
#include "solve/cuts/separator.h"
#include "solve/cuts/tableau.h"

static void find(const ore_cut_view *view, ore_cut_pool *pool)
{
    ore_mixed_knapsack *knapsack = ore_mixed_knapsack_new(view);
    ore_aggregated_row *sum = ore_aggregated_row_new(view);

    for (int j = 0; j < view->n_cols; j++) {
        if (ore_cut_view_is_fractional(view, j) &&
            ore_tableau_row(view, j, sum)) {
            pool->work += view->rows.start[view->n_rows];
            (void)ore_round_sum(knapsack, sum, pool);
            ore_aggregated_row_use_variable_bounds(sum);
            (void)ore_round_sum(knapsack, sum, pool);
        }
    }
    ore_aggregated_row_free(sum);
    ore_mixed_knapsack_free(knapsack);
}

const ore_separator ore_separator_tableau = {"tableau", find};
