/* See start_heuristic.h. */
#include "solve/heuristics/start_heuristic.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/bounds.h"
#include "solve/heuristics/rens.h"
#include "solve/incumbent.h"
#include "solve/presolve/subproblem.h"

/* Projects that the first portfolio is chosen from. */
enum { first_sample = 60 };

static bool must_go_ahead(const ore_project *project)
{
    return project->decision == ORE_MUST || project->decision == ORE_COMMITTED;
}

/* Fund nothing, unless something must go ahead. */
static void try_nothing(ore_stage *stage)
{
    const ore_round *round = stage->search->program->round;
    double *nothing = ore_alloc(stage->model->n_cols, sizeof *nothing);
    bool must = false;

    for (int p = 0; p < round->n_projects; p++) {
        must |= must_go_ahead(&round->projects[p]);
    }
    if (!must) {
        (void)ore_incumbent_try(stage, nothing);
    }
    free(nothing);
}

/* No project but about `size` drawn by lot, and those that must go ahead, in
 * their first years. */
static ore_box draw_sample(ore_stage *stage, int size)
{
    const ore_round *round = stage->search->program->round;
    bool *is_in = ore_alloc(round->n_projects, sizeof *is_in);
    ore_box box = ore_box_new(stage);

    for (int p = 0; p < round->n_projects; p++) {
        is_in[p] = must_go_ahead(&round->projects[p]) ||
                   erand48(stage->random) * round->n_projects < size;
    }
    ore_box_first_years(stage, &box);
    for (int j = 0; j < stage->model->n_cols; j++) {
        if (ore_stage_is_start(stage, j) && !is_in[stage->owner[j]]) {
            ore_box_fix(&box, j, 0.0);
        }
    }
    free(is_in);
    return box;
}

/* The relaxation of a sample, rounded as if it were that of the whole. */
static void try_sample(ore_stage *stage, int size)
{
    ore_box box = draw_sample(stage, size);
    ore_part *part = ore_part_new(stage, stage->model, &box);
    double *whole = stage->relaxed;

    if (ore_lp_solve(part->lp) == ORE_LP_OPTIMAL) {
        stage->relaxed = ore_alloc(stage->model->n_cols, sizeof(double));
        ore_part_point(part, stage->relaxed);
        (void)ore_round_relaxation(stage);
        free(stage->relaxed);
        stage->relaxed = whole;
    }
    ore_part_free(stage, part);
    ore_box_free(&box);
}

void ore_first_portfolio(ore_stage *stage)
{
    const int n = stage->search->program->round->n_projects;

    try_nothing(stage);
    for (int size = first_sample; size < n && !isfinite(stage->best);
         size *= 2) {
        try_sample(stage, size);
    }
}
