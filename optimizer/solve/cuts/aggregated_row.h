/* A sum of rows with weights: what every cut is rounded from. */
#ifndef OPTIMIZER_SOLVE_CUTS_AGGREGATED_ROW_H
#define OPTIMIZER_SOLVE_CUTS_AGGREGATED_ROW_H

#include "solve/cuts/cut_view.h"

/** The equation "sum of coef × column = sum of weight × activity". */
typedef struct ore_aggregated_row {
    const ore_cut_view *view;
    double *coef; /**< [view->n_cols] */
    double *size; /**< [view->n_cols] largest term that the coefficient is a sum
                       of: what cancels out leaves rounding behind */
    int *cols;    /**< [n_cols] that have, or had, a coefficient */
    int n_cols;
    bool *has_col;  /**< [view->n_cols] */
    double *weight; /**< [view->n_rows] */
    int *rows;      /**< [n_rows] that have, or had, a weight */
    int n_rows;
    bool *has_row; /**< [view->n_rows] */
} ore_aggregated_row;

ore_aggregated_row *ore_aggregated_row_new(const ore_cut_view *view);
void ore_aggregated_row_free(ore_aggregated_row *sum);

void ore_aggregated_row_clear(ore_aggregated_row *sum);
/** Add weight × another sum. */
void ore_aggregated_row_add_sum(ore_aggregated_row *to,
                                const ore_aggregated_row *from, double weight);
/** Add weight × row `i`. */
void ore_aggregated_row_add(ore_aggregated_row *sum, int i, double weight);
/** Add the multiple of row `i`, in which column j has `coef`, that takes the
 * column out of the sum. */
void ore_aggregated_row_eliminate(ore_aggregated_row *sum, int j, int i,
                                  double coef);
/** Replace each real column that is nearer to a variable bound than to its own
 * ones by that bound and its slack; where it is as near to several, by the one
 * whose slack need not be in a cut. */
void ore_aggregated_row_use_variable_bounds(ore_aggregated_row *sum);

/** How far real column j is from the nearest of its bounds, variable ones
 * among them. */
double ore_aggregated_row_distance(const ore_cut_view *view, int j);

#endif
