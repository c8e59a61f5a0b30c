/* See sub_mip.h. */
#include "solve/heuristics/sub_mip.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/incumbent.h"
#include "solve/presolve/subproblem.h"
#include "solve/tree/branch.h"

/* A small tree that takes more work is not small; of a program whose relaxation
 * takes much, half of that. Any portfolio at all is worth more. */
static const double patience = 2.0 * ORE_WORK_A_SECOND,
                    patience_for_any = 8.0 * ORE_WORK_A_SECOND,
                    root_share = 0.5;

/* How much work a small tree may take. */
static double small_work(const ore_stage *stage, bool any)
{
    return fmax(any ? patience_for_any : patience,
                root_share * stage->root_work);
}

bool ore_find_quickly(ore_stage *stage, ore_box *box, int node_limit)
{
    ore_part *part = ore_part_all_rows(stage, box);
    const bool any = !isfinite(stage->best);
    double *point = ore_alloc(part->shrunk->model.n_cols, sizeof *point);
    double *whole = ore_alloc(stage->model->n_cols, sizeof *whole);
    ore_tree tree = {.presolve = true,
                     .first = true,
                     .cutoff = ore_stage_cutoff(stage) - part->still,
                     .gap = any ? 1e6 : 1e-4,
                     .node_limit = node_limit,
                     .most_work = small_work(stage, any),
                     .point = point};
    bool better = false;

    ore_lp_tree(part->lp, &tree);
    stage->nodes += tree.nodes;
    if (tree.found) {
        ore_unshrink(part->shrunk, point, whole);
        better = ore_incumbent_try(stage, whole);
    }
    ore_part_free(stage, part);
    free(point);
    free(whole);
    return better;
}

typedef struct small {
    ore_stage *stage;
    const ore_part *part;
    double *point; /* [n_cols] of the whole */
    double most_work;
    bool better;
} small;

static double small_cutoff(const small *s)
{
    return ore_stage_cutoff(s->stage) - s->part->still;
}

static double take_point(void *data, const double *point)
{
    small *s = data;

    ore_unshrink(s->part->shrunk, point, s->point);
    s->better |= ore_incumbent_try(s->stage, s->point);
    return small_cutoff(s);
}

static bool take_node(void *data, double bound, int nodes, double *cutoff)
{
    const small *s = data;

    (void)bound;
    (void)nodes;
    s->stage->nodes++;
    *cutoff = small_cutoff(s);
    return ore_stage_done(s->stage) || ore_lp_work(s->part->lp) > s->most_work;
}

bool ore_find_better(ore_stage *stage, ore_box *box, int node_limit)
{
    ore_part *part = ore_part_new(stage, ore_stage_tight(stage), box);
    small s = {.stage = stage,
               .part = part,
               .point = ore_alloc(stage->model->n_cols, sizeof(double)),
               .most_work = small_work(stage, false)};
    ore_branching how = {.cutoff = small_cutoff(&s),
                         .node_limit = node_limit,
                         .on_point = take_point,
                         .on_node = take_node,
                         .data = &s};

    ore_lp_deadline(part->lp, stage->deadline_s);
    ore_lp_ceiling(part->lp, how.cutoff);
    if (ore_lp_solve(part->lp) == ORE_LP_OPTIMAL) {
        ore_branch(part->lp, &part->shrunk->model, &how);
    }
    ore_part_free(stage, part);
    free(s.point);
    return s.better;
}
