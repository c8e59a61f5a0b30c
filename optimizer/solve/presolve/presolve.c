/* See presolve.h. */
#include "solve/presolve/presolve.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/presolve/reductions.h"
#include "solve/presolve/tightening.h"

/* Number the columns that are left, and tie all others to them. */
static void number_columns(ore_presolved *presolved, const ore_model *whole,
                           const ore_reduction *reduction, const double *lo,
                           const double *hi)
{
    ore_model *model = &presolved->model;
    int *new_column = ore_alloc(whole->n_cols, sizeof *new_column);

    model->cols = ore_alloc(whole->n_cols, sizeof *model->cols);
    for (int j = 0; j < whole->n_cols; j++) {
        presolved->aggregations[j] = ore_reduction_column(reduction, j);
        if (presolved->aggregations[j].on == j) {
            new_column[j] = model->n_cols;
            presolved->whole_column[model->n_cols] = j;
            model->cols[model->n_cols] = whole->cols[j];
            model->cols[model->n_cols].lo = lo[j];
            model->cols[model->n_cols++].hi = hi[j];
        }
    }
    for (int j = 0; j < whole->n_cols; j++) {
        if (presolved->aggregations[j].on >= 0) {
            presolved->aggregations[j].on =
                new_column[presolved->aggregations[j].on];
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
static int copy_sum(const ore_presolved *presolved, const ore_linear_sum *sum,
                    int row, ore_program_entry *entries)
{
    for (int e = 0; e < sum->count; e++) {
        entries[e] = (ore_program_entry){
            row, presolved->aggregations[sum->cols[e]].on, sum->coefs[e]};
    }
    qsort(entries, (size_t)sum->count, sizeof *entries, in_columns);
    return sum->count;
}

static void copy_rows(ore_presolved *presolved, const ore_model *whole,
                      ore_reduction *reduction)
{
    ore_model *model = &presolved->model;

    model->rows = ore_alloc(whole->n_rows, sizeof *model->rows);
    model->row_start = ore_alloc(whole->n_rows + 1, sizeof *model->row_start);
    model->entries = ore_alloc(whole->n_entries, sizeof *model->entries);
    for (int i = 0; i < whole->n_rows; i++) {
        ore_program_row *row = &model->rows[model->n_rows];
        const ore_linear_sum *sum;
        double lo, hi;

        if (ore_reduction_row(reduction, i, &sum, &lo, &hi)) {
            *row = whole->rows[i];
            row->lo = lo;
            row->hi = hi;
            model->n_entries += copy_sum(presolved, sum, model->n_rows,
                                         model->entries + model->n_entries);
            model->row_start[++model->n_rows] = model->n_entries;
        }
    }
}

static void copy_goals(ore_presolved *presolved, const ore_model *whole,
                       ore_reduction *reduction)
{
    ore_model *model = &presolved->model;
    const ore_program_entry *entries = whole->goal_entries;
    const int n = whole->n_goal_entries;

    presolved->goal_offset =
        ore_alloc(n > 0 ? entries[n - 1].row + 1 : 0, sizeof(double));
    model->goal_entries = ore_alloc(n, sizeof *model->goal_entries);
    for (int first = 0, end = 0; first < n; first = end) {
        const int goal = entries[first].row;

        while (end < n && entries[end].row == goal) {
            end++;
        }
        const ore_linear_sum *sum =
            ore_reduction_sum(reduction, &entries[first], end - first);

        presolved->goal_offset[goal] = sum->offset;
        model->n_goal_entries += copy_sum(
            presolved, sum, goal, model->goal_entries + model->n_goal_entries);
    }
}

ore_presolved *ore_presolve(const ore_model *whole, double *lo, double *hi)
{
    ore_presolved *presolved = ore_alloc(1, sizeof *presolved);
    ore_reduction *reduction = ore_reduction_new(whole, lo, hi);

    presolved->n_whole = whole->n_cols;
    presolved->whole_column =
        ore_alloc(whole->n_cols, sizeof *presolved->whole_column);
    presolved->aggregations =
        ore_alloc(whole->n_cols, sizeof *presolved->aggregations);
    number_columns(presolved, whole, reduction, lo, hi);
    copy_rows(presolved, whole, reduction);
    copy_goals(presolved, whole, reduction);
    ore_reduction_free(reduction);
    ore_tighten(&presolved->model);
    return presolved;
}

void ore_presolved_free(ore_presolved *presolved)
{
    free(presolved->model.cols);
    free(presolved->model.rows);
    free(presolved->model.row_start);
    free(presolved->model.entries);
    free(presolved->model.goal_entries);
    free(presolved->whole_column);
    free(presolved->aggregations);
    free(presolved->goal_offset);
    free(presolved);
}

void ore_postsolve(const ore_presolved *presolved, const double *point,
                   double *whole)
{
    for (int j = 0; j < presolved->n_whole; j++) {
        const ore_aggregation *tie = &presolved->aggregations[j];

        whole[j] =
            tie->on < 0 ? tie->shift : tie->shift + tie->scale * point[tie->on];
    }
}

double ore_presolved_costs(const ore_presolved *presolved, const double *whole,
                           double *costs)
{
    double offset = 0.0;

    for (int j = 0; j < presolved->n_whole; j++) {
        const ore_aggregation *tie = &presolved->aggregations[j];

        offset += whole[j] * tie->shift;
        if (tie->on >= 0) {
            costs[tie->on] += whole[j] * tie->scale;
        }
    }
    return offset;
}
