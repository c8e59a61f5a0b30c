/* The relaxation as separators see it: cut_view.h, tableau.h. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/cuts/cut_view.h"
#include "solve/cuts/tableau.h"
#include "solve/lp/lp.h"
#include "solve/lp/lp_prob.h"

/* Scaled weights of a tableau row below this are rounding. */
static const double least_weight = 1e-9;

static void copy_columns(ore_cut_view *view, const ore_lp *lp)
{
    const int n = lp->model->n_cols;

    view->n_cols = n;
    view->lo = ore_alloc(n, sizeof *view->lo);
    view->hi = ore_alloc(n, sizeof *view->hi);
    view->x = ore_alloc(n, sizeof *view->x);
    view->col_unit = ore_alloc(n, sizeof *view->col_unit);
    view->is_binary = ore_alloc(n, sizeof *view->is_binary);
    for (int j = 0; j < n; j++) {
        view->lo[j] = lp->model->cols[j].lo;
        view->hi[j] = lp->model->cols[j].hi;
        view->x[j] = glp_get_col_prim(lp->prob, j + 1);
        view->col_unit[j] = glp_get_sjj(lp->prob, j + 1);
        view->is_binary[j] = lp->model->cols[j].kind == ORE_BINARY;
    }
}

static double low_side(glp_prob *prob, int i)
{
    const int type = glp_get_row_type(prob, i);

    return type == GLP_FR || type == GLP_UP ? -HUGE_VAL
                                            : glp_get_row_lb(prob, i);
}

static double high_side(glp_prob *prob, int i)
{
    const int type = glp_get_row_type(prob, i);

    return type == GLP_FR || type == GLP_LO ? HUGE_VAL
           : type == GLP_FX                 ? glp_get_row_lb(prob, i)
                                            : glp_get_row_ub(prob, i);
}

static void alloc_sparse(ore_sparse *matrix, int lines, int entries)
{
    matrix->start = ore_alloc(lines + 2, sizeof *matrix->start);
    matrix->index = ore_alloc(entries, sizeof *matrix->index);
    matrix->coef = ore_alloc(entries, sizeof *matrix->coef);
}

/* Row i of the program, as row i - 1 of the view. */
static void copy_row(ore_cut_view *view, const ore_lp *lp, int i, int *columns,
                     double *coefs)
{
    const int count = glp_get_mat_row(lp->prob, i, columns, coefs);
    const int first = view->rows.start[i - 1];
    double activity = 0.0, squares = 0.0;

    for (int e = 0; e < count; e++) {
        const int j = columns[e + 1] - 1;
        const double size = coefs[e + 1] * view->col_unit[j];

        view->rows.index[first + e] = j;
        view->rows.coef[first + e] = coefs[e + 1];
        activity += coefs[e + 1] * view->x[j];
        squares += size * size;
    }
    view->rows.start[i] = first + count;
    view->row_lo[i - 1] = low_side(lp->prob, i);
    view->row_hi[i - 1] = high_side(lp->prob, i);
    view->activity[i - 1] = activity;
    view->row_norm[i - 1] = sqrt(squares);
    view->is_usable[i - 1] =
        count > 0 &&
        (isfinite(view->row_lo[i - 1]) || isfinite(view->row_hi[i - 1])) &&
        (i <= lp->n_early || i > ore_lp_cutoff_row(lp));
}

static void copy_rows(ore_cut_view *view, const ore_lp *lp)
{
    const int n = glp_get_num_rows(lp->prob);
    int *columns = ore_alloc(view->n_cols + 1, sizeof *columns);
    double *coefs = ore_alloc(view->n_cols + 1, sizeof *coefs);

    view->n_rows = n;
    alloc_sparse(&view->rows, n, glp_get_num_nz(lp->prob));
    view->row_lo = ore_alloc(n, sizeof *view->row_lo);
    view->row_hi = ore_alloc(n, sizeof *view->row_hi);
    view->activity = ore_alloc(n, sizeof *view->activity);
    view->row_norm = ore_alloc(n, sizeof *view->row_norm);
    view->is_usable = ore_alloc(n, sizeof *view->is_usable);
    for (int i = 1; i <= n; i++) {
        copy_row(view, lp, i, columns, coefs);
    }
    free(columns);
    free(coefs);
}

static void transpose(const ore_sparse *rows, int n_rows, ore_sparse *cols,
                      int n_cols)
{
    alloc_sparse(cols, n_cols, rows->start[n_rows]);
    for (int e = 0; e < rows->start[n_rows]; e++) {
        cols->start[rows->index[e] + 2]++;
    }
    for (int j = 0; j <= n_cols; j++) {
        cols->start[j + 1] += cols->start[j];
    }
    for (int i = 0; i < n_rows; i++) {
        for (int e = rows->start[i]; e < rows->start[i + 1]; e++) {
            const int at = cols->start[rows->index[e] + 1]++;

            cols->index[at] = i;
            cols->coef[at] = rows->coef[e];
        }
    }
}

ore_cut_view *ore_lp_cut_view(ore_lp *lp)
{
    ore_cut_view *view = ore_alloc(1, sizeof *view);

    view->tableau = lp->prob;
    copy_columns(view, lp);
    copy_rows(view, lp);
    transpose(&view->rows, view->n_rows, &view->cols, view->n_cols);
    ore_cut_view_find_bounds(view);
    return view;
}

bool ore_tableau_row(const ore_cut_view *view, int j, ore_aggregated_row *sum)
{
    glp_prob *prob = view->tableau;
    bool is_usable = true;

    if (glp_get_col_stat(prob, j + 1) != GLP_BS || !glp_bf_exists(prob)) {
        return false;
    }
    double *weights = ore_alloc(view->n_rows + 1, sizeof *weights);

    weights[glp_get_col_bind(prob, j + 1)] = 1.0;
    glp_btran(prob, weights);
    ore_aggregated_row_clear(sum);
    for (int i = 0; i < view->n_rows && is_usable; i++) {
        /* Of a row with the norm 1, in scaled units of the column. */
        if (fabs(weights[i + 1]) * view->row_norm[i] >
            least_weight * view->col_unit[j]) {
            is_usable = view->is_usable[i];
            ore_aggregated_row_add(sum, i, -weights[i + 1]);
        }
    }
    free(weights);
    return is_usable;
}
