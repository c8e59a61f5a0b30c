/* See subproblem.h. */
#include "solve/presolve/subproblem.h"

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

static double sign_of(const ore_stage *stage, int g)
{
    const ore_round *round = stage->search->program->round;

    return ore_objective_is_maximised(&round->goals[g]) ? -1.0 : 1.0;
}

void ore_part_goal(const ore_stage *stage, ore_part *part, int g)
{
    part->still = sign_of(stage, g) * part->shrunk->goal_still[g];
    ore_lp_goal(part->lp, g, sign_of(stage, g));
}

void ore_part_costs(ore_part *part, const double *costs)
{
    double *left = ore_alloc(part->shrunk->model.n_cols, sizeof *left);

    part->still = ore_shrunk_costs(part->shrunk, costs, left);
    ore_lp_costs(part->lp, left);
    free(left);
}

void ore_part_hold(const ore_stage *stage, ore_part *part, int g, double most)
{
    const double sign = sign_of(stage, g);

    ore_lp_hold(part->lp, g, sign, most - sign * part->shrunk->goal_still[g]);
}

void ore_part_hold_first(const ore_stage *stage, ore_part *part, int n_goals)
{
    for (int g = 0; g < n_goals; g++) {
        ore_part_hold(stage, part, g, stage->held[g]);
    }
}

static ore_part *with_goal(const ore_stage *stage, ore_part *part)
{
    ore_part_goal(stage, part, stage->g);
    ore_part_hold_first(stage, part, stage->g);
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

ore_part *ore_part_without_goal(const ore_stage *stage, ore_box *box)
{
    return part_of(stage, stage->model, box, false);
}

double ore_part_value(const ore_part *part)
{
    return ore_lp_value(part->lp) + part->still;
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
