/* See shrink.h. */
#include "solve/shrink.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

/* Sweeps over the rows; what falls later than that is little. */
enum { most_sweeps = 10 };
/* A row is at its limit, or cannot reach it, within this part of it. */
static const double exact_within = 1e-12;
/* A row that can be broken by no more than this is none. */
static const double loose_within = 1e-9;

/* The least and the most that the row's columns can add up to. */
static void range_of(const ore_model *model, int i, const double *lo,
                     const double *hi, double *least, double *most)
{
    *least = *most = 0.0;
    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        const ore_entry *entry = &model->entries[e];
        const double low = entry->coef * lo[entry->col];
        const double high = entry->coef * hi[entry->col];

        *least += fmin(low, high);
        *most += fmax(low, high);
    }
}

/* Fix the row's columns where their sum is least, or most; whether that fixed
 * any. */
static bool fix_all(const ore_model *model, int i, bool at_least, double *lo,
                    double *hi)
{
    bool any = false;

    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        const ore_entry *entry = &model->entries[e];
        double *low = &lo[entry->col], *high = &hi[entry->col];

        any |= *low < *high;
        if ((entry->coef > 0.0) == at_least) {
            *high = *low;
        } else {
            *low = *high;
        }
    }
    return any;
}

static bool at_limit(double reach, double limit)
{
    return isfinite(reach) && isfinite(limit) &&
           fabs(reach - limit) <= exact_within * fmax(1.0, fabs(limit));
}

/* A row that is at its limit when its columns add up to the least that they can
 * leaves them no choice. */
static void propagate(const ore_model *model, double *lo, double *hi)
{
    bool again = true;

    for (int sweep = 0; sweep < most_sweeps && again; sweep++) {
        again = false;
        for (int i = 0; i < model->n_rows; i++) {
            const ore_model_row *row = &model->rows[i];
            double least, most;

            range_of(model, i, lo, hi, &least, &most);
            if (at_limit(least, row->hi)) {
                again |= fix_all(model, i, true, lo, hi);
            } else if (at_limit(most, row->lo)) {
                again |= fix_all(model, i, false, lo, hi);
            }
        }
    }
}

/* Number the columns that are left; new_column[j] is -1 for the others, which
 * stand still at whole_point. */
static int *number_columns(ore_shrunk *s, const ore_model *whole,
                           const double *lo, const double *hi)
{
    int *new_column = ore_alloc(whole->n_cols, sizeof *new_column);
    ore_model *model = &s->model;

    model->cols = ore_alloc(whole->n_cols, sizeof *model->cols);
    for (int j = 0; j < whole->n_cols; j++) {
        new_column[j] = -1;
        s->whole_point[j] = lo[j];
        if (lo[j] < hi[j]) {
            new_column[j] = model->n_cols;
            s->whole_column[model->n_cols] = j;
            model->cols[model->n_cols] = whole->cols[j];
            model->cols[model->n_cols].lo = lo[j];
            model->cols[model->n_cols++].hi = hi[j];
        }
    }
    return new_column;
}

/* Copy the row, less what stands still. */
static void copy_row(ore_shrunk *s, const ore_model *whole, int i,
                     const int *new_column)
{
    ore_model *model = &s->model;
    double still = 0.0;

    for (int e = whole->row_start[i]; e < whole->row_start[i + 1]; e++) {
        const ore_entry *entry = &whole->entries[e];

        if (new_column[entry->col] < 0) {
            still += entry->coef * s->whole_point[entry->col];
        } else {
            model->entries[model->n_entries++] =
                (ore_entry){model->n_rows, new_column[entry->col], entry->coef};
        }
    }
    model->rows[model->n_rows] = whole->rows[i];
    model->rows[model->n_rows].lo -= still;
    model->rows[model->n_rows].hi -= still;
    model->row_start[++model->n_rows] = model->n_entries;
}

static void copy_rows(ore_shrunk *s, const ore_model *whole,
                      const int *new_column, const double *lo, const double *hi)
{
    ore_model *model = &s->model;

    model->rows = ore_alloc(whole->n_rows, sizeof *model->rows);
    model->row_start = ore_alloc(whole->n_rows + 1, sizeof *model->row_start);
    model->entries = ore_alloc(whole->n_entries, sizeof *model->entries);
    for (int i = 0; i < whole->n_rows; i++) {
        double least, most;

        range_of(whole, i, lo, hi, &least, &most);
        if (least < whole->rows[i].lo - loose_within ||
            most > whole->rows[i].hi + loose_within) {
            copy_row(s, whole, i, new_column);
        }
    }
}

static void copy_goals(ore_shrunk *s, const ore_model *whole,
                       const int *new_column)
{
    ore_model *model = &s->model;
    int n_goals = 0;

    for (int e = 0; e < whole->n_goal_entries; e++) {
        n_goals = whole->goal_entries[e].row + 1;
    }
    s->goal_still = ore_alloc(n_goals, sizeof *s->goal_still);
    model->goal_entries =
        ore_alloc(whole->n_goal_entries, sizeof *model->goal_entries);
    for (int e = 0; e < whole->n_goal_entries; e++) {
        const ore_entry *entry = &whole->goal_entries[e];

        if (new_column[entry->col] < 0) {
            s->goal_still[entry->row] +=
                entry->coef * s->whole_point[entry->col];
        } else {
            model->goal_entries[model->n_goal_entries++] =
                (ore_entry){entry->row, new_column[entry->col], entry->coef};
        }
    }
}

ore_shrunk *ore_shrink(const ore_model *whole, double *lo, double *hi)
{
    ore_shrunk *s = ore_alloc(1, sizeof *s);

    propagate(whole, lo, hi);
    s->n_whole = whole->n_cols;
    s->whole_column = ore_alloc(whole->n_cols, sizeof *s->whole_column);
    s->whole_point = ore_alloc(whole->n_cols, sizeof *s->whole_point);
    int *new_column = number_columns(s, whole, lo, hi);

    copy_rows(s, whole, new_column, lo, hi);
    copy_goals(s, whole, new_column);
    free(new_column);
    return s;
}

void ore_shrunk_free(ore_shrunk *shrunk)
{
    free(shrunk->model.cols);
    free(shrunk->model.rows);
    free(shrunk->model.row_start);
    free(shrunk->model.entries);
    free(shrunk->model.goal_entries);
    free(shrunk->whole_column);
    free(shrunk->whole_point);
    free(shrunk->goal_still);
    free(shrunk);
}

void ore_unshrink(const ore_shrunk *shrunk, const double *point, double *whole)
{
    memcpy(whole, shrunk->whole_point, (size_t)shrunk->n_whole * sizeof *whole);
    for (int j = 0; j < shrunk->model.n_cols; j++) {
        whole[shrunk->whole_column[j]] = point[j];
    }
}
