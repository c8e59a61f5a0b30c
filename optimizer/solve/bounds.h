/* Bounds of the columns that a smaller program is searched within. */
#ifndef OPTIMIZER_SOLVE_BOUNDS_H
#define OPTIMIZER_SOLVE_BOUNDS_H

#include "solve/stage.h"

typedef struct ore_bounds {
    double *lo, *hi; /**< [n_cols] */
} ore_bounds;

/** Those of the model, to be narrowed. The caller frees. */
ore_bounds ore_bounds_new(const ore_stage *stage);
void ore_bounds_free(ore_bounds *bounds);
static inline void ore_bounds_fix(ore_bounds *bounds, int j, double value)
{
    bounds->lo[j] = bounds->hi[j] = value;
}

/** No start but in the first year of each option, unless it must happen: a
 * relaxation rarely waits. */
void ore_bounds_first_years(const ore_stage *stage, ore_bounds *bounds);

#endif
