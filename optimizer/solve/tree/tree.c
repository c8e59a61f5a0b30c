/* The tree over the whole program: what reduced costs leave of it, with the
 * cuts of its root. */
#include "solve/tree/tree.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/incumbent.h"
#include "solve/presolve/subproblem.h"
#include "solve/tree/branch.h"

typedef struct tree {
    ore_stage *stage;
    const ore_part *part;
    double *point; /* [n_cols] of the whole */
} tree;

static double part_cutoff(const tree *t)
{
    return ore_stage_cutoff(t->stage) - t->part->still;
}

/* A point of the part, tried in full. */
static double take_point(void *data, const double *point)
{
    tree *t = data;

    ore_unshrink(t->part->shrunk, point, t->point);
    (void)ore_incumbent_try(t->stage, t->point);
    return part_cutoff(t);
}

static bool take_node(void *data, double bound, int nodes, double *cutoff)
{
    const tree *t = data;

    (void)nodes;
    t->stage->nodes++;
    ore_incumbent_share(t->stage);
    ore_stage_raise_bound(t->stage, bound + t->part->still);
    *cutoff = part_cutoff(t);
    return ore_stage_done(t->stage);
}

/* The model's bounds, but where a step away costs more than is left to gain. */
static ore_box useful_box(const ore_stage *stage)
{
    const double left = ore_stage_cutoff(stage) - ore_lp_value(stage->lp);
    ore_box box = ore_box_new(stage);

    for (int j = 0; j < stage->model->n_cols; j++) {
        const double cost = ore_lp_reduced_cost(stage->lp, j);

        if (stage->model->cols[j].kind == ORE_BINARY && fabs(cost) >= left) {
            ore_box_fix(&box, j, cost > 0.0 ? box.lo[j] : box.hi[j]);
        }
    }
    return box;
}

/* What reduced costs leave of the program with its cuts. */
static ore_part *useful_part(const ore_stage *stage)
{
    ore_box box = useful_box(stage);
    ore_part *part = ore_part_new(stage, ore_stage_tight(stage), &box);

    ore_box_free(&box);
    return part;
}

bool ore_tree_search(ore_stage *stage, int node_limit)
{
    ore_stage_phase(stage, ORE_PHASE_TREE);
    ore_lp_deadline(stage->lp, stage->deadline_s);
    if (ore_lp_solve(stage->lp) != ORE_LP_OPTIMAL) {
        return false;
    }
    ore_part *part = useful_part(stage);
    tree t = {.stage = stage,
              .part = part,
              .point = ore_alloc(stage->model->n_cols, sizeof *t.point)};
    ore_branching how = {.cutoff = part_cutoff(&t),
                         .node_limit = node_limit,
                         .on_point = take_point,
                         .on_node = take_node,
                         .data = &t,
                         .bound = HUGE_VAL};
    const ore_lp_end end = ore_lp_solve_surely(part->lp);

    if (end == ORE_LP_OPTIMAL) {
        ore_branch(part->lp, &part->shrunk->model, &how);
    } else {
        how.complete = end == ORE_LP_INFEASIBLE;
    }
    const double bound = how.bound + part->still;

    ore_part_free(stage, part);
    free(t.point);
    if (how.complete) {
        ore_stage_raise_bound(stage, fmin(stage->best, bound));
    }
    return how.complete && (isfinite(stage->best) || !isfinite(bound));
}
