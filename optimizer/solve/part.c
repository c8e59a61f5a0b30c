/* See part.h. */
#include "solve/part.h"

#include <stdlib.h>

#include "orefolio/memory.h"

/* In a program that GLPK's tree is to search, every row is in from the start.
 */
static ore_part *part_of(const ore_stage *stage, const ore_model *model,
                         const ore_box *box, bool is_whole)
{
    ore_part *part = ore_alloc(1, sizeof *part);

    part->shrunk = ore_shrink(model, box->lo, box->hi);
    part->lp = is_whole
                   ? ore_lp_new(&part->shrunk->model, stage->deadline_s)
                   : ore_lp_growing(&part->shrunk->model, stage->deadline_s);
    return part;
}

/* Hold the first goals, so many of them. */
static void hold(const ore_stage *stage, ore_part *part, int n_goals)
{
    const ore_plan *plan = stage->search->program->plan;

    for (int g = 0; g < n_goals; g++) {
        const double sign = ore_goal_is_most(&plan->goals[g]) ? -1.0 : 1.0;

        ore_lp_hold(part->lp, g, sign,
                    stage->held[g] - sign * part->shrunk->goal_still[g]);
    }
}

static ore_part *with_goal(const ore_stage *stage, ore_part *part)
{
    part->still = stage->sign * part->shrunk->goal_still[stage->g];
    ore_lp_goal(part->lp, stage->g, stage->sign);
    hold(stage, part, stage->g);
    return part;
}

ore_part *ore_part_new(const ore_stage *stage, const ore_model *model,
                       ore_box *box)
{
    return with_goal(stage, part_of(stage, model, box, false));
}

ore_part *ore_part_all_rows(const ore_stage *stage, ore_box *box)
{
    return with_goal(stage, part_of(stage, stage->model, box, true));
}

ore_part *ore_part_with_costs(const ore_stage *stage, ore_box *box,
                              const double *costs)
{
    ore_part *part = part_of(stage, stage->model, box, false);
    double *left = ore_alloc(part->shrunk->model.n_cols, sizeof *left);

    part->still = ore_shrunk_costs(part->shrunk, costs, left);
    ore_lp_costs(part->lp, left);
    hold(stage, part, stage->search->program->plan->n_goals);
    free(left);
    return part;
}

void ore_part_point(const ore_part *part, double *point)
{
    double *own = ore_alloc(part->shrunk->model.n_cols, sizeof *own);

    ore_lp_point(part->lp, own);
    ore_unshrink(part->shrunk, own, point);
    free(own);
}

void ore_part_free(ore_stage *stage, ore_part *part)
{
    stage->part_iterations += ore_lp_iterations(part->lp);
    ore_lp_free(part->lp);
    ore_shrunk_free(part->shrunk);
    free(part);
}
