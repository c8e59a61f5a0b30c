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

/** What the box, which is narrowed, leaves of `model`: the stage's own, or that
 * with cuts. The caller frees. */
ore_part *ore_part_new(const ore_stage *stage, const ore_model *model,
                       ore_box *box);
/** The same of the stage's own model with every row in from the start: for
 * ore_lp_tree, and where so little is left that the presolver does most. */
ore_part *ore_part_all_rows(const ore_stage *stage, ore_box *box);
/** The same of the stage's own model, for the least of these costs [n_cols]
 * with every goal held. */
ore_part *ore_part_with_costs(const ore_stage *stage, ore_box *box,
                              const double *costs);
/** Its solution, spread over the whole program [n_cols]. */
void ore_part_point(const ore_part *part, double *point);
/** Free; the iterations of its relaxation are counted. */
void ore_part_free(ore_stage *stage, ore_part *part);

#endif
