/* See scaling.h. A column's unit is about its upper bound, so that it runs from
 * 0 to 1; a row's is its largest term, a goal's the largest term that it sums.
 * (Equilibration; e.g. Tomlin 1975, On scaling linear programming problems.) */
#include "solve/presolve/scaling.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"

/* What the largest term of a row may be in a program that is left as it is:
 * rows of millions of dollars and of thousands of tonnes are well within. */
static const double min_term = 0.05, max_term = 1e6;
/* The same for a goal, whose differences of 1e-6 are told apart. */
static const double min_goal_term = 1e-3, max_goal_term = 1e6;

/* The power of two next to a positive value. */
static double power_of_two(double value)
{
    return ldexp(1.0, ilogb(value) + 1);
}

/* How large a column can become, as far as it says itself. */
static double size_of(const ore_program_col *col)
{
    const double size = fmax(fabs(col->lo), fabs(col->hi));

    return col->kind == ORE_BINARY || !isfinite(size) || size == 0.0 ? 1.0
                                                                     : size;
}

/* largest[k] = the largest term |coef| × size of entries of row (or goal) k. */
static double *largest_terms(const ore_model *model,
                             const ore_program_entry *entries, int n_entries,
                             int n)
{
    double *largest = ore_alloc(n, sizeof *largest);

    for (int e = 0; e < n_entries; e++) {
        const double term =
            fabs(entries[e].coef) * size_of(&model->cols[entries[e].col]);

        largest[entries[e].row] = fmax(largest[entries[e].row], term);
    }
    return largest;
}

static bool is_any_outside(const double *largest, int n, double lo, double hi)
{
    for (int i = 0; i < n; i++) {
        if (largest[i] > 0.0 && (largest[i] < lo || largest[i] > hi)) {
            return true;
        }
    }
    return false;
}

static void scale_cols(ore_scaling *s, ore_model *model)
{
    for (int j = 0; j < model->n_cols; j++) {
        ore_program_col *col = &model->cols[j];

        if (col->kind != ORE_BINARY) {
            s->col_unit[j] = power_of_two(size_of(col));
            col->lo /= s->col_unit[j];
            col->hi /= s->col_unit[j];
        }
    }
}

static void scale_rows(ore_scaling *s, ore_model *model, const double *largest)
{
    for (int i = 0; i < model->n_rows; i++) {
        ore_program_row *row = &model->rows[i];
        const double unit = largest[i] > 0.0 ? power_of_two(largest[i]) : 1.0;

        s->row_unit[i] = unit;
        row->lo /= unit;
        row->hi /= unit;
        for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
            model->entries[e].coef *= s->col_unit[model->entries[e].col] / unit;
        }
    }
}

/* A goal of everyday size keeps its unit, and the steps of whole figures. */
static void scale_goals(ore_scaling *s, ore_model *model, const double *largest)
{
    for (int g = 0; g < s->program.round->n_goals; g++) {
        if (largest[g] > 0.0 &&
            (largest[g] < min_goal_term || largest[g] > max_goal_term)) {
            s->goal_unit[g] = power_of_two(largest[g]) / 1024.0;
        }
    }
    for (int e = 0; e < model->n_goal_entries; e++) {
        ore_program_entry *entry = &model->goal_entries[e];

        entry->coef *= s->col_unit[entry->col] / s->goal_unit[entry->row];
    }
}

/* A copy whose names are borrowed. */
static ore_model *copy_model(const ore_model *model)
{
    ore_model *copy = ore_alloc(1, sizeof *copy);

    *copy = *model;
    copy->cols = ore_alloc(model->n_cols, sizeof *copy->cols);
    copy->rows = ore_alloc(model->n_rows, sizeof *copy->rows);
    copy->entries = ore_alloc(model->n_entries, sizeof *copy->entries);
    copy->goal_entries =
        ore_alloc(model->n_goal_entries, sizeof *copy->goal_entries);
    memcpy(copy->cols, model->cols, (size_t)model->n_cols * sizeof *copy->cols);
    memcpy(copy->rows, model->rows, (size_t)model->n_rows * sizeof *copy->rows);
    memcpy(copy->entries, model->entries,
           (size_t)model->n_entries * sizeof *copy->entries);
    memcpy(copy->goal_entries, model->goal_entries,
           (size_t)model->n_goal_entries * sizeof *copy->goal_entries);
    return copy;
}

static double *ones(int n)
{
    double *units = ore_alloc(n, sizeof *units);

    for (int i = 0; i < n; i++) {
        units[i] = 1.0;
    }
    return units;
}

ore_scaling *ore_scaling_new(const ore_program *program)
{
    const ore_model *model = program->model;
    const int n_goals = program->round->n_goals;
    ore_scaling *s = ore_alloc(1, sizeof *s);
    double *row_terms =
        largest_terms(model, model->entries, model->n_entries, model->n_rows);
    double *goal_terms = largest_terms(model, model->goal_entries,
                                       model->n_goal_entries, n_goals);

    s->program = *program;
    s->col_unit = ones(model->n_cols);
    s->row_unit = ones(model->n_rows);
    s->goal_unit = ones(n_goals);
    s->is_scaled =
        is_any_outside(row_terms, model->n_rows, min_term, max_term) ||
        is_any_outside(goal_terms, n_goals, min_goal_term, max_goal_term);
    if (s->is_scaled) {
        s->program.model = copy_model(model);
        scale_cols(s, s->program.model);
        scale_rows(s, s->program.model, row_terms);
        scale_goals(s, s->program.model, goal_terms);
    }
    free(row_terms);
    free(goal_terms);
    return s;
}

void ore_scaling_free(ore_scaling *scaling)
{
    ore_model *model = scaling->program.model;

    if (scaling->is_scaled) {
        free(model->cols);
        free(model->rows);
        free(model->entries);
        free(model->goal_entries);
        free(model);
    }
    free(scaling->col_unit);
    free(scaling->row_unit);
    free(scaling->goal_unit);
    free(scaling);
}

void ore_scale_point(const ore_scaling *scaling, double *point)
{
    for (int j = 0; j < scaling->program.model->n_cols; j++) {
        point[j] /= scaling->col_unit[j];
    }
}

void ore_unscale_point(const ore_scaling *scaling, double *point)
{
    for (int j = 0; j < scaling->program.model->n_cols; j++) {
        point[j] *= scaling->col_unit[j];
    }
}
