/* See lazy_rows.h. */
#include "solve/lp/lazy_rows.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

ore_model *ore_lazy_rows(const ore_model *model, int n_rows, int n_entries)
{
    ore_model *more = ore_alloc(1, sizeof *more);

    *more = *model;
    more->cols = ore_alloc(model->n_cols, sizeof *more->cols);
    more->rows = ore_alloc(model->n_rows + n_rows, sizeof *more->rows);
    more->row_start = ore_alloc(model->n_rows + n_rows + 1, sizeof(int));
    more->entries =
        ore_alloc(model->n_entries + n_entries, sizeof *more->entries);
    memcpy(more->cols, model->cols,
           (size_t)model->n_cols * sizeof *model->cols);
    memcpy(more->rows, model->rows,
           (size_t)model->n_rows * sizeof *model->rows);
    memcpy(more->row_start, model->row_start,
           (size_t)(model->n_rows + 1) * sizeof(int));
    memcpy(more->entries, model->entries,
           (size_t)model->n_entries * sizeof *model->entries);
    return more;
}

void ore_lazy_rows_add(ore_model *model, char *name, double lo, double hi,
                       const ore_program_entry *entries, int count)
{
    model->rows[model->n_rows] =
        (ore_program_row){.name = name, .lo = lo, .hi = hi};
    for (int e = 0; e < count; e++) {
        model->entries[model->n_entries++] =
            (ore_program_entry){model->n_rows, entries[e].col, entries[e].coef};
    }
    model->row_start[++model->n_rows] = model->n_entries;
}

void ore_lazy_rows_free(ore_model *model)
{
    if (model) {
        free(model->cols);
        free(model->rows);
        free(model->row_start);
        free(model->entries);
        free(model);
    }
}
