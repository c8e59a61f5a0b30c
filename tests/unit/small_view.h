/* What separators see of a small program at a point, without a simplex: every
 * column is a unit of its own. */
#ifndef TESTS_UNIT_SMALL_VIEW_H
#define TESTS_UNIT_SMALL_VIEW_H

#include <math.h>

#include "near.h"
#include "orefolio/memory.h"
#include "small_program.h"
#include "solve/cuts/cut.h"

static inline void small_view_columns(ore_cut_view *view,
                                      const ore_model *model, const double *x)
{
    const int n = model->n_cols;

    view->n_cols = n;
    view->lo = ore_alloc(n, sizeof *view->lo);
    view->hi = ore_alloc(n, sizeof *view->hi);
    view->x = ore_alloc(n, sizeof *view->x);
    view->col_unit = ore_alloc(n, sizeof *view->col_unit);
    view->is_binary = ore_alloc(n, sizeof *view->is_binary);
    for (int j = 0; j < n; j++) {
        view->lo[j] = model->cols[j].lo;
        view->hi[j] = model->cols[j].hi;
        view->x[j] = x[j];
        view->col_unit[j] = 1.0;
        view->is_binary[j] = model->cols[j].kind == ORE_BINARY;
    }
}

static inline void small_view_row(ore_cut_view *view, const ore_model *model,
                                  int i)
{
    double squares = 0.0;

    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        const ore_program_entry *entry = &model->entries[e];

        view->rows.index[e] = entry->col;
        view->rows.coef[e] = entry->coef;
        view->activity[i] += entry->coef * view->x[entry->col];
        squares += entry->coef * entry->coef;
    }
    view->rows.start[i + 1] = model->row_start[i + 1];
    view->row_lo[i] = model->rows[i].lo;
    view->row_hi[i] = model->rows[i].hi;
    view->row_norm[i] = sqrt(squares);
    view->is_usable[i] = true;
}

/* The sealed program at point x [n_cols]. Free it with ore_cut_view_free. */
static inline ore_cut_view *small_view(const ore_model *model, const double *x)
{
    ore_cut_view *view = ore_alloc(1, sizeof *view);
    const int n = model->n_rows;

    small_view_columns(view, model, x);
    view->n_rows = n;
    view->rows.start = ore_alloc(n + 1, sizeof *view->rows.start);
    view->rows.index = ore_alloc(model->n_entries, sizeof *view->rows.index);
    view->rows.coef = ore_alloc(model->n_entries, sizeof *view->rows.coef);
    view->row_lo = ore_alloc(n, sizeof *view->row_lo);
    view->row_hi = ore_alloc(n, sizeof *view->row_hi);
    view->activity = ore_alloc(n, sizeof *view->activity);
    view->row_norm = ore_alloc(n, sizeof *view->row_norm);
    view->is_usable = ore_alloc(n, sizeof *view->is_usable);
    for (int i = 0; i < n; i++) {
        small_view_row(view, model, i);
    }
    ore_cut_view_find_bounds(view);
    return view;
}

/* Fails unless the cut is "sum of coefs [n_cols] x columns <= most", times any
 * factor > 0; coefs[unit] is not 0. */
static inline void expect_cut(const ore_cut_view *view, const ore_cut *cut,
                              const double *coefs, double most, int unit)
{
    double dense[small_cols] = {0.0};

    for (int e = 0; e < cut->count; e++) {
        dense[cut->cols[e]] = cut->coefs[e];
    }
    const double factor = dense[unit] / coefs[unit];

    assert_true(factor > 0.0);
    for (int j = 0; j < view->n_cols; j++) {
        expect_near(dense[j] / factor, coefs[j], 1e-6);
    }
    expect_near(cut->most / factor, most, 1e-6);
}

#endif
