/* What the files around GLPK share: lp.c, lp_cuts.c and lp_tree.c. */
#ifndef OPTIMIZER_SOLVE_LP_PROB_H
#define OPTIMIZER_SOLVE_LP_PROB_H

/* The cut generators of GLPK 5.0 are public under this name only. */
#define GLP_UNDOC 1
#include <glpk.h>

#include "build/program.h"

/** Rows: the model's, one a goal to hold it, one for the cutoff, the cuts. */
struct ore_lp {
    const ore_model *model;
    glp_prob *prob;
    double deadline_s;
    double ceiling; /**< HUGE_VAL = none */
    int n_goals;
    int most_iterations; /**< of one solve; 0 = any number */
    bool has_basis;      /**< of a solve before */
};

static inline int ore_lp_hold_row(const struct ore_lp *lp, int g)
{
    return lp->model->n_rows + 1 + g;
}

static inline int ore_lp_cutoff_row(const struct ore_lp *lp)
{
    return lp->model->n_rows + 1 + lp->n_goals;
}

/** Milliseconds to the deadline, at least 1. */
int ore_lp_left_ms(const struct ore_lp *lp);

#endif
