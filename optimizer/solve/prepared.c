/* See prepared.h. What is proven of a program holds for a narrower one: cuts,
 * tightened coefficients, starts ruled out. An order of projects that are alike
 * does not, so there is none. */
#include "solve/prepared.h"

#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "orefolio/memory.h"
#include "solve/lp/lazy_rows.h"
#include "solve/presolve/scaling.h"
#include "solve/presolve/tightening.h"
#include "solve/root.h"

struct ore_prepared {
    ore_scaling *scaling;
    ore_search search;
    ore_stage *stage;
};

bool ore_prepare_pays(const ore_program *program)
{
    return ore_model_is_large(program->model);
}

ore_prepared *ore_prepare(const ore_program *program, double work_limit_s)
{
    ore_prepared *prepared = ore_alloc(1, sizeof *prepared);

    ore_clock_by_work();
    prepared->scaling = ore_scaling_new(program);
    prepared->search = (ore_search){.program = &prepared->scaling->program,
                                    .col_unit = prepared->scaling->col_unit,
                                    .deadline_s = work_limit_s,
                                    .by_work = true,
                                    .jobs = 1,
                                    .known_bound = nan("")};
    ore_model *model = ore_lazy_rows(prepared->search.program->model, 0, 0);

    ore_tighten_by_probing(model);
    ore_stage *stage = ore_stage_new(&prepared->search, model,
                                     open("/dev/null", O_WRONLY | O_CLOEXEC));

    prepared->stage = stage;
    stage->only_bounds = true;
    stage->limits.deadline_s = work_limit_s;
    ore_stage_use_goal(stage, 0);
    (void)ore_root(stage);
    stage->only_bounds = false;
    stage->is_prepared = true;
    return prepared;
}

void ore_prepared_free(ore_prepared *prepared)
{
    if (prepared) {
        close(prepared->stage->pipe);
        ore_stage_free(prepared->stage);
        ore_scaling_free(prepared->scaling);
        free(prepared);
    }
}

/* Whether both have the same columns and figures: rows may differ in what they
 * allow. */
static bool is_same_shape(const ore_model *wide, const ore_model *narrow)
{
    bool same =
        wide->n_cols == narrow->n_cols && wide->n_rows == narrow->n_rows &&
        wide->n_entries == narrow->n_entries &&
        wide->n_goal_entries == narrow->n_goal_entries &&
        memcmp(wide->entries, narrow->entries,
               (size_t)wide->n_entries * sizeof *wide->entries) == 0 &&
        memcmp(wide->goal_entries, narrow->goal_entries,
               (size_t)wide->n_goal_entries * sizeof *wide->goal_entries) == 0;

    for (int j = 0; same && j < wide->n_cols; j++) {
        const ore_program_col *a = &wide->cols[j], *b = &narrow->cols[j];

        same = a->lo == b->lo && a->hi == b->hi && a->kind == b->kind;
    }
    return same;
}

/* Only choices may be narrower: their figures are as the program has them,
 * however it was tightened. */
static bool is_narrower(const ore_model *wide, const ore_model *narrow)
{
    bool narrower = is_same_shape(wide, narrow);

    for (int i = 0; narrower && i < wide->n_rows; i++) {
        const ore_program_row *a = &wide->rows[i], *b = &narrow->rows[i];

        narrower =
            (a->lo == b->lo && a->hi == b->hi) ||
            (a->is_choice && b->is_choice && b->lo >= a->lo && b->hi <= a->hi);
    }
    return narrower;
}

ore_stage *ore_prepared_stage(const ore_prepared *prepared,
                              const ore_search *search, int pipe)
{
    if (!prepared ||
        !is_narrower(prepared->search.program->model, search->program->model)) {
        return NULL;
    }
    const ore_model *wide = prepared->search.program->model;
    const ore_model *narrow = search->program->model;
    ore_stage *stage = prepared->stage;

    for (int i = 0; i < wide->n_rows; i++) {
        if (wide->rows[i].lo != narrow->rows[i].lo ||
            wide->rows[i].hi != narrow->rows[i].hi) {
            stage->own->rows[i].lo = narrow->rows[i].lo;
            stage->own->rows[i].hi = narrow->rows[i].hi;
            ore_lp_row_bounds(stage->lp, i, narrow->rows[i].lo,
                              narrow->rows[i].hi);
        }
    }
    ore_lazy_rows_free(stage->tight);
    stage->tight = ore_lp_with_cuts(stage->lp);
    ore_stage_seed(stage, search->seed);
    stage->search = search;
    stage->pipe = pipe;
    return stage;
}
