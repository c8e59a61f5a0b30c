/* A sum of rows as "wholes + reals = side", with every column counted from its
 * nearer bound: what cuts are made of, and the way back to the columns. */
#ifndef OPTIMIZER_SOLVE_CUTS_MIXED_KNAPSACK_H
#define OPTIMIZER_SOLVE_CUTS_MIXED_KNAPSACK_H

#include "solve/cuts/aggregated_row.h"
#include "solve/cuts/cut.h"

/** A binary, as x or as 1 - x. */
typedef struct ore_whole {
    int col;
    double coef, at; /**< as counted */
    double cut_coef; /**< what a cut that is to be written gives it */
    bool is_flipped;
} ore_whole;

/** A real column or the slack of a row, >= 0, whose coefficient is negative:
 * others may be left out of "<= side". */
typedef struct ore_drain {
    int col, row; /**< one of them is -1 */
    double coef, at;
    double size; /**< of one of it, in scaled units */
    bool from_high;
} ore_drain;

typedef struct ore_mixed_knapsack {
    const ore_cut_view *view;
    int n_wholes, n_drains;
    ore_whole *wholes; /**< [n_wholes] */
    ore_drain *drains; /**< [n_drains] */
    double side;
    double reach;   /**< largest term that the side is a sum of */
    double drained; /**< sum of coef × at of the drains, <= 0 */
    double squares; /**< of the drains' scaled coefficients */
    double *cut;    /**< [n_cols] coefficients of the cut that is written */
    double *size;   /**< [n_cols] largest term that each is a sum of */
    int *cols;      /**< [n_in_cut] that have one */
    int n_in_cut;
    bool *is_in_cut;
} ore_mixed_knapsack;

ore_mixed_knapsack *ore_mixed_knapsack_new(const ore_cut_view *view);
void ore_mixed_knapsack_free(ore_mixed_knapsack *knapsack);

/** Load the sum; false when a real column has no bound, or no whole is in it.
 */
bool ore_mixed_knapsack_load(ore_mixed_knapsack *knapsack,
                             const ore_aggregated_row *sum);

/** Count whole `it` from its other bound. */
void ore_mixed_knapsack_flip(ore_mixed_knapsack *knapsack, ore_whole *it);

/** The cut "sum of cut_coef × whole + steep × drains <= most" in columns; false
 * when it does not cut the point off. The caller frees it. */
bool ore_mixed_knapsack_cut(ore_mixed_knapsack *knapsack, double steep,
                            double most, ore_cut *cut);

#endif
