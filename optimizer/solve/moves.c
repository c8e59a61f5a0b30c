/* The moves of the search: small tree, first portfolio. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "solve/stage.h"

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
