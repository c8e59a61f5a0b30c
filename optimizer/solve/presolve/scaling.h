/* Scaling: a program whose figures are far apart is searched in other units, so
 * that tolerances mean the same in it as in any other. Units are powers of two:
 * nothing is rounded on the way there and back. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_SCALING_H
#define OPTIMIZER_SOLVE_PRESOLVE_SCALING_H

#include "program/program.h"

typedef struct ore_scaling {
    ore_program program; /**< to search: the round's own program, or a copy of
                            it in other units; columns and rows keep their
                              places and names */
    double *col_unit;    /**< [n_cols] of the round's program in one of the
                              scaled column; 1 for binaries */
    double *row_unit;    /**< [n_rows] likewise */
    double *goal_unit;   /**< [n_goals] likewise */
    bool is_scaled;      /**< false = all units are 1 */
} ore_scaling;

/** The program as it is to be searched. It is left as it is unless figures are
 * so large or small that tolerances of 1e-9 to 1e-6 would be felt in them.
 * `program` is borrowed. The caller frees. */
ore_scaling *ore_scaling_new(const ore_program *program);
void ore_scaling_free(ore_scaling *scaling);

/** A point [n_cols] from the round's units to those of the search, and back. */
void ore_scale_point(const ore_scaling *scaling, double *point);
void ore_unscale_point(const ore_scaling *scaling, double *point);

#endif
