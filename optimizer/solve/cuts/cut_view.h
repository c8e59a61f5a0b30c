/* What separators see of the relaxation: its rows, its bounds and the point
 * that they are to cut off. */
#ifndef OPTIMIZER_SOLVE_CUTS_CUT_VIEW_H
#define OPTIMIZER_SOLVE_CUTS_CUT_VIEW_H

#include "orefolio/common.h"

/** The entries of a matrix, one line (a row or a column) after the other. */
typedef struct ore_sparse {
    int *start; /**< [lines + 1] */
    int *index; /**< [start[lines]] */
    double *coef;
} ore_sparse;

typedef struct ore_cut_view {
    int n_cols, n_rows;
    int round;        /**< of cuts, from 0 on */
    int idle;         /**< rounds just before that brought little */
    double *lo, *hi;  /**< [n_cols] bounds */
    bool *is_binary;  /**< [n_cols] */
    double *x;        /**< [n_cols] the point to cut off */
    double *col_unit; /**< [n_cols] what one scaled unit of a column is */
    ore_sparse rows, cols;
    double *row_lo, *row_hi; /**< [n_rows] */
    double *activity;        /**< [n_rows] at the point */
    double *row_norm;        /**< [n_rows] in scaled units */
    bool *is_usable; /**< [n_rows] cuts may rest on it: it limits something,
                          and is no hold on a goal done, whose slack of a
                          millionth makes cuts that floating figures cannot
                          tell from false ones */
    /** [n_cols] rows in which the real column stands beside binaries alone:
     * its variable bounds. */
    ore_sparse variable_bounds;
    void *tableau; /**< whose basis the point is (lp_cut_view.c) */
} ore_cut_view;

/** How far the activity of row `i` is from its nearer side, >= 0. */
double ore_cut_view_slack(const ore_cut_view *view, int i);
/** Whether the upper side is the nearer one. */
bool ore_cut_view_is_near_high(const ore_cut_view *view, int i);
/** How far column j is from its nearer bound, >= 0. */
double ore_cut_view_distance(const ore_cut_view *view, int j);
/** Whether binary j is neither 0 nor 1 at the point. */
bool ore_cut_view_is_fractional(const ore_cut_view *view, int j);

/** Fill `variable_bounds` from the rest. */
void ore_cut_view_find_bounds(ore_cut_view *view);
void ore_cut_view_free(ore_cut_view *view);

#endif
