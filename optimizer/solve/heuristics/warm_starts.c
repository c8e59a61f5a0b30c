/* Portfolios to begin with: those of a round that differs a little from this
 * one. What one of them leaves out though it must go ahead is put in by a small
 * tree that changes it and what it has links with, and nothing else. */
#include "solve/heuristics/warm_starts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "solve/heuristics/lns.h"
#include "solve/incumbent.h"

static bool is_due(const ore_project *project)
{
    return project->decision == ORE_MUST || project->decision == ORE_COMMITTED;
}

static bool goes_ahead(const ore_stage *stage, const double *point, int p)
{
    for (int j = 0; j < stage->model->n_cols; j++) {
        if (stage->owner[j] == p && point[j] > 0.5 &&
            ore_stage_is_start(stage, j)) {
            return true;
        }
    }
    return false;
}

/* Free [n_projects] what must go ahead and does not, and what links tie to it;
 * whether there is any. */
static bool free_missing(const ore_stage *stage, const double *point,
                         bool *is_free)
{
    const ore_round *round = stage->search->program->round;
    bool any = false;

    for (int p = 0; p < round->n_projects; p++) {
        if (!is_due(&round->projects[p]) || goes_ahead(stage, point, p)) {
            continue;
        }
        any = is_free[p] = true;
        for (int i = 0; i < round->n_links; i++) {
            const ore_link *link = &round->links[i];

            is_free[link->project] |= link->other == p;
            is_free[link->other] |= link->project == p;
        }
    }
    return any;
}

static void try_start(ore_stage *stage, const double *start)
{
    bool *is_free =
        ore_alloc(stage->search->program->round->n_projects, sizeof *is_free);

    if (!free_missing(stage, start, is_free)) {
        (void)ore_incumbent_try(stage, start);
    } else if (!isfinite(stage->incumbent.value)) {
        memcpy(stage->incumbent.point, start,
               (size_t)stage->model->n_cols * sizeof *start);
        (void)ore_lns_search(stage, is_free);
    }
    free(is_free);
}

void ore_warm_start(ore_stage *stage)
{
    const ore_search *search = stage->search;

    for (int i = 0; i < search->n_starts; i++) {
        try_start(stage, search->starts[i]);
    }
    if (!isnan(search->known_bound)) {
        ore_stage_raise_bound(stage,
                              stage->objective.sign * search->known_bound);
    }
}
