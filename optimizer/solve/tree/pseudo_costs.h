/* What branch and bound can branch on, and what it has learnt about each: a
 * candidate is worth what the bound rose by when it was made before
 * (pseudo-costs). */
#ifndef OPTIMIZER_SOLVE_TREE_PSEUDO_COSTS_H
#define OPTIMIZER_SOLVE_TREE_PSEUDO_COSTS_H

#include "solve/lp/lp.h"

/** One side of a candidate: rises of the bound, each a unit of the distance
 * that the candidate's value had to go. */
typedef struct ore_branch_direction {
    double sum;
    int count;
} ore_branch_direction;

/** A binary, or a row of binaries of which at most one is 1 (a project, before
 * its year): 0 or 1 in the end. */
typedef struct ore_candidate {
    int column, row; /**< the other is -1 */
    double lo, hi;   /**< wherever in the tree */
    double cost;     /**< reduced cost at the root; of columns */
    ore_branch_direction down, up;
} ore_candidate;

typedef struct ore_candidates {
    const ore_model *model;
    int n;
    ore_candidate *list;           /**< [n] */
    ore_branch_direction down, up; /**< of all */
    double least; /**< rise of the bound that counts for none */
} ore_candidates;

/** The candidates of the program, whose relaxation has been solved; nothing is
 * known of them. The caller frees. */
ore_candidates *ore_candidates_new(const ore_model *model, const ore_lp *lp);
void ore_candidates_free(ore_candidates *candidates);

/** The value of candidate c at the point [n_cols]. */
double ore_candidate_value(const ore_candidates *candidates, int c,
                           const double *point);
/** Give the candidate these bounds in the relaxation. */
void ore_candidate_bounds(const ore_candidates *candidates, int c, ore_lp *lp,
                          double lo, double hi);

/** Branching on the candidate, up or down, raised the bound by so much. */
void ore_candidate_update(ore_candidates *candidates, int c, bool is_up,
                          double rise, double distance);
/** Whether enough has been learnt of both sides. */
bool ore_candidate_is_reliable(const ore_candidates *candidates, int c);
/** What branching on it at this value promises: the more the better. */
double ore_candidate_score(const ore_candidates *candidates, int c,
                           double value);

/** The candidates further than `within` from whole at the point, the most
 * promising first: [*n], the caller frees. */
int *ore_candidates_fractional(const ore_candidates *candidates,
                               const double *point, double within, int *n);

#endif
