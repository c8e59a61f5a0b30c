/* A goal's search over the smaller program that is left of the whole. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_SUBPROBLEM_H
#define OPTIMIZER_SOLVE_PRESOLVE_SUBPROBLEM_H

#include "solve/bounds.h"
#include "solve/presolve/presolve.h"

typedef struct ore_subproblem {
    ore_presolved *presolved;
    ore_lp *lp;    /**< its relaxation, under the goal and holds of the stage */
    double offset; /**< what the columns left out add to the goal, or costs */
} ore_subproblem;

/** What the bounds, which are narrowed, leave of `model`: the stage's own, or
 * that with cuts. The caller frees. */
ore_subproblem *ore_subproblem_new(const ore_stage *stage,
                                   const ore_model *model, ore_bounds *bounds);
/** The same of the stage's own model with every row in from the start: for
 * ore_lp_tree, and where so little is left that the presolver does most. */
ore_subproblem *ore_subproblem_all_rows(const ore_stage *stage,
                                        ore_bounds *bounds);
/** What the bounds leave of the stage's own model, with neither goal nor holds
 * yet. */
ore_subproblem *ore_subproblem_without_goal(const ore_stage *stage,
                                            ore_bounds *bounds);

/** Seek the best value of goal g from here on. */
void ore_subproblem_goal(const ore_stage *stage, ore_subproblem *sub, int g);
/** Seek the least of these costs [n_cols] of the whole from here on. */
void ore_subproblem_costs(ore_subproblem *sub, const double *costs);
/** Hold goal g at `most` of sign × its value; HUGE_VAL = hold it no more. */
void ore_subproblem_hold(const ore_stage *stage, ore_subproblem *sub, int g,
                         double most);
/** Hold the first goals, so many of them, as the stage holds them. */
void ore_subproblem_hold_first(const ore_stage *stage, ore_subproblem *sub,
                               int n_goals);

/** What the last solve came to, of the whole: sign × goal, or costs. */
double ore_subproblem_value(const ore_subproblem *sub);
/** Its solution, spread over the whole program [n_cols]. */
void ore_subproblem_point(const ore_subproblem *sub, double *point);
/** Free; the iterations of its relaxation are counted. */
void ore_subproblem_free(ore_stage *stage, ore_subproblem *sub);

#endif
