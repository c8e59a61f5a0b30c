/* A cut. */
#ifndef OPTIMIZER_SOLVE_CUTS_CUT_H
#define OPTIMIZER_SOLVE_CUTS_CUT_H

#include "solve/cuts/cut_view.h"

/** "sum of coef × column <= most", which no portfolio breaks. */
typedef struct ore_cut {
    int count;
    int *cols;     /**< [count] */
    double *coefs; /**< [count] */
    double most;
    double depth; /**< how far the point is beyond it, in scaled units */
    double norm;  /**< of the coefficients, in scaled units */
} ore_cut;

/** The cut "coef [view->n_cols] × columns <= most" over the columns cols
 * [count], without coefficients that do not matter; false when it is not to be
 * trusted, or does not cut the point off. The caller frees. */
bool ore_cut_make(const ore_cut_view *view, int count, const int *cols,
                  const double *coef, double most, ore_cut *cut);
void ore_cut_free(ore_cut *cut);

/** How parallel two cuts are: 0 = not at all, 1 = the same direction. `dense`
 * [view->n_cols] holds the coefficients of `a`. */
double ore_cut_parallelism(const ore_cut_view *view, const ore_cut *a,
                           const double *dense, const ore_cut *b);

#endif
