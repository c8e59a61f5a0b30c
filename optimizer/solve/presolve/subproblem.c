/* See subproblem.h. */
#include "solve/presolve/subproblem.h"

#include <stdlib.h>

#include "orefolio/memory.h"

/* In a program that GLPK's tree is to search, every row is in from the start.
 */
static ore_subproblem *part_of(const ore_stage *stage, const ore_model *model,
                               const ore_bounds *bounds, bool is_whole)
{
    ore_subproblem *sub = ore_alloc(1, sizeof *sub);

    sub->presolved = ore_presolve(model, bounds->lo, bounds->hi);
    sub->lp =
        is_whole
            ? ore_lp_new(&sub->presolved->model, stage->limits.deadline_s)
            : ore_lp_new_lazy(&sub->presolved->model, stage->limits.deadline_s);
    return sub;
}

static double sign_of(const ore_stage *stage, int g)
{
    const ore_round *round = stage->search->program->round;

    return ore_objective_is_maximised(&round->goals[g]) ? -1.0 : 1.0;
}

void ore_subproblem_goal(const ore_stage *stage, ore_subproblem *sub, int g)
{
    sub->offset = sign_of(stage, g) * sub->presolved->goal_offset[g];
    ore_lp_goal(sub->lp, g, sign_of(stage, g));
}

void ore_subproblem_costs(ore_subproblem *sub, const double *costs)
{
    double *left = ore_alloc(sub->presolved->model.n_cols, sizeof *left);

    sub->offset = ore_presolved_costs(sub->presolved, costs, left);
    ore_lp_costs(sub->lp, left);
    free(left);
}

void ore_subproblem_hold(const ore_stage *stage, ore_subproblem *sub, int g,
                         double most)
{
    const double sign = sign_of(stage, g);

    ore_lp_hold(sub->lp, g, sign, most - sign * sub->presolved->goal_offset[g]);
}

void ore_subproblem_hold_first(const ore_stage *stage, ore_subproblem *sub,
                               int n_goals)
{
    for (int g = 0; g < n_goals; g++) {
        ore_subproblem_hold(stage, sub, g, stage->objective.held[g]);
    }
}

static ore_subproblem *with_goal(const ore_stage *stage, ore_subproblem *sub)
{
    ore_subproblem_goal(stage, sub, stage->objective.g);
    ore_subproblem_hold_first(stage, sub, stage->objective.g);
    return sub;
}

ore_subproblem *ore_subproblem_new(const ore_stage *stage,
                                   const ore_model *model, ore_bounds *bounds)
{
    return with_goal(stage, part_of(stage, model, bounds, false));
}

ore_subproblem *ore_subproblem_all_rows(const ore_stage *stage,
                                        ore_bounds *bounds)
{
    return with_goal(stage, part_of(stage, stage->model, bounds, true));
}

ore_subproblem *ore_subproblem_without_goal(const ore_stage *stage,
                                            ore_bounds *bounds)
{
    return part_of(stage, stage->model, bounds, false);
}

double ore_subproblem_value(const ore_subproblem *sub)
{
    return ore_lp_value(sub->lp) + sub->offset;
}

void ore_subproblem_point(const ore_subproblem *sub, double *point)
{
    double *own = ore_alloc(sub->presolved->model.n_cols, sizeof *own);

    ore_lp_point(sub->lp, own);
    ore_postsolve(sub->presolved, own, point);
    free(own);
}

void ore_subproblem_free(ore_stage *stage, ore_subproblem *sub)
{
    stage->effort.iterations += ore_lp_iterations(sub->lp);
    ore_lp_free(sub->lp);
    ore_presolved_free(sub->presolved);
    free(sub);
}
