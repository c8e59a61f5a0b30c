/* See shrink.h. */
#include "solve/presolve/presolve.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/presolve/reductions.h"

/* Number the columns that are left, and tie all others to them. */
static void number_columns(ore_shrunk *shrunk, const ore_model *whole,
                           const ore_reduction *reduction, const double *lo,
                           const double *hi)
{
    ore_model *model = &shrunk->model;
    int *new_column = ore_alloc(whole->n_cols, sizeof *new_column);

    model->cols = ore_alloc(whole->n_cols, sizeof *model->cols);
    for (int j = 0; j < whole->n_cols; j++) {
        shrunk->ties[j] = ore_reduced_column(reduction, j);
        if (shrunk->ties[j].on == j) {
            new_column[j] = model->n_cols;
            shrunk->whole_column[model->n_cols] = j;
            model->cols[model->n_cols] = whole->cols[j];
            model->cols[model->n_cols].lo = lo[j];
            model->cols[model->n_cols++].hi = hi[j];
        }
    }
    for (int j = 0; j < whole->n_cols; j++) {
        if (shrunk->ties[j].on >= 0) {
            shrunk->ties[j].on = new_column[shrunk->ties[j].on];
        }
    }
    free(new_column);
}

static int in_columns(const void *left, const void *right)
{
    const ore_program_entry *a = left, *b = right;

    return a->col - b->col;
}

/* The sum as entries of a row, or goal, of the smaller program; how many. */
static int copy_sum(const ore_shrunk *shrunk, const ore_linear *sum, int row,
                    ore_program_entry *entries)
{
    for (int e = 0; e < sum->count; e++) {
        entries[e] = (ore_program_entry){row, shrunk->ties[sum->cols[e]].on,
                                         sum->coefs[e]};
    }
    qsort(entries, (size_t)sum->count, sizeof *entries, in_columns);
    return sum->count;
}

static void copy_rows(ore_shrunk *shrunk, const ore_model *whole,
                      ore_reduction *reduction)
{
    ore_model *model = &shrunk->model;

    model->rows = ore_alloc(whole->n_rows, sizeof *model->rows);
    model->row_start = ore_alloc(whole->n_rows + 1, sizeof *model->row_start);
    model->entries = ore_alloc(whole->n_entries, sizeof *model->entries);
    for (int i = 0; i < whole->n_rows; i++) {
        ore_program_row *row = &model->rows[model->n_rows];
        const ore_linear *sum;
        double lo, hi;

        if (ore_reduced_row(reduction, i, &sum, &lo, &hi)) {
            *row = whole->rows[i];
            row->lo = lo;
            row->hi = hi;
            model->n_entries += copy_sum(shrunk, sum, model->n_rows,
                                         model->entries + model->n_entries);
            model->row_start[++model->n_rows] = model->n_entries;
        }
    }
}

static void copy_goals(ore_shrunk *shrunk, const ore_model *whole,
                       ore_reduction *reduction)
{
    ore_model *model = &shrunk->model;
    const ore_program_entry *entries = whole->goal_entries;
    const int n = whole->n_goal_entries;

    shrunk->goal_still =
        ore_alloc(n > 0 ? entries[n - 1].row + 1 : 0, sizeof(double));
    model->goal_entries = ore_alloc(n, sizeof *model->goal_entries);
    for (int first = 0, end = 0; first < n; first = end) {
        const int goal = entries[first].row;

        while (end < n && entries[end].row == goal) {
            end++;
        }
        const ore_linear *sum =
            ore_reduced_sum(reduction, &entries[first], end - first);

        shrunk->goal_still[goal] = sum->still;
        model->n_goal_entries += copy_sum(
            shrunk, sum, goal, model->goal_entries + model->n_goal_entries);
    }
}

ore_shrunk *ore_shrink(const ore_model *whole, double *lo, double *hi)
{
    ore_shrunk *shrunk = ore_alloc(1, sizeof *shrunk);
    ore_reduction *reduction = ore_reduce(whole, lo, hi);

    shrunk->n_whole = whole->n_cols;
    shrunk->whole_column =
        ore_alloc(whole->n_cols, sizeof *shrunk->whole_column);
    shrunk->ties = ore_alloc(whole->n_cols, sizeof *shrunk->ties);
    number_columns(shrunk, whole, reduction, lo, hi);
    copy_rows(shrunk, whole, reduction);
    copy_goals(shrunk, whole, reduction);
    ore_reduction_free(reduction);
    return shrunk;
}

void ore_shrunk_free(ore_shrunk *shrunk)
{
    free(shrunk->model.cols);
    free(shrunk->model.rows);
    free(shrunk->model.row_start);
    free(shrunk->model.entries);
    free(shrunk->model.goal_entries);
    free(shrunk->whole_column);
    free(shrunk->ties);
    free(shrunk->goal_still);
    free(shrunk);
}

void ore_unshrink(const ore_shrunk *shrunk, const double *point, double *whole)
{
    for (int j = 0; j < shrunk->n_whole; j++) {
        const ore_tie *tie = &shrunk->ties[j];

        whole[j] =
            tie->on < 0 ? tie->shift : tie->shift + tie->scale * point[tie->on];
    }
}

double ore_shrunk_costs(const ore_shrunk *shrunk, const double *whole,
                        double *costs)
{
    double still = 0.0;

    for (int j = 0; j < shrunk->n_whole; j++) {
        const ore_tie *tie = &shrunk->ties[j];

        still += whole[j] * tie->shift;
        if (tie->on >= 0) {
            costs[tie->on] += whole[j] * tie->scale;
        }
    }
    return still;
}
