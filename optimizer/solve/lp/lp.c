/* GLPK, wrapped. See lp.h. What is minded here (measured on GLPK 5.0): equal
 * bounds must be GLP_FX, the presolver loses up to 1e-3 of a row, the proven
 * bound is only to be had inside the callback, time limits are looked at
 * between linear programs only, terminal output goes to stdout. */
#include "solve/lp/lp.h"
#include "orefolio/tolerances.h"
#include "solve/lp/lp_prob.h"

#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"

#define TEXT_OF(x) TEXT(x)
#define TEXT(x)    #x

const char *ore_lp_solver_name(void)
{
    return "GLPK " TEXT_OF(GLP_MAJOR_VERSION) "." TEXT_OF(GLP_MINOR_VERSION);
}

/* The library says what it dies of here, and then aborts. */
static int swallow(void *info, const char *text)
{
    (void)info;
    if (strstr(text, "no memory available")) {
        ore_out_of_memory();
    }
    return 1;
}

static ore_lp *lp_new(const ore_model *model, double deadline_s, bool all)
{
    ore_lp *lp = ore_alloc(1, sizeof *lp);

    if (glp_init_env() == 2) {
        ore_out_of_memory();
    }
    glp_term_hook(swallow, NULL);
    lp->model = model;
    lp->deadline_s = deadline_s;
    lp->ceiling = HUGE_VAL;
    lp->max_work = HUGE_VAL;
    lp->prob = glp_create_prob();
    if (model->n_cols > 0) {
        glp_add_cols(lp->prob, model->n_cols);
    }
    for (int j = 0; j < model->n_cols; j++) {
        glp_set_col_kind(lp->prob, j + 1,
                         model->cols[j].kind == ORE_BINARY ? GLP_IV : GLP_CV);
    }
    ore_lp_reset(lp);
    ore_lp_load_rows(lp, all);
    for (int e = 0; e < model->n_goal_entries; e++) {
        lp->n_goals = model->goal_entries[e].row + 1;
    }
    /* Rows of the holds and of the cutoff: free until they are needed, so that
     * cuts stand last and come and go without moving them. */
    const int spare = glp_add_rows(lp->prob, lp->n_goals + 1);

    for (int i = spare; i <= spare + lp->n_goals; i++) {
        glp_set_row_bnds(lp->prob, i, GLP_FR, 0.0, 0.0);
    }
    glp_scale_prob(lp->prob, GLP_SF_AUTO);
    return lp;
}

ore_lp *ore_lp_new(const ore_model *model, double deadline_s)
{
    return lp_new(model, deadline_s, true);
}

ore_lp *ore_lp_new_lazy(const ore_model *model, double deadline_s)
{
    return lp_new(model, deadline_s, false);
}

void ore_lp_free(ore_lp *lp)
{
    if (lp) {
        glp_delete_prob(lp->prob);
        free(lp->row_at);
        free(lp->late);
        free(lp);
    }
}

int ore_lp_iterations(const ore_lp *lp)
{
    return glp_get_it_cnt(lp->prob);
}

void ore_lp_deadline(ore_lp *lp, double deadline_s)
{
    lp->deadline_s = deadline_s;
}

void ore_lp_ceiling(ore_lp *lp, double ceiling)
{
    lp->ceiling = ceiling;
}

bool ore_lp_is_out_of_time(const ore_lp *lp)
{
    return ore_search_clock_s() >= lp->deadline_s;
}

void ore_lp_iteration_limit(ore_lp *lp, int max_iterations)
{
    lp->max_iterations = max_iterations;
}

void ore_lp_reset(ore_lp *lp)
{
    for (int j = 0; j < lp->model->n_cols; j++) {
        ore_lp_bounds(lp, j, lp->model->cols[j].lo, lp->model->cols[j].hi);
    }
}

void ore_lp_reset_rows(ore_lp *lp)
{
    for (int i = 0; i < lp->model->n_rows; i++) {
        if (lp->row_at[i] > 0) {
            ore_lp_row_bounds(lp, i, lp->model->rows[i].lo,
                              lp->model->rows[i].hi);
        }
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
        const ore_program_entry *entry = &lp->model->goal_entries[e];

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
    const int row = ore_lp_hold_row(lp, g);

    if (glp_get_mat_row(lp->prob, row, NULL, NULL) == 0) {
        int *columns = ore_alloc(lp->model->n_cols + 1, sizeof *columns);
        double *coefs = ore_alloc(lp->model->n_cols + 1, sizeof *coefs);
        int count = 0;

        for (int e = 0; e < lp->model->n_goal_entries; e++) {
            const ore_program_entry *entry = &lp->model->goal_entries[e];

            if (entry->row == g) {
                columns[++count] = entry->col + 1;
                coefs[count] = sign * entry->coef;
            }
        }
        glp_set_mat_row(lp->prob, row, count, columns, coefs);
        free(columns);
        free(coefs);
    }
    glp_set_row_bnds(lp->prob, row, isinf(most) ? GLP_FR : GLP_UP, 0.0, most);
}

/* Primal, to the optimum or the deadline; 0 when it ended. Long steps are
 * faster on large programs, but have been seen to go round in circles: so not
 * for ever. */
static int solve_primal(ore_lp *lp, bool presolve, bool long_steps)
{
    glp_smcp how;

    glp_init_smcp(&how);
    how.meth = GLP_PRIMAL;
    how.presolve = presolve ? GLP_ON : GLP_OFF;
    how.r_test = long_steps ? GLP_RT_FLIP : GLP_RT_HAR;
    return ore_lp_simplex(
        lp, &how,
        long_steps ? 2 * (lp->model->n_rows + lp->model->n_cols) : INT_MAX);
}

/* From scratch: primal, behind the presolver, which shrinks a program whose
 * blocks are mostly fixed to nothing. What it loses the next solve, from its
 * basis, finds. */
static void find_basis(ore_lp *lp)
{
    if (lp->n_early < lp->model->n_rows) {
        /* Where rows come in as they are broken, nothing is the place to
         * begin. */
        glp_std_basis(lp->prob);
    } else if (solve_primal(lp, true, true) != 0 &&
               solve_primal(lp, true, false) != 0) {
        glp_adv_basis(lp->prob, 0);
    }
    lp->has_basis = true;
}

void ore_lp_widened(ore_lp *lp)
{
    (void)solve_primal(lp, false, true);
}

void ore_lp_forget(ore_lp *lp)
{
    lp->has_basis = false;
}

/* Whether rows without columns hold. */
static bool holds_empty(const ore_model *model)
{
    for (int i = 0; i < model->n_rows; i++) {
        if (model->rows[i].lo > 0.0 || model->rows[i].hi < 0.0) {
            return false;
        }
    }
    return true;
}

/* Whether the dual simplex ended as infeasible without a proof. */
static bool is_doubtful(ore_lp *lp, int ended)
{
    return ended == 0 && glp_get_status(lp->prob) == GLP_NOFEAS &&
           !ore_lp_is_proven_infeasible(lp);
}

/* Dual, from the basis in hand. Updates of its factorisation add up to errors
 * beyond the tolerance, and what is off by rounding alone no step mends: then
 * GLPK says infeasible. So without a proof, the basis is factorised anew. */
static int run_dual(ore_lp *lp, int max_iterations)
{
    glp_smcp how;

    glp_init_smcp(&how);
    how.meth = GLP_DUALP;
    how.r_test = GLP_RT_FLIP;
    how.tol_bnd = ORE_TOLERANCE_LP;
    how.obj_ul = fmin(lp->ceiling, DBL_MAX);
    int ended = ore_lp_simplex(lp, &how, max_iterations);

    if (!is_doubtful(lp, ended)) {
        return ended;
    }
    ended = glp_factorize(lp->prob);
    if (ended == 0) {
        ended = ore_lp_simplex(lp, &how, max_iterations);
    }
    return is_doubtful(lp, ended) ? GLP_EFAIL : ended;
}

/* Dual, in at most so many iterations, and afresh where that fails. */
static ore_lp_end solve_dual(ore_lp *lp, int max_iterations)
{
    /* Long steps have been seen to go round in circles here, too. */
    const int enough =
        20 * (glp_get_num_rows(lp->prob) + glp_get_num_cols(lp->prob)) + 10000;
    int ended = run_dual(lp, max_iterations < enough ? max_iterations : enough);

    if (ended == GLP_EOBJUL) {
        return ORE_LP_INFEASIBLE;
    }
    const bool circles = ended == GLP_EITLIM && max_iterations > enough;

    if (ended == GLP_EBADB || ended == GLP_ESING || ended == GLP_ECOND ||
        ended == GLP_EFAIL || circles) {
        /* The kept basis went bad: once more from a fresh one. */
        glp_adv_basis(lp->prob, 0);
        ended = solve_primal(lp, false, false);
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

ore_lp_end ore_lp_solve(ore_lp *lp)
{
    const int most = lp->max_iterations;
    const int before = ore_lp_iterations(lp);
    ore_lp_end end = ORE_LP_OPTIMAL;

    if (lp->model->n_cols == 0) {
        return holds_empty(lp->model) ? ORE_LP_OPTIMAL : ORE_LP_INFEASIBLE;
    }
    if (!lp->has_basis) {
        find_basis(lp);
    }
    lp->proven = -HUGE_VAL;
    do {
        const int used = ore_lp_iterations(lp) - before;

        if (most > 0 && used >= most) {
            return ORE_LP_UNFINISHED;
        }
        end = solve_dual(lp, most > 0 ? most - used : INT_MAX);
        if (end == ORE_LP_OPTIMAL) {
            lp->proven = ore_lp_value(lp);
        }
    } while (end == ORE_LP_OPTIMAL && ore_lp_separate_violated(lp) > 0);
    return end;
}

ore_lp_end ore_lp_solve_surely(ore_lp *lp)
{
    const ore_lp_end end = ore_lp_solve(lp);

    if (end != ORE_LP_INFEASIBLE || lp->model->n_cols == 0 ||
        glp_get_status(lp->prob) != GLP_NOFEAS) {
        return end; /* the ceiling is no verdict on the rows */
    }
    glp_adv_basis(lp->prob, 0);
    if (solve_primal(lp, false, false) != 0) {
        return ORE_LP_UNFINISHED;
    }
    return glp_get_status(lp->prob) == GLP_OPT ? ore_lp_solve(lp) : end;
}

double ore_lp_proven(const ore_lp *lp)
{
    return lp->proven;
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

double ore_lp_row_dual(const ore_lp *lp, int i)
{
    return lp->row_at[i] > 0 ? glp_get_row_dual(lp->prob, lp->row_at[i]) : 0.0;
}

double ore_lp_reduced_cost(const ore_lp *lp, int j)
{
    return glp_get_col_dual(lp->prob, j + 1);
}
