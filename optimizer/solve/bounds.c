/* See bounds.h. */
#include "solve/bounds.h"

#include <stdlib.h>

#include "orefolio/memory.h"

ore_box ore_box_new(const ore_stage *stage)
{
    const int n = stage->model->n_cols;
    ore_box box = {ore_alloc(n, sizeof(double)), ore_alloc(n, sizeof(double))};

    for (int j = 0; j < n; j++) {
        box.lo[j] = stage->model->cols[j].lo;
        box.hi[j] = stage->model->cols[j].hi;
    }
    return box;
}

void ore_box_free(ore_box *box)
{
    free(box->lo);
    free(box->hi);
}

void ore_box_first_years(const ore_stage *stage, ore_box *box)
{
    const ore_program *program = stage->search->program;
    const int n_commit = program->round->n_commit;

    for (int o = 0; o < program->round->n_options; o++) {
        bool is_first = true;

        for (int t = 0; t < n_commit; t++) {
            const int j = program->variables->start[o * n_commit + t].at;

            if (j < 0 || box->hi[j] <= 0.0) {
                continue;
            }
            if (!is_first && box->lo[j] <= 0.0) {
                ore_box_fix(box, j, 0.0);
            }
            is_first = false;
        }
    }
}
