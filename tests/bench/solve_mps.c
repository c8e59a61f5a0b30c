/* For the bench alone: a program from an MPS file, minimised by the cuts and
 * the tree that rounds are solved with, without what is known of rounds.
 * Columns are real or binary. solve_mps FILE.mps SECONDS prints, as it comes to
 * know them, lines "best X bound Y", then "nodes N iterations N". */
#include <glpk.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "solve/lp/lazy_rows.h"
#include "solve/tree/branch.h"

typedef struct mps {
    ore_model model;
    ore_lp *polish; /* with the binaries fixed */
    double best, bound;
} mps;

static double low(int type, double bound)
{
    return type == GLP_FR || type == GLP_UP ? -HUGE_VAL : bound;
}

static double high(int type, double bound)
{
    return type == GLP_FR || type == GLP_LO ? HUGE_VAL : bound;
}

static void load_columns(glp_prob *prob, ore_model *model)
{
    static char name[] = "x";

    model->n_cols = glp_get_num_cols(prob);
    model->cols = ore_alloc(model->n_cols, sizeof *model->cols);
    model->goal_entries = ore_alloc(model->n_cols, sizeof *model->goal_entries);
    for (int j = 0; j < model->n_cols; j++) {
        const int type = glp_get_col_type(prob, j + 1);
        const double cost = glp_get_obj_coef(prob, j + 1);

        model->cols[j] = (ore_program_col){
            .name = name,
            .lo = low(type, glp_get_col_lb(prob, j + 1)),
            .hi = high(type, type == GLP_FX ? glp_get_col_lb(prob, j + 1)
                                            : glp_get_col_ub(prob, j + 1)),
            .kind = glp_get_col_kind(prob, j + 1) == GLP_CV ? ORE_CONTINUOUS
                                                            : ORE_BINARY};
        if (cost != 0.0) {
            model->goal_entries[model->n_goal_entries++] =
                (ore_program_entry){0, j, cost};
        }
    }
}

static void load_rows(glp_prob *prob, ore_model *model)
{
    static char name[] = "row";
    int *columns = ore_alloc(model->n_cols + 1, sizeof *columns);
    double *coefs = ore_alloc(model->n_cols + 1, sizeof *coefs);

    model->n_rows = glp_get_num_rows(prob);
    model->rows = ore_alloc(model->n_rows, sizeof *model->rows);
    model->row_start = ore_alloc(model->n_rows + 1, sizeof(int));
    model->entries = ore_alloc(glp_get_num_nz(prob), sizeof *model->entries);
    for (int i = 0; i < model->n_rows; i++) {
        const int type = glp_get_row_type(prob, i + 1);
        const int count = glp_get_mat_row(prob, i + 1, columns, coefs);

        model->rows[i] = (ore_program_row){
            .name = name,
            .lo = low(type, glp_get_row_lb(prob, i + 1)),
            .hi = high(type, type == GLP_FX ? glp_get_row_lb(prob, i + 1)
                                            : glp_get_row_ub(prob, i + 1))};
        /* GLPK gives the entries of a row backwards. */
        for (int e = count; e >= 1; e--) {
            model->entries[model->n_entries++] =
                (ore_program_entry){i, columns[e] - 1, coefs[e]};
        }
        model->row_start[i + 1] = model->n_entries;
    }
    free(columns);
    free(coefs);
}

static void tell(const mps *m)
{
    printf("best %.9g bound %.9g\n", m->best, m->bound);
    fflush(stdout);
}

static double take_point(void *data, const double *point)
{
    mps *m = data;

    for (int j = 0; j < m->model.n_cols; j++) {
        if (m->model.cols[j].kind == ORE_BINARY) {
            ore_lp_bounds(m->polish, j, round(point[j]), round(point[j]));
        }
    }
    if (ore_lp_solve(m->polish) == ORE_LP_OPTIMAL &&
        ore_lp_value(m->polish) < m->best) {
        m->best = ore_lp_value(m->polish);
        tell(m);
    }
    return m->best - 1e-7 * fmax(1.0, fabs(m->best));
}

static bool take_bound(void *data, double bound)
{
    mps *m = data;

    if (bound > m->bound) {
        m->bound = fmin(bound, m->best);
        tell(m);
    }
    return false;
}

static bool take_node(void *data, double bound, int nodes, double *cutoff)
{
    const mps *m = data;

    (void)nodes;
    (void)cutoff;
    (void)take_bound(data, bound);
    return isfinite(m->best) && m->best - m->bound <= 1e-5 * fabs(m->best);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: solve_mps FILE.mps SECONDS\n");
        return 64;
    }
    const double until_s = ore_now_s() + strtod(argv[2], NULL);
    mps m = {.best = HUGE_VAL, .bound = -HUGE_VAL};
    ore_branching how = {.cutoff = HUGE_VAL,
                         .max_tried = 8,
                         .on_point = take_point,
                         .on_node = take_node,
                         .data = &m};
    glp_prob *prob = glp_create_prob();

    glp_term_out(GLP_OFF);
    if (glp_read_mps(prob, GLP_MPS_FILE, NULL, argv[1]) != 0) {
        fprintf(stderr, "%s: cannot be read as free MPS\n", argv[1]);
        return 65;
    }
    load_columns(prob, &m.model);
    load_rows(prob, &m.model);
    glp_delete_prob(prob);
    m.polish = ore_lp_new(&m.model, until_s);
    ore_lp_goal(m.polish, 0, 1.0);

    ore_lp *root = ore_lp_new(&m.model, until_s);

    ore_lp_goal(root, 0, 1.0);
    if (ore_lp_solve(root) == ORE_LP_OPTIMAL) {
        (void)take_bound(&m, ore_lp_value(root));
        (void)ore_lp_cut(root, take_bound, &m);
    }
    ore_model *tight = ore_lp_with_cuts(root);
    ore_lp *lp = ore_lp_new(tight, until_s);

    ore_lp_goal(lp, 0, 1.0);
    if (ore_lp_solve(lp) == ORE_LP_OPTIMAL) {
        ore_branch(lp, tight, &how);
    }
    if (how.complete) {
        (void)take_bound(&m, fmin(how.bound, m.best));
    }
    printf("nodes %d iterations %d\n", how.nodes, ore_lp_iterations(lp));
    ore_lp_free(lp);
    ore_lazy_rows_free(tight);
    ore_lp_free(root);
    ore_lp_free(m.polish);
    free(m.model.cols);
    free(m.model.goal_entries);
    free(m.model.rows);
    free(m.model.row_start);
    free(m.model.entries);
    return 0;
}
