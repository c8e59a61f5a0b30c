/* What polishing the portfolio rests on: the rest at its best values, with the
 * integers fixed or nearly. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_POLISHING_H
#define OPTIMIZER_SOLVE_HEURISTICS_POLISHING_H

#include "solve/presolve/subproblem.h"
#include "solve/stage.h"

typedef struct ore_polishing {
    ore_stage *stage;
    ore_bounds bounds;   /**< the chosen projects, in any year */
    ore_subproblem *sub; /**< what the bounds leave, under one goal after the
                            other, or costs */
    double *point;       /**< [n_cols] */
} ore_polishing;

/** Fix the integers of `candidate` and give the rest its best values, for the
 * costs and under the holds that are set; false when there are none. */
bool ore_polishing_solve(const ore_polishing *s, const double *candidate);

/** What was just solved becomes the portfolio. */
void ore_polishing_keep(const ore_polishing *s);

/** Look for other portfolios within the bounds that keep every goal and cost
 * less than `cost`, that of the one in hand, by a small tree. */
void ore_polish_by_tree(const ore_polishing *s, ore_bounds *bounds,
                        const double *costs, double cost);

#endif
