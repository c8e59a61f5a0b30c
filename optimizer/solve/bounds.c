/* See bounds.h. */
#include "solve/bounds.h"

#include <stdlib.h>

#include "orefolio/memory.h"

ore_bounds ore_bounds_new(const ore_stage *stage)
{
    const int n = stage->model->n_cols;
    ore_bounds bounds = {ore_alloc(n, sizeof(double)),
                         ore_alloc(n, sizeof(double))};

    for (int j = 0; j < n; j++) {
        bounds.lo[j] = stage->model->cols[j].lo;
        bounds.hi[j] = stage->model->cols[j].hi;
    }
    return bounds;
}

void ore_bounds_free(ore_bounds *bounds)
{
    free(bounds->lo);
    free(bounds->hi);
}

static void leave_first_years(const ore_program *program, int k,
                              ore_bounds *bounds)
{
    const ore_program *part = ore_program_part(program, k);
    const int n_commit = part->round->n_commit;

    for (int o = 0; o < part->round->n_options; o++) {
        bool is_first = true;

        for (int t = 0; t < n_commit; t++) {
            const int j = ore_program_col_of(
                program, k, part->variables->start[o * n_commit + t]);

            if (j < 0 || bounds->hi[j] <= 0.0) {
                continue;
            }
            if (!is_first && bounds->lo[j] <= 0.0) {
                ore_bounds_fix(bounds, j, 0.0);
            }
            is_first = false;
        }
    }
}

void ore_bounds_first_years(const ore_stage *stage, ore_bounds *bounds)
{
    const ore_program *program = stage->search->program;

    for (int k = 0; k < ore_program_n_parts(program); k++) {
        leave_first_years(program, k, bounds);
    }
}
