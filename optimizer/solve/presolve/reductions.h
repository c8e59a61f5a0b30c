/* What rows say about columns without a search: the reductions behind the
 * smaller programs of presolve.h. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_REDUCTIONS_H
#define OPTIMIZER_SOLVE_PRESOLVE_REDUCTIONS_H

#include "program/program.h"

/** What a column is: shift + scale × column `on`; shift alone when on < 0. */
typedef struct ore_aggregation {
    int on;
    double scale, shift;
} ore_aggregation;

/** A sum over the columns that are left, each once. */
typedef struct ore_linear_sum {
    int count;
    int *cols;          /**< [count] of the whole program */
    double *coefs;      /**< [count] */
    double offset;      /**< what the columns that stand still add to it */
    double least, most; /**< what `cols` can add up to */
} ore_linear_sum;

typedef struct ore_reduction ore_reduction;

/** Fix, bound and tie columns as far as rows force it under the bounds lo, hi
 * [n_cols], which become what rows leave of them; they are borrowed until the
 * reduction is freed. */
ore_reduction *ore_reduction_new(const ore_model *whole, double *lo,
                                 double *hi);
void ore_reduction_free(ore_reduction *reduction);

/** Column j in terms of one that is left: of itself, when it is. */
ore_aggregation ore_reduction_column(const ore_reduction *reduction, int j);

/** The sum of the entries, in terms of columns that are left: valid until the
 * next. */
const ore_linear_sum *ore_reduction_sum(ore_reduction *reduction,
                                        const ore_program_entry *entries,
                                        int count);

/** The sum of row i and what it must be in; false when the row holds whatever
 * the columns are. */
bool ore_reduction_row(ore_reduction *reduction, int i,
                       const ore_linear_sum **sum, double *lo, double *hi);

#endif
