/* A goal's search over the smaller program that is left of the whole. */
#ifndef OPTIMIZER_SOLVE_PART_H
#define OPTIMIZER_SOLVE_PART_H

#include "solve/shrink.h"
#include "solve/stage.h"

typedef struct ore_part {
    ore_shrunk *shrunk;
    ore_lp *lp;   /**< its relaxation, under the goal and holds of the stage */
    double still; /**< what the columns left out add to the goal, or costs */
} ore_part;

/** What the bounds lo, hi [n_cols] leave of `model`: the stage's own, or that
 * with cuts. The caller frees. */
ore_part *ore_part_new(const ore_stage *stage, const ore_model *model,
                       double *lo, double *hi);
/** The same of the stage's own model, for the least of these costs [n_cols]
 * with every goal held. */
ore_part *ore_part_with_costs(const ore_stage *stage, double *lo, double *hi,
                              const double *costs);
/** Free; the iterations of its relaxation are counted. */
void ore_part_free(ore_stage *stage, ore_part *part);

#endif
