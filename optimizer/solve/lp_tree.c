/* Branch and bound. What is minded here (measured on GLPK 5.0): the presolver
 * loses up to 1e-3 of a row, the proven bound is only to be had inside the
 * callback, time limits are looked at between linear programs only, and the
 * tree's own cuts take far longer than ore_lp_cut for less. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/lp.h"
#include "solve/lp_prob.h"

static const double whole_within = 1e-6;

double ore_lp_noise(const ore_lp *lp)
{
    double range = 0.0;

    for (int j = 0; j < lp->model->n_cols; j++) {
        const double width = lp->model->cols[j].hi - lp->model->cols[j].lo;
        const double cost = fabs(glp_get_obj_coef(lp->prob, j + 1));

        range += cost > 0.0 && isfinite(width) ? cost * width : 0.0;
    }
    return whole_within * range;
}

/* What the callback needs. GLPK's own incumbent is polled, since solutions of
 * its heuristics are announced by no event. */
typedef struct watch {
    ore_lp *lp;
    ore_tree *tree;
    double best; /* value of the best point told so far */
} watch;

static void look_at_incumbent(watch *w, glp_prob *prob, glp_tree *tree)
{
    if (w->tree->presolve || glp_mip_status(prob) != GLP_FEAS ||
        glp_mip_obj_val(prob) >= w->best) {
        return;
    }
    w->best = w->tree->value = glp_mip_obj_val(prob);
    w->tree->found = true;
    for (int j = 0; j < w->lp->model->n_cols; j++) {
        w->tree->point[j] = glp_mip_col_val(prob, j + 1);
    }
    if (w->tree->on_point && w->tree->on_point(w->tree->data, w->tree->point)) {
        glp_ios_terminate(tree);
    }
}

static void look_at_bound(watch *w, glp_tree *tree)
{
    const int best_node = glp_ios_best_node(tree);
    int nodes = 0;

    glp_ios_tree_size(tree, NULL, NULL, &nodes);
    w->tree->nodes = nodes;
    if (best_node == 0) {
        return;
    }
    const double bound = glp_ios_node_bound(tree, best_node);

    if (bound > w->tree->bound) {
        w->tree->bound = bound;
        if (w->tree->on_bound &&
            w->tree->on_bound(w->tree->data, bound, nodes)) {
            glp_ios_terminate(tree);
        }
    }
    if (w->tree->node_limit > 0 && nodes > w->tree->node_limit) {
        glp_ios_terminate(tree);
    }
}

static void on_event(glp_tree *tree, void *info)
{
    watch *w = info;

    look_at_incumbent(w, glp_ios_get_prob(tree), tree);
    if (glp_ios_reason(tree) == GLP_ISELECT ||
        glp_ios_reason(tree) == GLP_IBRANCH) {
        look_at_bound(w, tree);
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

static void keep_presolved(ore_lp *lp, ore_tree *tree)
{
    const int status = glp_mip_status(lp->prob);

    if (tree->presolve && (status == GLP_OPT || status == GLP_FEAS)) {
        tree->found = true;
        tree->value = glp_mip_obj_val(lp->prob);
        for (int j = 0; j < lp->model->n_cols; j++) {
            tree->point[j] = glp_mip_col_val(lp->prob, j + 1);
        }
    }
}

void ore_lp_tree(ore_lp *lp, ore_tree *tree)
{
    watch w = {lp, tree, HUGE_VAL};
    glp_iocp how;

    tree->found = tree->complete = false;
    tree->bound = -HUGE_VAL;
    tree->nodes = 0;
    if (isfinite(tree->cutoff)) {
        set_cutoff(lp, tree->cutoff);
        if (!tree->presolve) {
            const ore_lp_end end = ore_lp_solve_surely(lp);

            if (end != ORE_LP_OPTIMAL) {
                tree->complete = end == ORE_LP_INFEASIBLE;
                drop_cutoff(lp);
                return;
            }
        }
    }
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
    how.cb_info = &w;
    const int ended = glp_intopt(lp->prob, &how);

    keep_presolved(lp, tree);
    tree->complete = (ended == 0 && (glp_mip_status(lp->prob) == GLP_OPT ||
                                     glp_mip_status(lp->prob) == GLP_NOFEAS)) ||
                     ended == GLP_ENOPFS;
    drop_cutoff(lp);
}
