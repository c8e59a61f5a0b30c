/* See mixed_knapsack.h. */
#include "solve/cuts/mixed_knapsack.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"

/* What is left of terms that cancel out is smaller than this part of them. */
static const double cancelled_below = 1e-11;

ore_mixed_knapsack *ore_mixed_knapsack_new(const ore_cut_view *view)
{
    ore_mixed_knapsack *knapsack = ore_alloc(1, sizeof *knapsack);

    knapsack->view = view;
    knapsack->wholes = ore_alloc(view->n_cols, sizeof *knapsack->wholes);
    knapsack->drains =
        ore_alloc(view->n_cols + view->n_rows, sizeof *knapsack->drains);
    knapsack->cut = ore_alloc(view->n_cols, sizeof *knapsack->cut);
    knapsack->size = ore_alloc(view->n_cols, sizeof *knapsack->size);
    knapsack->cols = ore_alloc(view->n_cols, sizeof *knapsack->cols);
    knapsack->is_in_cut = ore_alloc(view->n_cols, sizeof *knapsack->is_in_cut);
    return knapsack;
}

void ore_mixed_knapsack_free(ore_mixed_knapsack *knapsack)
{
    free(knapsack->wholes);
    free(knapsack->drains);
    free(knapsack->cut);
    free(knapsack->size);
    free(knapsack->cols);
    free(knapsack->is_in_cut);
    free(knapsack);
}

static void move_side(ore_mixed_knapsack *knapsack, double by)
{
    knapsack->side += by;
    knapsack->reach = fmax(knapsack->reach, fabs(by));
}

static void add_drain(ore_mixed_knapsack *knapsack, const ore_drain *it)
{
    if (it->coef < 0.0) {
        knapsack->drains[knapsack->n_drains++] = *it;
        knapsack->drained += it->coef * it->at;
        knapsack->squares += it->coef * it->size * it->coef * it->size;
    }
}

/* A real column, from its nearer bound; false when it has none. */
static bool add_column(ore_mixed_knapsack *knapsack, int j, double coef)
{
    const ore_cut_view *view = knapsack->view;
    const double below = view->x[j] - view->lo[j];
    const double above = view->hi[j] - view->x[j];
    /* As near to both: where it need not be in the cut. */
    const double grain = 1e-9 * view->col_unit[j];
    const bool from_high =
        fabs(above - below) <= grain ? coef < 0.0 : above < below;
    const ore_drain it = {.col = j,
                          .row = -1,
                          .coef = from_high ? -coef : coef,
                          .at = fmax(0.0, fmin(below, above)),
                          .size = view->col_unit[j],
                          .from_high = from_high};

    if (!isfinite(it.at)) {
        return false;
    }
    move_side(knapsack, -coef * (from_high ? view->hi[j] : view->lo[j]));
    add_drain(knapsack, &it);
    return true;
}

/* The slack of a row, from its nearer side. */
static void add_slack(ore_mixed_knapsack *knapsack, int i, double weight)
{
    const ore_cut_view *view = knapsack->view;
    const bool from_high = ore_cut_view_is_near_high(view, i);
    const ore_drain it = {.col = -1,
                          .row = i,
                          .coef = from_high ? weight : -weight,
                          .at = ore_cut_view_slack(view, i),
                          .size = view->row_norm[i],
                          .from_high = from_high};

    move_side(knapsack,
              weight * (from_high ? view->row_hi[i] : view->row_lo[i]));
    if (view->row_lo[i] < view->row_hi[i]) {
        add_drain(knapsack, &it);
    }
}

static void add_binary(ore_mixed_knapsack *knapsack, int j, double coef)
{
    const ore_cut_view *view = knapsack->view;
    const bool is_flipped = view->x[j] > 0.5;

    if (view->lo[j] == view->hi[j]) {
        move_side(knapsack, -coef * view->lo[j]);
        return;
    }
    knapsack->wholes[knapsack->n_wholes++] =
        (ore_whole){.col = j,
                    .coef = is_flipped ? -coef : coef,
                    .at = fmax(0.0, is_flipped ? 1.0 - view->x[j] : view->x[j]),
                    .is_flipped = is_flipped};
    move_side(knapsack, is_flipped ? -coef : 0.0);
}

bool ore_mixed_knapsack_load(ore_mixed_knapsack *knapsack,
                             const ore_aggregated_row *sum)
{
    const ore_cut_view *view = knapsack->view;

    knapsack->n_wholes = knapsack->n_drains = 0;
    knapsack->side = knapsack->reach = knapsack->drained = knapsack->squares =
        0.0;
    for (int k = 0; k < sum->n_rows; k++) {
        if (sum->weight[sum->rows[k]] != 0.0) {
            add_slack(knapsack, sum->rows[k], sum->weight[sum->rows[k]]);
        }
    }
    for (int k = 0; k < sum->n_cols; k++) {
        const int j = sum->cols[k];

        if (sum->coef[j] == 0.0) {
            continue;
        }
        if (view->is_binary[j]) {
            add_binary(knapsack, j, sum->coef[j]);
        } else if (!add_column(knapsack, j, sum->coef[j])) {
            return false;
        }
    }
    return knapsack->n_wholes > 0;
}

void ore_mixed_knapsack_flip(ore_mixed_knapsack *knapsack, ore_whole *it)
{
    knapsack->side -= it->coef;
    it->coef = -it->coef;
    it->at = 1.0 - it->at;
    it->is_flipped = !it->is_flipped;
}

static void put(ore_mixed_knapsack *knapsack, int j, double coef)
{
    if (!knapsack->is_in_cut[j]) {
        knapsack->is_in_cut[j] = true;
        knapsack->cols[knapsack->n_in_cut++] = j;
        knapsack->cut[j] = knapsack->size[j] = 0.0;
    }
    knapsack->cut[j] += coef;
    knapsack->size[j] = fmax(knapsack->size[j], fabs(coef));
}

/* What terms that cancel out leave is rounding; where all do, it would pass for
 * a cut. */
static void clear_cancelled(ore_mixed_knapsack *knapsack)
{
    for (int k = 0; k < knapsack->n_in_cut; k++) {
        const int j = knapsack->cols[k];

        if (fabs(knapsack->cut[j]) < cancelled_below * knapsack->size[j]) {
            knapsack->cut[j] = 0.0;
        }
    }
}

/* coef × the drain in columns; what that takes from the side. */
static double put_drain(ore_mixed_knapsack *knapsack, const ore_drain *it,
                        double coef)
{
    const ore_cut_view *view = knapsack->view;
    const double sign = it->from_high ? -1.0 : 1.0;

    if (it->col >= 0) {
        put(knapsack, it->col, sign * coef);
        return sign * coef *
               (it->from_high ? view->hi[it->col] : view->lo[it->col]);
    }
    for (int e = view->rows.start[it->row]; e < view->rows.start[it->row + 1];
         e++) {
        put(knapsack, view->rows.index[e], sign * coef * view->rows.coef[e]);
    }
    return sign * coef *
           (it->from_high ? view->row_hi[it->row] : view->row_lo[it->row]);
}

bool ore_mixed_knapsack_cut(ore_mixed_knapsack *knapsack, double steep,
                            double most, ore_cut *cut)
{
    for (int k = 0; k < knapsack->n_in_cut; k++) {
        knapsack->is_in_cut[knapsack->cols[k]] = false;
    }
    knapsack->n_in_cut = 0;
    for (int k = 0; k < knapsack->n_wholes; k++) {
        const ore_whole *it = &knapsack->wholes[k];

        put(knapsack, it->col, it->is_flipped ? -it->cut_coef : it->cut_coef);
        most -= it->is_flipped ? it->cut_coef : 0.0;
    }
    for (int k = 0; k < knapsack->n_drains; k++) {
        most += put_drain(knapsack, &knapsack->drains[k],
                          steep * knapsack->drains[k].coef);
    }
    clear_cancelled(knapsack);
    return ore_cut_make(knapsack->view, knapsack->n_in_cut, knapsack->cols,
                        knapsack->cut, most, cut);
}
