/* The moves of the search: small tree, first portfolio, tree. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "solve/stage.h"
#include "solve/team.h"

/* A small tree that takes longer is not small; of a program whose relaxation
 * takes long, half of that. */
static const double patience_s = 4.0, root_share = 0.5;

/* Projects of the first portfolio that is tried. */
enum { first_free = 24 };

bool ore_stage_is_start(const ore_stage *stage, int j)
{
    return stage->model->cols[j].kind == ORE_BINARY &&
           strncmp(stage->model->cols[j].name, "start(", 6) == 0;
}

/* The point of an improving node, tried in full. */
static bool take_point(void *data, const double *point)
{
    ore_stage *stage = data;

    (void)ore_stage_try(stage, point);
    return ore_stage_done(stage);
}

static bool take_bound(void *data, double bound, int nodes)
{
    ore_stage *stage = data;

    (void)nodes;
    ore_team_share(stage);
    ore_stage_raise_bound(stage, bound);
    return ore_stage_done(stage);
}

bool ore_small_tree(ore_stage *stage, int node_limit)
{
    const bool any = !isfinite(stage->best);
    double *point = ore_alloc(stage->model->n_cols, sizeof *point);
    ore_tree tree = {.presolve = true,
                     .first = true,
                     .cutoff = ore_stage_cutoff(stage),
                     .gap = any ? 1e6 : 1e-4,
                     .node_limit = node_limit,
                     .point = point};
    bool better = false;

    const double now_s = ore_now_s();
    const double tree_s = fmax(patience_s, root_share * stage->root_s);
    /* Any portfolio at all is worth waiting for. */
    const double wait_s =
        any ? fmax(tree_s, 0.1 * (stage->deadline_s - now_s)) : tree_s;

    ore_lp_deadline(stage->polish, fmin(stage->deadline_s, now_s + wait_s));
    ore_lp_tree(stage->polish, &tree);
    stage->nodes += tree.nodes;
    if (tree.found) {
        ore_lp_forget(stage->polish);
        better = ore_stage_try(stage, point);
    }
    free(point);
    return better;
}

/* A first portfolio before anything large is solved: of a few projects drawn by
 * lot, and all that must go ahead; of twice as many while that is not enough.
 */
void ore_first_portfolio(ore_stage *stage)
{
    const ore_plan *plan = stage->search->program->plan;
    const int n = plan->n_projects;
    bool *is_free = ore_alloc(n, sizeof *is_free);

    for (int size = first_free; size < n && !isfinite(stage->best); size *= 2) {
        for (int p = 0; p < n; p++) {
            is_free[p] = plan->projects[p].decision == ORE_MUST ||
                         plan->projects[p].decision == ORE_COMMITTED ||
                         erand48(stage->random) * n < size;
        }
        (void)ore_search_around(stage, is_free);
    }
    free(is_free);
}

bool ore_tree_search(ore_stage *stage, int node_limit)
{
    double *point = ore_alloc(stage->model->n_cols, sizeof *point);
    ore_tree tree = {.cutoff = ore_stage_cutoff(stage),
                     .gap = 0.0,
                     .node_limit = node_limit,
                     .on_point = take_point,
                     .on_bound = take_bound,
                     .data = stage,
                     .point = point};

    ore_stage_phase(stage, ORE_PHASE_TREE);
    ore_lp_deadline(stage->lp, stage->deadline_s);
    if (ore_lp_solve(stage->lp) == ORE_LP_OPTIMAL) {
        ore_lp_tree(stage->lp, &tree);
        stage->nodes += tree.nodes;
    }
    free(point);
    if (!tree.complete) {
        return false;
    }
    /* A point that did not survive its polishing still bounds the goal, unless
     * all that it gained is noise. */
    const bool is_noise = stage->best - tree.value <= ore_lp_noise(stage->lp);

    ore_stage_raise_bound(stage, tree.found && !is_noise
                                     ? fmin(stage->best, tree.value)
                                     : stage->best);
    return !tree.found || isfinite(stage->best);
}
