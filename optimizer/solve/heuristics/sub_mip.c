/* See sub_mip.h. */
#include "solve/heuristics/sub_mip.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/incumbent.h"
#include "solve/presolve/subproblem.h"
#include "solve/tree/branch.h"

/* A sub-MIP that takes more work is not small; of a program whose relaxation
 * takes much, half of that. Any portfolio at all is worth more. */
static const double patience = 3.0 * ORE_WORK_A_SECOND,
                    patience_for_any = 8.0 * ORE_WORK_A_SECOND,
                    root_share = 0.5;

/* How much work a sub-MIP may take. */
static double small_work(const ore_stage *stage, bool any)
{
    return fmax(any ? patience_for_any : patience,
                root_share * stage->effort.root_work);
}

bool ore_sub_mip_find_any(ore_stage *stage, ore_bounds *bounds, int node_limit)
{
    ore_subproblem *sub = ore_subproblem_all_rows(stage, bounds);
    const bool any = !isfinite(stage->incumbent.value);
    double *point = ore_alloc(sub->presolved->model.n_cols, sizeof *point);
    double *whole = ore_alloc(stage->model->n_cols, sizeof *whole);
    ore_tree tree = {.presolve = true,
                     .first = true,
                     .cutoff = ore_stage_cutoff(stage) - sub->offset,
                     .gap = any ? 1e6 : 1e-4,
                     .node_limit = node_limit,
                     .max_work = small_work(stage, any),
                     .point = point};
    bool better = false;

    ore_lp_tree(sub->lp, &tree);
    stage->effort.nodes += tree.nodes;
    if (tree.found) {
        ore_postsolve(sub->presolved, point, whole);
        better = ore_incumbent_try(stage, whole);
    }
    ore_subproblem_free(stage, sub);
    free(point);
    free(whole);
    return better;
}

/* Candidates tried out at a node: few, since nodes are. */
enum { max_tried = 2 };

typedef struct small {
    ore_stage *stage;
    const ore_subproblem *sub;
    double *point; /* [n_cols] of the whole */
    double max_work;
    bool better;
} small;

static double small_cutoff(const small *s)
{
    return ore_stage_cutoff(s->stage) - s->sub->offset;
}

static double take_point(void *data, const double *point)
{
    small *s = data;

    ore_postsolve(s->sub->presolved, point, s->point);
    s->better |= ore_incumbent_try(s->stage, s->point);
    return small_cutoff(s);
}

static bool take_node(void *data, double bound, int nodes, double *cutoff)
{
    const small *s = data;

    (void)bound;
    (void)nodes;
    s->stage->effort.nodes++;
    *cutoff = small_cutoff(s);
    return ore_stage_done(s->stage) || ore_lp_work(s->sub->lp) > s->max_work;
}

bool ore_sub_mip_find_best(ore_stage *stage, ore_bounds *bounds, int node_limit)
{
    ore_subproblem *sub =
        ore_subproblem_new(stage, ore_stage_tight(stage), bounds);
    small s = {.stage = stage,
               .sub = sub,
               .point = ore_alloc(stage->model->n_cols, sizeof(double)),
               .max_work = small_work(stage, false)};
    ore_branching how = {.cutoff = small_cutoff(&s),
                         .max_tried = max_tried,
                         .node_limit = node_limit,
                         .on_point = take_point,
                         .on_node = take_node,
                         .data = &s};

    ore_lp_deadline(sub->lp, stage->limits.deadline_s);
    ore_lp_ceiling(sub->lp, how.cutoff);
    if (ore_lp_solve(sub->lp) == ORE_LP_OPTIMAL) {
        /* The relaxation comes on top: what it takes says nothing of the tree.
         */
        s.max_work += ore_lp_work(sub->lp);
        ore_branch(sub->lp, &sub->presolved->model, &how);
    }
    ore_subproblem_free(stage, sub);
    free(s.point);
    return s.better;
}
