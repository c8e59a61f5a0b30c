/* See blocks.h. */
#include "solve/presolve/blocks.h"

#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"

/* Sort the numbers 0 .. n - 1 by owner [n]; those of owner -1 are left out. */
static void sort_by_owner(const int *owner, int n, int n_owners, int **first,
                          int **sorted)
{
    *first = ore_alloc(n_owners + 2, sizeof **first);
    *sorted = ore_alloc(n, sizeof **sorted);
    for (int i = 0; i < n; i++) {
        if (owner[i] >= 0) {
            (*first)[owner[i] + 2]++;
        }
    }
    for (int p = 0; p < n_owners; p++) {
        (*first)[p + 2] += (*first)[p + 1];
    }
    for (int i = 0; i < n; i++) {
        if (owner[i] >= 0) {
            (*sorted)[(*first)[owner[i] + 1]++] = i;
        }
    }
}

ore_blocks ore_blocks_new(const ore_program *program)
{
    const ore_model *model = program->model;
    const int n_projects = program->round->n_projects;
    int *row_owner = ore_alloc(model->n_rows, sizeof *row_owner);
    ore_blocks blocks;

    for (int i = 0; i < model->n_rows; i++) {
        row_owner[i] =
            model->rows[i].is_local
                ? program->owner[model->entries[model->row_start[i]].col]
                : -1;
    }
    sort_by_owner(program->owner, model->n_cols, n_projects, &blocks.first_col,
                  &blocks.cols);
    sort_by_owner(row_owner, model->n_rows, n_projects, &blocks.first_row,
                  &blocks.rows);
    free(row_owner);
    return blocks;
}

void ore_blocks_free(ore_blocks *blocks)
{
    free(blocks->first_col);
    free(blocks->cols);
    free(blocks->first_row);
    free(blocks->rows);
}
