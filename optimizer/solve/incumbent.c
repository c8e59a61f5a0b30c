/* See incumbent.h. */
#include "solve/incumbent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "solve/concurrent.h"
#include "solve/presolve/subproblem.h"
#include "solve/worker.h"

void ore_incumbent_keep(ore_stage *stage, const double *point)
{
    const int n = stage->model->n_cols;
    const ore_message message = {.kind = ORE_MESSAGE_POINT,
                                 .goal = stage->objective.g,
                                 .nodes = stage->effort.nodes,
                                 .count = n,
                                 .value = stage->objective.sign *
                                          stage->incumbent.value};

    for (int j = 0; j < n; j++) {
        stage->incumbent.point[j] = stage->model->cols[j].kind == ORE_BINARY
                                        ? round(point[j])
                                        : point[j];
    }
    memcpy(stage->incumbent.recent +
               (stage->incumbent.n_kept++ % ORE_RECENT) * n,
           stage->incumbent.point, (size_t)n * sizeof(double));
    ore_send(stage->pipe, &message, stage->incumbent.point);
    ore_incumbent_share(stage);
}

/* The bounds with the integers of the candidate; false when they are not within
 * them.
 */
static bool fix_integers(const ore_stage *stage, const double *candidate,
                         ore_bounds *bounds)
{
    for (int j = 0; j < stage->model->n_cols; j++) {
        if (stage->model->cols[j].kind == ORE_BINARY) {
            const double whole = round(candidate[j]);

            if (whole < bounds->lo[j] || whole > bounds->hi[j]) {
                return false;
            }
            ore_bounds_fix(bounds, j, whole);
        }
    }
    return true;
}

/* Solve what the bounds leave, and keep it when it is the best so far. */
static bool try_box(ore_stage *stage, ore_bounds *bounds)
{
    ore_subproblem *sub = ore_subproblem_all_rows(stage, bounds);
    bool better = false;

    ore_lp_deadline(sub->lp, stage->limits.deadline_s + 1.0);
    if (ore_lp_solve(sub->lp) == ORE_LP_OPTIMAL) {
        const double value = ore_lp_value(sub->lp) + sub->offset;

        if (value < ore_stage_cutoff(stage)) {
            double *point = ore_alloc(stage->model->n_cols, sizeof *point);

            ore_subproblem_point(sub, point);
            better = true;
            stage->incumbent.value = value;
            ore_incumbent_keep(stage, point);
            free(point);
        }
    }
    ore_subproblem_free(stage, sub);
    return better;
}

bool ore_incumbent_try(ore_stage *stage, const double *candidate)
{
    ore_bounds bounds = ore_bounds_new(stage);
    const bool better =
        fix_integers(stage, candidate, &bounds) && try_box(stage, &bounds);

    ore_bounds_free(&bounds);
    return better;
}

void ore_incumbent_share(ore_stage *stage)
{
    double *better = ore_concurrent_exchange(
        stage->workers, stage->incumbent.value, stage->incumbent.point,
        ore_stage_cutoff(stage));

    if (better) {
        (void)ore_incumbent_try(stage, better);
        free(better);
    }
}
