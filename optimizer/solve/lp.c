/* GLPK, wrapped. See lp.h. What is minded here (measured on GLPK 5.0): equal
 * bounds must be GLP_FX, the presolver loses up to 1e-3 of a row, the proven
 * bound is only to be had inside the callback, time limits are looked at
 * between linear programs only, terminal output goes to stdout. */
#include "solve/lp.h"
#include "solve/solve.h"

#include <glpk.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "orefolio/memory.h"

struct ore_lp {
    const ore_model *model;
    glp_prob *prob;
    double deadline_s;
    int *hold_row; /* [n_goals] row of the goal's bound; 0 = none yet */
    int n_goals;
    int cutoff_row; /* objective of the last ore_lp_tree call */
};

double ore_now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

#define TEXT_OF(x) TEXT(x)
#define TEXT(x)    #x

const char *ore_solver_name(void)
{
    return "GLPK " TEXT_OF(GLP_MAJOR_VERSION) "." TEXT_OF(GLP_MINOR_VERSION);
}

static int swallow(void *info, const char *text)
{
    (void)info;
    (void)text;
    return 1;
}

static int bound_type(double lo, double hi)
{
    if (lo == hi) {
        return GLP_FX;
    }
    if (isfinite(lo) && isfinite(hi)) {
        return GLP_DB;
    }
    return isfinite(lo) ? GLP_LO : isfinite(hi) ? GLP_UP : GLP_FR;
}

static double finite_or_0(double value)
{
    return isfinite(value) ? value : 0.0;
}

void ore_lp_bounds(ore_lp *lp, int j, double lo, double hi)
{
    glp_set_col_bnds(lp->prob, j + 1, bound_type(lo, hi), finite_or_0(lo),
                     finite_or_0(hi));
}

void ore_lp_row_bounds(ore_lp *lp, int i, double lo, double hi)
{
    glp_set_row_bnds(lp->prob, i + 1, bound_type(lo, hi), finite_or_0(lo),
                     finite_or_0(hi));
}

static void load_rows(ore_lp *lp)
{
    const ore_model *model = lp->model;
    int *columns = ore_alloc(model->n_cols + 1, sizeof *columns);
    double *coefs = ore_alloc(model->n_cols + 1, sizeof *coefs);

    glp_add_rows(lp->prob, model->n_rows);
    for (int i = 0; i < model->n_rows; i++) {
        int count = 0;

        for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
            columns[++count] = model->entries[e].col + 1;
            coefs[count] = model->entries[e].coef;
        }
        glp_set_mat_row(lp->prob, i + 1, count, columns, coefs);
        ore_lp_row_bounds(lp, i, model->rows[i].lo, model->rows[i].hi);
    }
    free(columns);
    free(coefs);
}

ore_lp *ore_lp_new(const ore_model *model, double deadline_s)
{
    ore_lp *lp = ore_alloc(1, sizeof *lp);

    glp_term_hook(swallow, NULL);
    lp->model = model;
    lp->deadline_s = deadline_s;
    lp->prob = glp_create_prob();
    if (model->n_cols > 0) {
        glp_add_cols(lp->prob, model->n_cols);
    }
    for (int j = 0; j < model->n_cols; j++) {
        glp_set_col_kind(lp->prob, j + 1,
                         model->cols[j].kind == ORE_BINARY ? GLP_IV : GLP_CV);
    }
    ore_lp_reset(lp);
    if (model->n_rows > 0) {
        load_rows(lp);
    }
    for (int e = 0; e < model->n_goal_entries; e++) {
        lp->n_goals = model->goal_entries[e].row + 1;
    }
    lp->hold_row = ore_alloc(lp->n_goals, sizeof *lp->hold_row);
    glp_scale_prob(lp->prob, GLP_SF_AUTO);
    return lp;
}

void ore_lp_free(ore_lp *lp)
{
    if (lp) {
        glp_delete_prob(lp->prob);
        free(lp->hold_row);
        free(lp);
    }
}

void ore_lp_deadline(ore_lp *lp, double deadline_s)
{
    lp->deadline_s = deadline_s;
}

void ore_lp_reset(ore_lp *lp)
{
    for (int j = 0; j < lp->model->n_cols; j++) {
        ore_lp_bounds(lp, j, lp->model->cols[j].lo, lp->model->cols[j].hi);
    }
}

void ore_lp_costs(ore_lp *lp, const double *costs)
{
    for (int j = 0; j < lp->model->n_cols; j++) {
        glp_set_obj_coef(lp->prob, j + 1, costs[j]);
    }
}

void ore_lp_goal(ore_lp *lp, int g, double sign)
{
    double *costs = ore_alloc(lp->model->n_cols, sizeof *costs);

    for (int e = 0; e < lp->model->n_goal_entries; e++) {
        const ore_entry *entry = &lp->model->goal_entries[e];

        if (entry->row == g) {
            costs[entry->col] = sign * entry->coef;
        }
    }
    ore_lp_costs(lp, costs);
    free(costs);
}

void ore_lp_hold(ore_lp *lp, int g, double sign, double most)
{
    if (g >= lp->n_goals) {
        return; /* a goal without a term is 0 whatever is chosen */
    }
    if (lp->hold_row[g] == 0) {
        int *columns = ore_alloc(lp->model->n_cols + 1, sizeof *columns);
        double *coefs = ore_alloc(lp->model->n_cols + 1, sizeof *coefs);
        int count = 0;

        for (int e = 0; e < lp->model->n_goal_entries; e++) {
            const ore_entry *entry = &lp->model->goal_entries[e];

            if (entry->row == g) {
                columns[++count] = entry->col + 1;
                coefs[count] = sign * entry->coef;
            }
        }
        lp->hold_row[g] = glp_add_rows(lp->prob, 1);
        glp_set_mat_row(lp->prob, lp->hold_row[g], count, columns, coefs);
        free(columns);
        free(coefs);
    }
    glp_set_row_bnds(lp->prob, lp->hold_row[g], isinf(most) ? GLP_FR : GLP_UP,
                     0.0, most);
}

static int left_ms(const ore_lp *lp)
{
    const double left_s = lp->deadline_s - ore_now_s();

    return left_s <= 0.0 ? 1 : left_s > 1e6 ? INT_MAX : (int)(1e3 * left_s) + 1;
}

ore_lp_end ore_lp_solve(ore_lp *lp)
{
    glp_smcp how;

    if (lp->model->n_cols == 0) {
        return ORE_LP_OPTIMAL;
    }
    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.meth = GLP_DUALP;
    how.tol_bnd = 1e-9;
    how.tm_lim = left_ms(lp);
    int ended = glp_simplex(lp->prob, &how);

    if (ended == GLP_EBADB || ended == GLP_ESING || ended == GLP_ECOND ||
        ended == GLP_EFAIL) {
        /* The kept basis went bad: once more from a fresh one. */
        glp_adv_basis(lp->prob, 0);
        how.meth = GLP_PRIMAL;
        ended = glp_simplex(lp->prob, &how);
    }
    if (ended != 0) {
        return ORE_LP_UNFINISHED;
    }
    switch (glp_get_status(lp->prob)) {
    case GLP_OPT: return ORE_LP_OPTIMAL;
    case GLP_NOFEAS: return ORE_LP_INFEASIBLE;
    default: return ORE_LP_UNFINISHED;
    }
}

double ore_lp_value(const ore_lp *lp)
{
    return lp->model->n_cols == 0 ? 0.0 : glp_get_obj_val(lp->prob);
}

void ore_lp_point(const ore_lp *lp, double *point)
{
    for (int j = 0; j < lp->model->n_cols; j++) {
        point[j] = glp_get_col_prim(lp->prob, j + 1);
    }
}

double ore_lp_reduced_cost(const ore_lp *lp, int j)
{
    return glp_get_col_dual(lp->prob, j + 1);
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
    if (lp->cutoff_row == 0) {
        lp->cutoff_row = glp_add_rows(lp->prob, 1);
    }
    glp_set_mat_row(lp->prob, lp->cutoff_row, count, columns, coefs);
    glp_set_row_bnds(lp->prob, lp->cutoff_row, GLP_UP, 0.0, cutoff);
    free(columns);
    free(coefs);
}

static void drop_cutoff(ore_lp *lp)
{
    if (lp->cutoff_row > 0) {
        glp_set_row_bnds(lp->prob, lp->cutoff_row, GLP_FR, 0.0, 0.0);
        glp_set_mat_row(lp->prob, lp->cutoff_row, 0, NULL, NULL);
    }
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
            const ore_lp_end end = ore_lp_solve(lp);

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
    how.gmi_cuts = how.mir_cuts = how.cov_cuts = how.clq_cuts =
        tree->cuts ? GLP_ON : GLP_OFF;
    how.mip_gap = tree->gap;
    how.tm_lim = left_ms(lp);
    how.cb_func = on_event;
    how.cb_info = &w;
    const int ended = glp_intopt(lp->prob, &how);

    keep_presolved(lp, tree);
    tree->complete = (ended == 0 && (glp_mip_status(lp->prob) == GLP_OPT ||
                                     glp_mip_status(lp->prob) == GLP_NOFEAS)) ||
                     ended == GLP_ENOPFS;
    drop_cutoff(lp);
}
