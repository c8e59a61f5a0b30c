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
    const ore_message message = {.kind = ORE_TELL_POINT,
                                 .goal = stage->g,
                                 .nodes = stage->nodes,
                                 .count = n,
                                 .value = stage->sign * stage->best};

    for (int j = 0; j < n; j++) {
        stage->point[j] = stage->model->cols[j].kind == ORE_BINARY
                              ? round(point[j])
                              : point[j];
    }
    memcpy(stage->recent + (stage->n_kept++ % ORE_RECENT) * n, stage->point,
           (size_t)n * sizeof(double));
    ore_tell(stage->pipe, &message, stage->point);
    ore_incumbent_share(stage);
}

/* The box with the integers of the candidate; false when they are not in it. */
static bool fix_integers(const ore_stage *stage, const double *candidate,
                         ore_box *box)
{
    for (int j = 0; j < stage->model->n_cols; j++) {
        if (stage->model->cols[j].kind == ORE_BINARY) {
            const double whole = round(candidate[j]);

            if (whole < box->lo[j] || whole > box->hi[j]) {
                return false;
            }
            ore_box_fix(box, j, whole);
        }
    }
    return true;
}

/* Solve what the box leaves, and keep it when it is the best so far. */
static bool try_box(ore_stage *stage, ore_box *box)
{
    ore_part *part = ore_part_all_rows(stage, box);
    bool better = false;

    ore_lp_deadline(part->lp, stage->deadline_s + 1.0);
    if (ore_lp_solve(part->lp) == ORE_LP_OPTIMAL) {
        const double value = ore_lp_value(part->lp) + part->still;

        if (value < ore_stage_cutoff(stage)) {
            double *point = ore_alloc(stage->model->n_cols, sizeof *point);

            ore_part_point(part, point);
            better = true;
            stage->best = value;
            ore_incumbent_keep(stage, point);
            free(point);
        }
    }
    ore_part_free(stage, part);
    return better;
}

bool ore_incumbent_try(ore_stage *stage, const double *candidate)
{
    ore_box box = ore_box_new(stage);
    const bool better =
        fix_integers(stage, candidate, &box) && try_box(stage, &box);

    ore_box_free(&box);
    return better;
}

void ore_incumbent_share(ore_stage *stage)
{
    double *better = ore_team_exchange(stage->team, stage->best, stage->point,
                                       ore_stage_cutoff(stage));

    if (better) {
        (void)ore_incumbent_try(stage, better);
        free(better);
    }
}
