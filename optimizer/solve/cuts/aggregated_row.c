/* See aggregated_row.h. */
#include "solve/cuts/aggregated_row.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"

/* What is left of terms that cancel out is smaller than this part of them. */
static const double cancelled_below = 1e-11;

ore_aggregated_row *ore_aggregated_row_new(const ore_cut_view *view)
{
    ore_aggregated_row *sum = ore_alloc(1, sizeof *sum);

    sum->view = view;
    sum->coef = ore_alloc(view->n_cols, sizeof *sum->coef);
    sum->size = ore_alloc(view->n_cols, sizeof *sum->size);
    sum->cols = ore_alloc(view->n_cols, sizeof *sum->cols);
    sum->has_col = ore_alloc(view->n_cols, sizeof *sum->has_col);
    sum->weight = ore_alloc(view->n_rows, sizeof *sum->weight);
    sum->rows = ore_alloc(view->n_rows, sizeof *sum->rows);
    sum->has_row = ore_alloc(view->n_rows, sizeof *sum->has_row);
    return sum;
}

void ore_aggregated_row_free(ore_aggregated_row *sum)
{
    free(sum->coef);
    free(sum->size);
    free(sum->cols);
    free(sum->has_col);
    free(sum->weight);
    free(sum->rows);
    free(sum->has_row);
    free(sum);
}

void ore_aggregated_row_clear(ore_aggregated_row *sum)
{
    for (int k = 0; k < sum->n_cols; k++) {
        sum->has_col[sum->cols[k]] = false;
    }
    for (int k = 0; k < sum->n_rows; k++) {
        sum->has_row[sum->rows[k]] = false;
    }
    sum->n_cols = sum->n_rows = 0;
}

static void put(ore_aggregated_row *sum, int j, double term)
{
    if (!sum->has_col[j]) {
        sum->has_col[j] = true;
        sum->cols[sum->n_cols++] = j;
        sum->coef[j] = sum->size[j] = 0.0;
    }
    sum->size[j] = fmax(sum->size[j], fabs(term));
    sum->coef[j] += term;
    if (fabs(sum->coef[j]) < cancelled_below * sum->size[j]) {
        sum->coef[j] = 0.0;
    }
}

static void weigh(ore_aggregated_row *sum, int i, double weight)
{
    if (!sum->has_row[i]) {
        sum->has_row[i] = true;
        sum->rows[sum->n_rows++] = i;
        sum->weight[i] = 0.0;
    }
    sum->weight[i] += weight;
}

void ore_aggregated_row_add(ore_aggregated_row *sum, int i, double weight)
{
    const ore_sparse *rows = &sum->view->rows;

    for (int e = rows->start[i]; e < rows->start[i + 1]; e++) {
        put(sum, rows->index[e], weight * rows->coef[e]);
    }
    weigh(sum, i, weight);
}

void ore_aggregated_row_add_sum(ore_aggregated_row *to,
                                const ore_aggregated_row *from, double weight)
{
    for (int k = 0; k < from->n_cols; k++) {
        const int j = from->cols[k];

        put(to, j, weight * from->coef[j]);
        to->size[j] = fmax(to->size[j], fabs(weight) * from->size[j]);
    }
    for (int k = 0; k < from->n_rows; k++) {
        weigh(to, from->rows[k], weight * from->weight[from->rows[k]]);
    }
}

void ore_aggregated_row_eliminate(ore_aggregated_row *sum, int j, int i,
                                  double coef)
{
    ore_aggregated_row_add(sum, i, -sum->coef[j] / coef);
    sum->coef[j] = 0.0;
}

/* Nearer by less than this, in scaled units, is as near. */
static const double as_near = 1e-9;

/* Whether the variable bound, an entry of view->variable_bounds, is one from
 * above at the point. */
static bool is_upper(const ore_cut_view *view, int e)
{
    return ore_cut_view_is_near_high(view, view->variable_bounds.index[e]) ==
           (view->variable_bounds.coef[e] > 0.0);
}

static double distance_of(const ore_cut_view *view, int e)
{
    return ore_cut_view_slack(view, view->variable_bounds.index[e]) /
           fabs(view->variable_bounds.coef[e]);
}

/* The bound of one side that column j is nearest to: its place in
 * view->variable_bounds, or -1 for the column's own. */
static int nearest(const ore_cut_view *view, int j, bool above,
                   bool is_variable_better, double *distance)
{
    const ore_sparse *bounds = &view->variable_bounds;
    const double grain = as_near * view->col_unit[j];
    int best = -1;

    *distance = above ? view->hi[j] - view->x[j] : view->x[j] - view->lo[j];
    for (int e = bounds->start[j]; e < bounds->start[j + 1]; e++) {
        const double away = distance_of(view, e);

        if (is_upper(view, e) == above &&
            away <
                *distance + (best < 0 && is_variable_better ? grain : -grain)) {
            best = e;
            *distance = fmin(away, *distance);
        }
    }
    return best;
}

double ore_aggregated_row_distance(const ore_cut_view *view, int j)
{
    double above, below;

    (void)nearest(view, j, true, true, &above);
    (void)nearest(view, j, false, true, &below);
    return fmax(0.0, fmin(above, below));
}

/* The variable bound to take for column j, -1 = one of its own. The slack of a
 * bound from above has the opposite sign of the column's coefficient, and a cut
 * has only those that are negative. */
static int bound_to_use(const ore_cut_view *view, int j, double coef)
{
    const double grain = as_near * view->col_unit[j];
    double above, below;
    const int from_above = nearest(view, j, true, coef < 0.0, &above);
    const int from_below = nearest(view, j, false, coef > 0.0, &below);

    if (fabs(above - below) <= grain) {
        return coef < 0.0 ? from_above : from_below;
    }
    return above < below ? from_above : from_below;
}

void ore_aggregated_row_use_variable_bounds(ore_aggregated_row *sum)
{
    const ore_cut_view *view = sum->view;
    const int n = sum->n_cols;

    for (int k = 0; k < n; k++) {
        const int j = sum->cols[k];

        if (view->is_binary[j] || sum->coef[j] == 0.0 ||
            view->lo[j] == view->hi[j]) {
            continue;
        }
        const int e = bound_to_use(view, j, sum->coef[j]);

        if (e >= 0 && !sum->has_row[view->variable_bounds.index[e]]) {
            ore_aggregated_row_eliminate(sum, j, view->variable_bounds.index[e],
                                         view->variable_bounds.coef[e]);
        }
    }
}
