/* Portfolios from the relaxation: what is whole in it stays, and a sub-MIP
 * decides the rest (RENS, Berthold 2014). */
#include "solve/heuristics/rens.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/bounds.h"
#include "solve/heuristics/sub_mip.h"

/* More free columns than this would be a tree of its own; than the second,
 * where only instruments are free. */
enum { max_free = 600, max_instruments = 2000, max_nodes = 1000 };
/* What is fixed where it stands must not move: rows multiply it. */
static const double whole_within = 1e-9;

static bool is_whole(double value)
{
    return fabs(value - round(value)) < whole_within;
}

/* Which projects the relaxation leaves in doubt. The caller frees. */
static bool *doubtful(const ore_stage *stage)
{
    bool *doubt =
        ore_alloc(stage->search->program->round->n_projects, sizeof *doubt);

    for (int j = 0; j < stage->model->n_cols; j++) {
        if (stage->owner[j] >= 0 && stage->model->cols[j].kind == ORE_BINARY &&
            !is_whole(stage->relaxed[j])) {
            doubt[stage->owner[j]] = true;
        }
    }
    return doubt;
}

/* Fix what is whole, but let `loose` projects drop, or give up an instrument,
 * all the same. */
static ore_bounds rounded_box(const ore_stage *stage, const bool *loose)
{
    ore_bounds bounds = ore_bounds_new(stage);

    for (int j = 0; j < stage->model->n_cols; j++) {
        const double whole = round(stage->relaxed[j]);
        const int p = stage->owner[j];

        if (stage->model->cols[j].kind == ORE_BINARY &&
            is_whole(stage->relaxed[j]) &&
            (whole < 0.5 || p < 0 || !loose || !loose[p])) {
            ore_bounds_fix(&bounds, j, whole);
        }
    }
    return bounds;
}

/* Projects that the bounds leave no way to finance keep their starts and have
 * all of their instruments to choose from. */
static void free_instruments_of_stuck(const ore_stage *stage,
                                      ore_bounds *bounds)
{
    const int n = stage->search->program->round->n_projects;
    bool *is_stuck = ore_alloc(n, sizeof *is_stuck);

    for (int p = 0; p < n; p++) {
        is_stuck[p] =
            !ore_probe_bounds(stage->prober, p, bounds->lo, bounds->hi);
    }
    for (int j = 0; j < stage->model->n_cols; j++) {
        if (stage->model->cols[j].kind == ORE_BINARY && stage->owner[j] >= 0 &&
            is_stuck[stage->owner[j]] && !ore_stage_is_start(stage, j)) {
            bounds->lo[j] = stage->model->cols[j].lo;
            bounds->hi[j] = stage->model->cols[j].hi;
        }
    }
    free(is_stuck);
}

static int count_free(const ore_stage *stage, const ore_bounds *bounds)
{
    int count = 0;

    for (int j = 0; j < stage->model->n_cols; j++) {
        count += stage->model->cols[j].kind == ORE_BINARY &&
                 bounds->lo[j] < bounds->hi[j];
    }
    return count;
}

/* Search within the bounds, which are freed; true for a better portfolio. */
static bool search_box(ore_stage *stage, ore_bounds bounds, int most)
{
    const bool better = count_free(stage, &bounds) <= most &&
                        ore_sub_mip_find_any(stage, &bounds, max_nodes);

    ore_bounds_free(&bounds);
    return better;
}

bool ore_rens(ore_stage *stage)
{
    bool *doubt = doubtful(stage);
    bool better = search_box(stage, rounded_box(stage, NULL), max_free) ||
                  search_box(stage, rounded_box(stage, doubt), max_free);

    free(doubt);
    if (!better) {
        ore_bounds bounds = rounded_box(stage, NULL);

        free_instruments_of_stuck(stage, &bounds);
        better = search_box(stage, bounds, max_instruments);
    }
    return better;
}
