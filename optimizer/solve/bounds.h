/* Bounds of the columns that a smaller program is searched within. */
#ifndef OPTIMIZER_SOLVE_BOUNDS_H
#define OPTIMIZER_SOLVE_BOUNDS_H

#include "solve/stage.h"

typedef struct ore_box {
    double *lo, *hi; /**< [n_cols] */
} ore_box;

/** Those of the model, to be narrowed. The caller frees. */
ore_box ore_box_new(const ore_stage *stage);
void ore_box_free(ore_box *box);
static inline void ore_box_fix(ore_box *box, int j, double value)
{
    box->lo[j] = box->hi[j] = value;
}

/** No start but in the first year of each option, unless it must happen: a
 * relaxation rarely waits. */
void ore_box_first_years(const ore_stage *stage, ore_box *box);

#endif
