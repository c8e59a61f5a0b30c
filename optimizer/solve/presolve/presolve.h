/* A smaller program: what is left to decide once some columns are fixed. A dive
 * or a tree that walks over it does not drag the rest along. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_PRESOLVE_H
#define OPTIMIZER_SOLVE_PRESOLVE_PRESOLVE_H

#include "solve/presolve/reductions.h"

typedef struct ore_presolved {
    ore_model model;   /**< names are borrowed from the whole */
    int *whole_column; /**< [model.n_cols] where each is in the whole */
    int n_whole;       /**< columns of the whole */
    ore_aggregation *aggregations; /**< [n_whole] on columns of `model` */
    double *goal_offset; /**< [goals] what the fixed ones add to each goal */
} ore_presolved;

/** The program without the columns that the bounds lo, hi [n_cols] fix or rows
 * fix then, without reals that an equation of two ties to another column, and
 * without the rows that hold whatever the others are. A row that cannot hold
 * stays, so that the program has no solution. Goals lose their constants. The
 * bounds become those that rows leave. The caller frees. */
ore_presolved *ore_presolve(const ore_model *whole, double *lo, double *hi);
void ore_presolved_free(ore_presolved *presolved);

/** Costs [n_whole] of the whole as costs of the smaller program, added to
 * `costs`; what the columns left out cost is returned. */
double ore_presolved_costs(const ore_presolved *presolved, const double *whole,
                           double *costs);

/** Spread a point of the smaller program over the whole one. */
void ore_postsolve(const ore_presolved *presolved, const double *point,
                   double *whole);

#endif
