/* See cut_view.h. */
#include "solve/cuts/cut_view.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"

/* A binary this near to a whole is one. */
static const double fractional_beyond = 1e-6;

double ore_cut_view_slack(const ore_cut_view *view, int i)
{
    return fmax(0.0, fmin(view->row_hi[i] - view->activity[i],
                          view->activity[i] - view->row_lo[i]));
}

bool ore_cut_view_is_near_high(const ore_cut_view *view, int i)
{
    return view->row_hi[i] - view->activity[i] <=
           view->activity[i] - view->row_lo[i];
}

double ore_cut_view_distance(const ore_cut_view *view, int j)
{
    return fmax(0.0, fmin(view->hi[j] - view->x[j], view->x[j] - view->lo[j]));
}

bool ore_cut_view_is_fractional(const ore_cut_view *view, int j)
{
    return view->is_binary[j] &&
           fabs(view->x[j] - round(view->x[j])) > fractional_beyond;
}

/* The only real column of the row; -1 = there are none, or several. */
static int only_real(const ore_cut_view *view, int i)
{
    int only = -1;

    for (int e = view->rows.start[i]; e < view->rows.start[i + 1]; e++) {
        const int j = view->rows.index[e];

        if (!view->is_binary[j] && view->lo[j] < view->hi[j]) {
            if (only >= 0) {
                return -1;
            }
            only = j;
        }
    }
    return view->rows.start[i + 1] - view->rows.start[i] > 1 ? only : -1;
}

void ore_cut_view_find_bounds(ore_cut_view *view)
{
    int *only = ore_alloc(view->n_rows, sizeof *only);
    ore_sparse *bounds = &view->variable_bounds;

    bounds->start = ore_alloc(view->n_cols + 2, sizeof *bounds->start);
    bounds->index = ore_alloc(view->n_rows, sizeof *bounds->index);
    bounds->coef = ore_alloc(view->n_rows, sizeof *bounds->coef);
    for (int i = 0; i < view->n_rows; i++) {
        only[i] = view->is_usable[i] ? only_real(view, i) : -1;
        if (only[i] >= 0) {
            bounds->start[only[i] + 2]++;
        }
    }
    for (int j = 0; j <= view->n_cols; j++) {
        bounds->start[j + 1] += bounds->start[j];
    }
    for (int i = 0; i < view->n_rows; i++) {
        for (int e = view->rows.start[i];
             only[i] >= 0 && e < view->rows.start[i + 1]; e++) {
            if (view->rows.index[e] == only[i]) {
                const int at = bounds->start[only[i] + 1]++;

                bounds->index[at] = i;
                bounds->coef[at] = view->rows.coef[e];
            }
        }
    }
    free(only);
}

static void free_sparse(ore_sparse *matrix)
{
    free(matrix->start);
    free(matrix->index);
    free(matrix->coef);
}

void ore_cut_view_free(ore_cut_view *view)
{
    free(view->lo);
    free(view->hi);
    free(view->is_binary);
    free(view->x);
    free(view->col_unit);
    free(view->row_lo);
    free(view->row_hi);
    free(view->activity);
    free(view->row_norm);
    free(view->is_usable);
    free_sparse(&view->rows);
    free_sparse(&view->cols);
    free_sparse(&view->variable_bounds);
    free(view);
}
