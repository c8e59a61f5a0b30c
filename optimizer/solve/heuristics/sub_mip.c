/* The moves of the search: boxes, small trees, a first portfolio. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "solve/presolve/subproblem.h"
#include "solve/stage.h"
#include "solve/tree/branch.h"

/* A small tree that takes more work is not small; of a program whose relaxation
 * takes much, half of that. Any portfolio at all is worth more. */
static const double patience = 2.0 * ORE_WORK_A_SECOND,
                    patience_for_any = 8.0 * ORE_WORK_A_SECOND,
                    root_share = 0.5;

/* Projects that the first portfolio is chosen from. */
enum { first_sample = 60 };

bool ore_stage_is_start(const ore_stage *stage, int j)
{
    return stage->model->cols[j].is_start;
}

ore_box ore_box_new(const ore_stage *stage)
{
    const int n = stage->model->n_cols;
    ore_box box = {ore_alloc(n, sizeof(double)), ore_alloc(n, sizeof(double))};

    for (int j = 0; j < n; j++) {
        box.lo[j] = stage->model->cols[j].lo;
        box.hi[j] = stage->model->cols[j].hi;
    }
    return box;
}

void ore_box_free(ore_box *box)
{
    free(box->lo);
    free(box->hi);
}

void ore_box_first_years(const ore_stage *stage, ore_box *box)
{
    const ore_program *program = stage->search->program;
    const int n_commit = program->round->n_commit;

    for (int o = 0; o < program->round->n_options; o++) {
        bool is_first = true;

        for (int t = 0; t < n_commit; t++) {
            const int j = program->variables->start[o * n_commit + t].at;

            if (j < 0 || box->hi[j] <= 0.0) {
                continue;
            }
            if (!is_first && box->lo[j] <= 0.0) {
                ore_box_fix(box, j, 0.0);
            }
            is_first = false;
        }
    }
}

const ore_model *ore_stage_tight(const ore_stage *stage)
{
    return stage->tight ? stage->tight : stage->model;
}

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
        better = ore_stage_try(stage, whole);
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
    s->better |= ore_stage_try(s->stage, s->point);
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

static bool must_go_ahead(const ore_project *project)
{
    return project->decision == ORE_MUST || project->decision == ORE_COMMITTED;
}

/* Fund nothing, unless something must go ahead. */
static void try_nothing(ore_stage *stage)
{
    const ore_round *round = stage->search->program->round;
    double *nothing = ore_alloc(stage->model->n_cols, sizeof *nothing);
    bool must = false;

    for (int p = 0; p < round->n_projects; p++) {
        must |= must_go_ahead(&round->projects[p]);
    }
    if (!must) {
        (void)ore_stage_try(stage, nothing);
    }
    free(nothing);
}

/* No project but about `size` drawn by lot, and those that must go ahead, in
 * their first years. */
static ore_box draw_sample(ore_stage *stage, int size)
{
    const ore_round *round = stage->search->program->round;
    bool *is_in = ore_alloc(round->n_projects, sizeof *is_in);
    ore_box box = ore_box_new(stage);

    for (int p = 0; p < round->n_projects; p++) {
        is_in[p] = must_go_ahead(&round->projects[p]) ||
                   erand48(stage->random) * round->n_projects < size;
    }
    ore_box_first_years(stage, &box);
    for (int j = 0; j < stage->model->n_cols; j++) {
        if (ore_stage_is_start(stage, j) && !is_in[stage->owner[j]]) {
            ore_box_fix(&box, j, 0.0);
        }
    }
    free(is_in);
    return box;
}

/* The relaxation of a sample, rounded as if it were that of the whole. */
static void try_sample(ore_stage *stage, int size)
{
    ore_box box = draw_sample(stage, size);
    ore_part *part = ore_part_new(stage, stage->model, &box);
    double *whole = stage->relaxed;

    if (ore_lp_solve(part->lp) == ORE_LP_OPTIMAL) {
        stage->relaxed = ore_alloc(stage->model->n_cols, sizeof(double));
        ore_part_point(part, stage->relaxed);
        (void)ore_round_relaxation(stage);
        free(stage->relaxed);
        stage->relaxed = whole;
    }
    ore_part_free(stage, part);
    ore_box_free(&box);
}

void ore_first_portfolio(ore_stage *stage)
{
    const int n = stage->search->program->round->n_projects;

    try_nothing(stage);
    for (int size = first_sample; size < n && !isfinite(stage->best);
         size *= 2) {
        try_sample(stage, size);
    }
}
