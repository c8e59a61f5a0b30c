/* The moves of the search: first portfolio, dive, tree. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "solve/stage.h"

static const double whole_within = 1e-6;
/* A small tree that takes longer is not small; of a program whose relaxation
 * takes long, half of that. */
static const double patience_s = 4.0, root_share = 0.5;

/* Projects of the first portfolio that is tried. */
enum { first_free = 24 };
/* A dive rounds so large a part of what is in doubt at a time. */
enum { dive_steps = 12 };

bool ore_stage_is_start(const ore_stage *stage, int j)
{
    return stage->model->cols[j].kind == ORE_BINARY &&
           strncmp(stage->model->cols[j].name, "start(", 6) == 0;
}

static void fix(ore_stage *stage, int j, double value)
{
    ore_lp_bounds(stage->lp, j, value, value);
}

/* The point of an improving node, tried in full. */
static bool take_point(void *data, const double *point)
{
    ore_stage *stage = data;

    (void)ore_stage_try(stage, point);
    return ore_stage_done(stage);
}

static bool take_bound(void *data, double bound, int nodes)
{
    ore_stage *stage = data;

    (void)nodes;
    ore_stage_raise_bound(stage, bound);
    return ore_stage_done(stage);
}

bool ore_small_tree(ore_stage *stage, int node_limit, ore_tree_aim aim)
{
    const bool any = aim == ORE_TREE_ANY;
    double *point = ore_alloc(stage->model->n_cols, sizeof *point);
    ore_tree tree = {.presolve = aim != ORE_TREE_PLAIN,
                     .first = true,
                     .cutoff = any ? HUGE_VAL : ore_stage_cutoff(stage),
                     .gap = any ? 1e6 : 1e-4,
                     .node_limit = node_limit,
                     .point = point};
    bool better = false;

    const double now_s = ore_now_s();
    const double tree_s = fmax(patience_s, root_share * stage->root_s);
    /* Any portfolio at all is worth waiting for. */
    const double wait_s =
        any ? fmax(tree_s, 0.1 * (stage->deadline_s - now_s)) : tree_s;

    ore_lp_deadline(stage->polish, fmin(stage->deadline_s, now_s + wait_s));
    ore_lp_tree(stage->polish, &tree);
    stage->nodes += tree.nodes;
    if (tree.found) {
        better = ore_stage_try(stage, point);
    }
    free(point);
    return better;
}

/* A binary column that the dive has not decided. */
typedef struct doubt {
    int j;
    double value;
} doubt;

static int largest_first(const void *left, const void *right)
{
    const doubt *a = left, *b = right;

    return a->value != b->value ? (a->value < b->value ? 1 : -1) : a->j - b->j;
}

/* The undecided starts [*n], or all undecided, largest first; the caller frees.
 * Those that are whole are fixed where they stand at 1. */
static doubt *undecided(ore_stage *stage, const double *point, bool all, int *n)
{
    doubt *list = ore_alloc(stage->model->n_cols, sizeof *list);

    *n = 0;
    for (int j = 0; j < stage->model->n_cols; j++) {
        const bool counts = all ? stage->model->cols[j].kind == ORE_BINARY
                                : ore_stage_is_start(stage, j);

        if (!counts || point[j] < whole_within) {
            continue;
        }
        if (point[j] > 1.0 - whole_within) {
            fix(stage, j, 1.0);
        } else {
            list[(*n)++] = (doubt){j, point[j]};
        }
    }
    qsort(list, (size_t)*n, sizeof *list, largest_first);
    return list;
}

/* Neither side of the column is left: drop the project that it decides about.
 * False when that does not help. */
static bool let_go(ore_stage *stage, int column)
{
    const int p = stage->owner[column];

    for (int j = 0; j < stage->model->n_cols && p >= 0; j++) {
        if (stage->owner[j] == p) {
            fix(stage, j, 0.0);
        }
    }
    return p >= 0 && ore_lp_solve(stage->lp) == ORE_LP_OPTIMAL;
}

/* Round *batch columns to `whole` together; when that fails, only the first,
 * to either side. *batch becomes how many to try next. False when nothing is
 * left to try. */
static bool round_some(ore_stage *stage, const doubt *list, int *batch,
                       double whole)
{
    const int count = *batch;

    *batch = 2 * count;
    for (int i = 0; i < count; i++) {
        fix(stage, list[i].j, whole);
    }
    if (ore_lp_solve(stage->lp) == ORE_LP_OPTIMAL) {
        return true;
    }
    *batch = 1 + count / 4;
    for (int i = 1; i < count; i++) {
        ore_lp_bounds(stage->lp, list[i].j, 0.0, 1.0);
    }
    if (count > 1 && ore_lp_solve(stage->lp) == ORE_LP_OPTIMAL) {
        return true;
    }
    fix(stage, list[0].j, 1.0 - whole);
    return ore_lp_solve(stage->lp) == ORE_LP_OPTIMAL ||
           let_go(stage, list[0].j);
}

/* Projects are rounded up, the largest first. Of instruments, those that are
 * nearly taken; then the smallest down, whose little money others can pay. */
static bool round_next(ore_stage *stage, const doubt *list, int n, bool all,
                       int *batch)
{
    int n_large = 0;

    while (n_large < n && list[n_large].value >= 0.5) {
        n_large++;
    }
    const bool is_up = !all || n_large > 0;
    const int most = 1 + (all && is_up ? n_large : n) / dive_steps;

    *batch = *batch < most ? *batch : most;
    return round_some(stage, is_up ? list : list + n - *batch, batch,
                      is_up ? 1.0 : 0.0);
}

/* Starts are whole: a small tree places the instruments. It may drop a start
 * whose tickets do not fit, but takes no other. */
static void land(ore_stage *stage, const double *point)
{
    ore_lp_reset(stage->polish);
    for (int j = 0; j < stage->model->n_cols; j++) {
        if (ore_stage_is_start(stage, j) && point[j] < 0.5) {
            ore_lp_bounds(stage->polish, j, 0.0, 0.0);
        }
    }
    (void)ore_small_tree(stage, 1000, ORE_TREE_ANY);
}

/* Down from `point`, which moves along, until no start is in doubt, or nothing
 * at all; false when that fails. */
static bool dive_down(ore_stage *stage, double *point, bool all)
{
    int batch = INT_MAX / 2;

    while (ore_now_s() < stage->deadline_s) {
        int n;
        doubt *list = undecided(stage, point, all, &n);
        const bool goes_on = n > 0 && round_next(stage, list, n, all, &batch);

        free(list);
        if (!goes_on) {
            return n == 0;
        }
        ore_lp_point(stage->lp, point);
    }
    return false;
}

/* No start but those of the point, which may be dropped again. */
static void loosen_starts(ore_stage *stage, const double *point)
{
    for (int j = 0; j < stage->model->n_cols; j++) {
        if (ore_stage_is_start(stage, j)) {
            ore_lp_bounds(stage->lp, j, 0.0, point[j] < 0.5 ? 0.0 : 1.0);
        }
    }
}

/* First the projects, then the instruments; where that fails, a small tree
 * places those. */
static void dive_and_land(ore_stage *stage)
{
    const size_t size = (size_t)stage->model->n_cols * sizeof(double);
    double *point = ore_alloc(stage->model->n_cols, sizeof *point);
    double *starts = ore_alloc(stage->model->n_cols, sizeof *starts);

    memcpy(point, stage->relaxed, size);
    if (dive_down(stage, point, false)) {
        memcpy(starts, point, size);
        loosen_starts(stage, point);
        if (!dive_down(stage, point, true) || !ore_stage_try(stage, point)) {
            land(stage, starts);
        }
    }
    free(point);
    free(starts);
}

void ore_dive(ore_stage *stage)
{
    ore_lp_deadline(stage->lp, stage->deadline_s);
    dive_and_land(stage);
    ore_lp_reset(stage->lp);
    if (!isfinite(stage->best)) {
        /* "Fund nothing" is a portfolio unless something must go ahead. */
        double *nothing = ore_alloc(stage->model->n_cols, sizeof *nothing);

        (void)ore_stage_try(stage, nothing);
        free(nothing);
    }
    if (!isfinite(stage->best)) {
        /* Something must go ahead, and the dive missed it. */
        ore_first_portfolio(stage);
    }
    if (!isfinite(stage->best)) {
        ore_lp_reset(stage->polish);
        (void)ore_small_tree(stage, 5000, ORE_TREE_ANY);
    }
}

/* A first portfolio before anything large is solved: of a few projects drawn by
 * lot, and all that must go ahead; of twice as many while that is not enough.
 */
void ore_first_portfolio(ore_stage *stage)
{
    const ore_plan *plan = stage->search->program->plan;
    const int n = plan->n_projects;
    bool *is_free = ore_alloc(n, sizeof *is_free);

    for (int size = first_free; size < n && !isfinite(stage->best); size *= 2) {
        for (int p = 0; p < n; p++) {
            is_free[p] = plan->projects[p].decision == ORE_MUST ||
                         plan->projects[p].decision == ORE_COMMITTED ||
                         erand48(stage->random) * n < size;
        }
        (void)ore_search_around(stage, is_free);
    }
    free(is_free);
}

bool ore_tree_search(ore_stage *stage, int node_limit)
{
    double *point = ore_alloc(stage->model->n_cols, sizeof *point);
    ore_tree tree = {.cutoff = ore_stage_cutoff(stage),
                     .gap = 0.0,
                     .node_limit = node_limit,
                     .on_point = take_point,
                     .on_bound = take_bound,
                     .data = stage,
                     .point = point};

    ore_lp_deadline(stage->lp, stage->deadline_s);
    if (ore_lp_solve(stage->lp) == ORE_LP_OPTIMAL) {
        ore_lp_tree(stage->lp, &tree);
        stage->nodes += tree.nodes;
    }
    free(point);
    if (!tree.complete) {
        return false;
    }
    /* A point that did not survive its polishing still bounds the goal, unless
     * all that it gained is noise. */
    const bool is_noise = stage->best - tree.value <= ore_lp_noise(stage->lp);

    ore_stage_raise_bound(stage, tree.found && !is_noise
                                     ? fmin(stage->best, tree.value)
                                     : stage->best);
    return !tree.found || isfinite(stage->best);
}
