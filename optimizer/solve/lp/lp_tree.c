/* GLPK's own branch and bound, for small programs: its presolver and its
 * feasibility pump find a portfolio where little is left to decide. What is
 * minded here (measured on GLPK 5.0): the presolver loses up to 1e-3 of a row,
 * time limits are looked at between linear programs only, and the tree's own
 * cuts take far longer than ore_lp_cut for less. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "solve/lp/lp.h"
#include "solve/lp/lp_prob.h"

static const double whole_within = ORE_TOLERANCE_INTEGRALITY;

/* What its nodes take beside the simplex method, times that. */
static const double effort = 2.7;

typedef struct growth {
    ore_tree *tree;
    int before; /* iterations before the tree */
    double work, work_left;
} growth;

static void on_event(glp_tree *tree, void *info)
{
    growth *g = info;
    glp_prob *prob = glp_ios_get_prob(tree);

    g->work = effort * (glp_get_it_cnt(prob) - g->before) * ore_lp_size(prob);
    glp_ios_tree_size(tree, NULL, NULL, &g->tree->nodes);
    if ((g->tree->node_limit > 0 && g->tree->nodes > g->tree->node_limit) ||
        (g->tree->max_work > 0.0 && g->work > g->tree->max_work) ||
        g->work > g->work_left) {
        glp_ios_terminate(tree);
    }
}

/* The row "objective <= cutoff", so that the tree starts with an incumbent's
 * value without knowing the incumbent. */
static void set_cutoff(ore_lp *lp, double cutoff)
{
    const int n = lp->model->n_cols;
    int *columns = ore_alloc(n + 1, sizeof *columns);
    double *coefs = ore_alloc(n + 1, sizeof *coefs);
    int count = 0;

    for (int j = 1; j <= n; j++) {
        if (glp_get_obj_coef(lp->prob, j) != 0.0) {
            columns[++count] = j;
            coefs[count] = glp_get_obj_coef(lp->prob, j);
        }
    }
    glp_set_mat_row(lp->prob, ore_lp_cutoff_row(lp), count, columns, coefs);
    glp_set_row_bnds(lp->prob, ore_lp_cutoff_row(lp), GLP_UP, 0.0, cutoff);
    free(columns);
    free(coefs);
}

static void drop_cutoff(ore_lp *lp)
{
    glp_set_row_bnds(lp->prob, ore_lp_cutoff_row(lp), GLP_FR, 0.0, 0.0);
    glp_set_mat_row(lp->prob, ore_lp_cutoff_row(lp), 0, NULL, NULL);
}

static void keep_best(const ore_lp *lp, ore_tree *tree)
{
    const int status = glp_mip_status(lp->prob);

    tree->found = status == GLP_OPT || status == GLP_FEAS;
    if (tree->found) {
        tree->value = glp_mip_obj_val(lp->prob);
        for (int j = 0; j < lp->model->n_cols; j++) {
            tree->point[j] = glp_mip_col_val(lp->prob, j + 1);
        }
    }
}

/* Whether the relaxation, which the tree starts from, has anything under the
 * cutoff; when not, the search is over. */
static bool has_relaxation(ore_lp *lp, ore_tree *tree)
{
    if (tree->presolve || !isfinite(tree->cutoff)) {
        return true; /* the presolver needs none, or it has been solved */
    }
    const ore_lp_end end = ore_lp_solve_surely(lp);

    tree->complete = end == ORE_LP_INFEASIBLE;
    return end == ORE_LP_OPTIMAL;
}

static void run(ore_lp *lp, ore_tree *tree)
{
    growth g = {tree, glp_get_it_cnt(lp->prob), 0.0, ore_lp_work_left(lp)};
    glp_iocp how;

    glp_init_iocp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.br_tech = GLP_BR_PCH;
    how.bt_tech = tree->first ? GLP_BT_DFS : GLP_BT_BLB;
    how.fp_heur = tree->first ? GLP_ON : GLP_OFF;
    how.presolve = tree->presolve ? GLP_ON : GLP_OFF;
    /* A start of 1e-5 would pass for none and still earn its share; below the
     * tolerance of bounds, GLPK trips over itself. */
    how.tol_int = whole_within;
    how.mip_gap = tree->gap;
    how.tm_lim = ore_lp_left_ms(lp);
    how.cb_func = on_event;
    how.cb_info = &g;
    const int ended = glp_intopt(lp->prob, &how);

    ore_lp_count_work(lp, g.work);
    keep_best(lp, tree);
    tree->complete = (ended == 0 && (glp_mip_status(lp->prob) == GLP_OPT ||
                                     glp_mip_status(lp->prob) == GLP_NOFEAS)) ||
                     ended == GLP_ENOPFS;
}

void ore_lp_tree(ore_lp *lp, ore_tree *tree)
{
    tree->found = tree->complete = false;
    tree->value = 0.0;
    tree->nodes = 0;
    if (lp->model->n_cols == 0) { /* GLPK has no tree without columns */
        const ore_lp_end end = ore_lp_solve(lp);

        tree->found = end == ORE_LP_OPTIMAL;
        tree->complete = end != ORE_LP_UNFINISHED;
        return;
    }
    if (isfinite(tree->cutoff)) {
        set_cutoff(lp, tree->cutoff);
    }
    if (has_relaxation(lp, tree)) {
        run(lp, tree);
    }
    drop_cutoff(lp);
}
