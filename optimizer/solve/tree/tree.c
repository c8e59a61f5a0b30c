/* The tree over the whole program: what reduced costs leave of it, with the
 * cuts of its root. */
#include "solve/tree/tree.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/concurrent.h"
#include "solve/heuristics/lns.h"
#include "solve/incumbent.h"
#include "solve/presolve/subproblem.h"
#include "solve/stage_workers.h"
#include "solve/tree/branch.h"

/* Neighbourhoods take this share of the work of the tree; less the more of them
 * have failed in a row. */
static const double lns_share = 1.0;
enum { failures_to_halve = 20 };

/* Candidates tried out at a node. */
enum { max_tried = 8 };

typedef struct tree {
    ore_stage *stage;
    double work_before, lns_before; /* that was done before the tree */
    const ore_subproblem *sub;
    double *point; /* [n_cols] of the whole */
} tree;

static double part_cutoff(const tree *t)
{
    return ore_stage_cutoff(t->stage) - t->sub->offset;
}

/* A point of the part, tried in full. */
static double take_point(void *data, const double *point)
{
    tree *t = data;

    ore_postsolve(t->sub->presolved, point, t->point);
    (void)ore_incumbent_try(t->stage, t->point);
    return part_cutoff(t);
}

/* Whether it is the turn of a neighbourhood. */
static bool is_lns_due(const tree *t)
{
    const ore_lns *lns = &t->stage->lns;
    const double share =
        lns_share / (1.0 + (double)lns->n_failures / failures_to_halve);
    const double own = lns->work - t->lns_before;
    const double work = ore_work_done() - t->work_before - own;

    return isfinite(t->stage->incumbent.value) && own < share * work;
}

static bool take_node(void *data, double bound, int nodes, double *cutoff)
{
    const tree *t = data;

    (void)nodes;
    if (is_lns_due(t)) {
        (void)ore_lns_step(t->stage);
    }
    t->stage->effort.nodes++;
    ore_incumbent_share(t->stage);
    ore_stage_raise_bound(t->stage, bound + t->sub->offset);
    *cutoff = part_cutoff(t);
    return ore_stage_done(t->stage) ||
           ore_concurrent_has_lost(t->stage->workers);
}

/* What workers of the tree need. */
typedef struct part {
    ore_stage *stage;
    ore_lp *lp;
    const ore_model *model;
    ore_branching *how;
} part;

/* A worker has the relaxation as it was at the fork, and waits for nodes. */
static void search_part(void *data, int number)
{
    const part *it = data;

    it->how->process = number;
    ore_branch(it->lp, it->model, it->how);
}

/* The whole tree, on as many processes as there are. */
static void search_shared(ore_stage *stage, const ore_subproblem *sub,
                          ore_branching *how)
{
    part it = {stage, sub->lp, &sub->presolved->model, how};

    if (stage->search->jobs > 1 && how->node_limit == 0) {
        how->shared =
            ore_shared_tree_new(stage->search->jobs, ore_lp_value(sub->lp));
        if (how->shared) {
            ore_stage_workers(stage, search_part, &it);
        }
        for (int i = ore_concurrent_count(stage->workers) + 1;
             how->shared && i < stage->search->jobs; i++) {
            ore_shared_tree_leave(how->shared); /* it could not be started */
        }
    }
    ore_branch(sub->lp, &sub->presolved->model, how);
    if (how->shared) {
        ore_concurrent_end(stage->workers);
        stage->workers = NULL;
        ore_shared_tree_free(how->shared);
    }
}

/* The model's bounds, but where a step away costs more than is left to gain. */
static ore_bounds useful_box(const ore_stage *stage)
{
    const double left = ore_stage_cutoff(stage) - ore_lp_value(stage->lp);
    ore_bounds bounds = ore_bounds_new(stage);

    for (int j = 0; j < stage->model->n_cols; j++) {
        const double cost = ore_lp_reduced_cost(stage->lp, j);

        if (stage->model->cols[j].kind == ORE_BINARY && fabs(cost) >= left) {
            ore_bounds_fix(&bounds, j,
                           cost > 0.0 ? bounds.lo[j] : bounds.hi[j]);
        }
    }
    return bounds;
}

/* What reduced costs leave of the program with its cuts. */
static ore_subproblem *useful_part(const ore_stage *stage)
{
    ore_bounds bounds = useful_box(stage);
    ore_subproblem *sub =
        ore_subproblem_new(stage, ore_stage_tight(stage), &bounds);

    ore_bounds_free(&bounds);
    return sub;
}

bool ore_tree_solve(ore_stage *stage, int node_limit)
{
    ore_stage_phase(stage, ORE_PHASE_TREE);
    ore_lp_deadline(stage->lp, stage->limits.deadline_s);
    if (ore_lp_solve(stage->lp) != ORE_LP_OPTIMAL) {
        return false;
    }
    ore_subproblem *sub = useful_part(stage);
    tree t = {.stage = stage,
              .sub = sub,
              .work_before = ore_work_done(),
              .lns_before = stage->lns.work,
              .point = ore_alloc(stage->model->n_cols, sizeof *t.point)};
    ore_branching how = {.cutoff = part_cutoff(&t),
                         .max_tried = max_tried,
                         .node_limit = node_limit,
                         .on_point = take_point,
                         .on_node = take_node,
                         .data = &t,
                         .bound = HUGE_VAL};
    const ore_lp_end end = ore_lp_solve_surely(sub->lp);

    if (end == ORE_LP_OPTIMAL) {
        search_shared(stage, sub, &how);
    } else {
        how.complete = end == ORE_LP_INFEASIBLE;
    }
    const double bound = how.bound + sub->offset;

    ore_subproblem_free(stage, sub);
    free(t.point);
    if (how.complete) {
        ore_stage_raise_bound(stage, fmin(stage->incumbent.value, bound));
    }
    return how.complete &&
           (isfinite(stage->incumbent.value) || !isfinite(bound));
}
