/* Which rows of the model are in the linear program, when they come in, and
 * what that means for a basis that is kept. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "solve/lp/lp.h"
#include "solve/lp/lp_prob.h"

/* Beyond this, in scaled units, a row is broken: the tolerance that the simplex
 * method itself has for rows that are in. */
static const double broken_beyond = ORE_TOLERANCE_LP;

/* Whether the row is there from the start. */
static bool is_early(const ore_program_row *row, bool all)
{
    return all || !row->is_local || row->lo > 0.0 || row->hi < 0.0 ||
           row->lo == row->hi;
}

/* Column by column: GLPK walks columns most, and keeps their entries where
 * they were made. */
static void load_columns(ore_lp *lp)
{
    const ore_model *model = lp->model;
    const int count = model->row_start[model->n_rows];
    int *start = ore_alloc(model->n_cols + 2, sizeof *start);
    int *rows = ore_alloc(count + 1, sizeof *rows);
    double *coefs = ore_alloc(count + 1, sizeof *coefs);

    for (int e = 0; e < count; e++) {
        start[model->entries[e].col + 2] +=
            lp->row_at[model->entries[e].row] > 0;
    }
    for (int j = 0; j <= model->n_cols; j++) {
        start[j + 1] += start[j];
    }
    for (int e = 0; e < count; e++) {
        const ore_program_entry *entry = &model->entries[e];

        if (lp->row_at[entry->row] > 0) {
            const int at = ++start[entry->col + 1];

            rows[at] = lp->row_at[entry->row];
            coefs[at] = entry->coef;
        }
    }
    for (int j = 0; j < model->n_cols; j++) {
        glp_set_mat_col(lp->prob, j + 1, start[j + 1] - start[j],
                        rows + start[j], coefs + start[j]);
    }
    free(start);
    free(rows);
    free(coefs);
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

void ore_lp_get_bounds(const ore_lp *lp, int j, double *lo, double *hi)
{
    *lo = glp_get_col_lb(lp->prob, j + 1);
    *hi = glp_get_col_ub(lp->prob, j + 1);
}

/* What scales row `i` like the program: 1 / the middle of its coefficients. */
static double scale_of(const ore_lp *lp, int i)
{
    const ore_model *model = lp->model;
    double least = HUGE_VAL, most = 0.0;

    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        const double scaled = fabs(model->entries[e].coef) *
                              glp_get_sjj(lp->prob, model->entries[e].col + 1);

        least = fmin(least, scaled);
        most = fmax(most, scaled);
    }
    return most > 0.0 ? 1.0 / sqrt(least * most) : 1.0;
}

static void set_bounds(ore_lp *lp, int row, double lo, double hi)
{
    glp_set_row_bnds(lp->prob, row, bound_type(lo, hi), finite_or_0(lo),
                     finite_or_0(hi));
}

/* Bring in row i of the model. */
static void bring_in(ore_lp *lp, int i)
{
    const ore_model *model = lp->model;
    const int count = model->row_start[i + 1] - model->row_start[i];
    const ore_program_entry *entries = model->entries + model->row_start[i];
    int *columns = ore_alloc(count + 1, sizeof *columns);
    double *coefs = ore_alloc(count + 1, sizeof *coefs);
    const int row = ore_lp_add_lazy(lp, i);

    for (int e = 0; e < count; e++) {
        columns[e + 1] = entries[e].col + 1;
        coefs[e + 1] = entries[e].coef;
    }
    glp_set_mat_row(lp->prob, row, count, columns, coefs);
    glp_set_rii(lp->prob, row, scale_of(lp, i));
    set_bounds(lp, row, model->rows[i].lo, model->rows[i].hi);
    free(columns);
    free(coefs);
}

void ore_lp_row_bounds(ore_lp *lp, int i, double lo, double hi)
{
    if (lp->row_at[i] == 0) {
        bring_in(lp, i);
    }
    set_bounds(lp, lp->row_at[i], lo, hi);
}

void ore_lp_load_rows(ore_lp *lp, bool all)
{
    const ore_model *model = lp->model;

    lp->row_at = ore_alloc(model->n_rows, sizeof *lp->row_at);
    for (int i = 0; i < model->n_rows; i++) {
        if (is_early(&model->rows[i], all)) {
            lp->row_at[i] = ++lp->n_early;
        }
    }
    lp->n_absent = model->n_rows - lp->n_early;
    if (lp->n_early > 0) {
        glp_add_rows(lp->prob, lp->n_early);
    }
    for (int i = 0; i < model->n_rows; i++) {
        if (lp->row_at[i] > 0) {
            ore_lp_row_bounds(lp, i, model->rows[i].lo, model->rows[i].hi);
        }
    }
    if (lp->n_early > 0) {
        load_columns(lp);
    }
}

int ore_lp_add_lazy(ore_lp *lp, int i)
{
    const int row = glp_add_rows(lp->prob, 1);

    lp->late = ore_grow(lp->late, lp->n_late, &lp->room_late, sizeof *lp->late);
    lp->late[lp->n_late++] = i;
    if (i >= 0) {
        lp->row_at[i] = row;
        lp->n_absent--;
    }
    return row;
}

/* How far the last solve is beyond row `i`. */
static double beyond(const ore_lp *lp, int i)
{
    const ore_model *model = lp->model;
    double sum = 0.0;

    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        sum += model->entries[e].coef *
               glp_get_col_prim(lp->prob, model->entries[e].col + 1);
    }
    return fmax(model->rows[i].lo - sum, sum - model->rows[i].hi);
}

int ore_lp_separate_violated(ore_lp *lp)
{
    int count = 0;

    for (int i = 0; i < lp->model->n_rows && lp->n_absent > 0; i++) {
        if (lp->row_at[i] > 0) {
            continue;
        }
        const double most = beyond(lp, i);

        if (most > 0.0 && most * scale_of(lp, i) > broken_beyond) {
            bring_in(lp, i);
            count++;
        }
    }
    return count;
}

void ore_lp_delete_cuts(ore_lp *lp, int count, const int *rows)
{
    const int first = ore_lp_cutoff_row(lp) + 1;
    int kept = 0, deleted = 1;

    for (int k = 0; k < lp->n_late; k++) {
        if (deleted <= count && rows[deleted] == first + k) {
            deleted++;
            continue;
        }
        lp->late[kept] = lp->late[k];
        if (lp->late[kept] >= 0) {
            lp->row_at[lp->late[kept]] = first + kept;
        }
        kept++;
    }
    lp->n_late = kept;
    glp_del_rows(lp->prob, count, rows);
}

int ore_lp_basis_size(const ore_lp *lp)
{
    return glp_get_num_cols(lp->prob) + glp_get_num_rows(lp->prob) +
           lp->n_absent;
}

void ore_lp_get_basis(const ore_lp *lp, unsigned char *basis)
{
    const int n_rows = glp_get_num_rows(lp->prob);
    const int n_cols = glp_get_num_cols(lp->prob);

    for (int j = 0; j < n_cols; j++) {
        *basis++ = (unsigned char)glp_get_col_stat(lp->prob, j + 1);
    }
    for (int i = 0; i < n_rows; i++) {
        *basis++ = (unsigned char)glp_get_row_stat(lp->prob, i + 1);
    }
    /* What comes in later does not bind yet. */
    memset(basis, GLP_BS, (size_t)lp->n_absent);
}

void ore_lp_set_basis(ore_lp *lp, const unsigned char *basis)
{
    const int n_rows = glp_get_num_rows(lp->prob);
    const int n_cols = glp_get_num_cols(lp->prob);

    for (int j = 0; j < n_cols; j++) {
        glp_set_col_stat(lp->prob, j + 1, basis[j]);
    }
    for (int i = 0; i < n_rows; i++) {
        glp_set_row_stat(lp->prob, i + 1, basis[n_cols + i]);
    }
}
