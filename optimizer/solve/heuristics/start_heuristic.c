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
static ore_bounds draw_sample(ore_stage *stage, int size)
{
    const ore_round *round = stage->search->program->round;
    bool *is_in = ore_alloc(round->n_projects, sizeof *is_in);
    ore_bounds bounds = ore_bounds_new(stage);

    for (int p = 0; p < round->n_projects; p++) {
        is_in[p] = must_go_ahead(&round->projects[p]) ||
                   erand48(stage->random) * round->n_projects < size;
    }
    ore_bounds_first_years(stage, &bounds);
    for (int j = 0; j < stage->model->n_cols; j++) {
        if (ore_stage_is_start(stage, j) && !is_in[stage->owner[j]]) {
            ore_bounds_fix(&bounds, j, 0.0);
        }
    }
    free(is_in);
    return bounds;
}

/* The relaxation of a sample, rounded as if it were that of the whole. */
static void try_sample(ore_stage *stage, int size)
{
    ore_bounds bounds = draw_sample(stage, size);
    ore_subproblem *sub = ore_subproblem_new(stage, stage->model, &bounds);
    double *whole = stage->relaxed;

    if (ore_lp_solve(sub->lp) == ORE_LP_OPTIMAL) {
        stage->relaxed = ore_alloc(stage->model->n_cols, sizeof(double));
        ore_subproblem_point(sub, stage->relaxed);
        (void)ore_rens(stage);
        free(stage->relaxed);
        stage->relaxed = whole;
    }
    ore_subproblem_free(stage, sub);
    ore_bounds_free(&bounds);
}

void ore_start_heuristic(ore_stage *stage)
{
    const int n = stage->search->program->round->n_projects;

    try_nothing(stage);
    for (int size = first_sample; size < n && !isfinite(stage->incumbent.value);
         size *= 2) {
        try_sample(stage, size);
    }
}
