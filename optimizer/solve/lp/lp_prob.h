/* What the files around GLPK share: lp.c, lp_cuts.c and lp_tree.c. */
#ifndef OPTIMIZER_SOLVE_LP_LP_PROB_H
#define OPTIMIZER_SOLVE_LP_LP_PROB_H

/* The cut generators of GLPK 5.0 are public under this name only. */
#define GLP_UNDOC 1
#include <glpk.h>

#include "program/program.h"

struct ore_cut_view; /* solve/cuts/cut_view.h */

/** Rows: those of the model that are in from the start, one a goal to hold it,
 * one for the cutoff; then, as they come, cuts and rows of the model that were
 * broken without. */
struct ore_lp {
    const ore_model *model;
    glp_prob *prob;
    double deadline_s;
    double ceiling;        /**< HUGE_VAL = none */
    double work, max_work; /**< see ore_lp_work */
    double proven;         /**< by the last solve, see ore_lp_proven */
    int n_goals;
    int max_iterations; /**< of one solve; 0 = any number */
    bool has_basis;     /**< of a solve before */
    int n_early;        /**< rows of the model that are in from the start */
    int n_absent;       /**< rows of the model that are not in yet */
    int *row_at;        /**< [model->n_rows] its number; 0 = not in yet */
    int *late;          /**< [n_late] of the rows after the cutoff: which row
                             of the model it is; of a cut, -1 - the rounds for
                             which it has not bound */
    int n_late, room_late;
};

static inline int ore_lp_hold_row(const struct ore_lp *lp, int g)
{
    return lp->n_early + 1 + g;
}

static inline bool ore_lp_is_cut(const struct ore_lp *lp, int row)
{
    return lp->late[row - lp->n_early - lp->n_goals - 2] < 0;
}

/** A round more without or with being slack: for how many it is now. */
static inline int ore_lp_age_cut(struct ore_lp *lp, int row, bool is_slack)
{
    int *age = &lp->late[row - lp->n_early - lp->n_goals - 2];

    *age = is_slack ? *age - 1 : -1;
    return -1 - *age;
}

static inline int ore_lp_cutoff_row(const struct ore_lp *lp)
{
    return lp->n_early + 1 + lp->n_goals;
}

/** Load the rows of the model, or only those that are needed from the start:
 * what couples projects, and what holds them to anything at 0. Of a project's
 * own rows most never bind; they come in when they are broken. */
void ore_lp_load_rows(struct ore_lp *lp, bool all);
/** Bring in the rows that the last solve breaks; how many. */
int ore_lp_separate_violated(struct ore_lp *lp);
/** The relaxation as it was just solved, for separators. The caller frees. */
struct ore_cut_view *ore_lp_cut_view(struct ore_lp *lp);
/** Add an empty row to the program's end: row `i` of the model, or -1 for a
 * cut; its number. */
int ore_lp_add_lazy(struct ore_lp *lp, int i);
/** Take cuts away: their numbers [count + 1], from the second on, ascending. */
void ore_lp_delete_cuts(struct ore_lp *lp, int count, const int *rows);

/** Whether the basis by which the dual simplex has just ended, as infeasible,
 * proves that no point keeps rows and bounds even within the tolerance. */
bool ore_lp_is_proven_infeasible(struct ore_lp *lp);

/** What an iteration of the simplex method takes, as work. */
static inline double ore_lp_size(glp_prob *prob)
{
    return (double)glp_get_num_rows(prob) + glp_get_num_cols(prob) +
           glp_get_num_nz(prob);
}

/** Run the simplex method, in at most so many iterations and the work that is
 * left: what glp_simplex returns, GLP_EFAIL also where it breaks down. */
int ore_lp_simplex(struct ore_lp *lp, glp_smcp *how, int max_iterations);

/** Add to the work of the program and of the process. */
void ore_lp_count_work(struct ore_lp *lp, double amount);
/** What may still be done before the program's limit or a deadline in work. */
double ore_lp_work_left(const struct ore_lp *lp);

/** Milliseconds to the deadline, at least 1; no end when it is in work. */
int ore_lp_left_ms(const struct ore_lp *lp);

#endif
