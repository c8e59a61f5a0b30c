/* The dive: from the relaxation down to a portfolio, projects first, then their
 * instruments. */
#include "solve/heuristics/diving.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "solve/bounds.h"
#include "solve/heuristics/start_heuristic.h"
#include "solve/heuristics/sub_mip.h"
#include "solve/incumbent.h"
#include "solve/presolve/subproblem.h"

static const double whole_within = ORE_TOLERANCE_INTEGRALITY;
/* A dive rounds so large a part of what is in doubt at a time. */
enum { dive_steps = 12 };
/* A step down changes little. One that takes more iterations than this is
 * mostly on its way to find nothing (57 s were seen at 1000 projects). */
enum { max_step_iterations = 2000, max_fresh_iterations = 10000 };

static void fix(ore_stage *stage, int j, double value)
{
    ore_lp_bounds(stage->lp, j, value, value);
}

/* Whether column j is decided. A basic one may be off its bound by the
 * tolerance of the relaxation, and no rounding ends that. */
static bool is_fixed(const ore_stage *stage, int j)
{
    double lo, hi;

    ore_lp_get_bounds(stage->lp, j, &lo, &hi);
    return lo == hi;
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

        if (!counts || point[j] < whole_within || is_fixed(stage, j)) {
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

/* Solve; what goes wrong is tried afresh. */
static bool solve_or_retry(ore_lp *lp)
{
    ore_lp_end end = ore_lp_solve(lp);

    if (end == ORE_LP_UNFINISHED && !ore_lp_is_out_of_time(lp)) {
        ore_lp_forget(lp);
        ore_lp_iteration_limit(lp, max_fresh_iterations);
        end = ore_lp_solve(lp);
        ore_lp_iteration_limit(lp, max_step_iterations);
    }
    return end == ORE_LP_OPTIMAL;
}

/* Solve; where that finds nothing, back to the basis of the last step that
 * did. */
static bool solve_step(ore_stage *stage, const unsigned char *basis)
{
    if (solve_or_retry(stage->lp)) {
        return true;
    }
    ore_lp_set_basis(stage->lp, basis);
    return false;
}

/* Neither side of the column is left: drop the project that it decides about.
 * False when that does not help. */
static bool let_go(ore_stage *stage, int column, const unsigned char *basis)
{
    const int p = stage->owner[column];

    for (int j = 0; j < stage->model->n_cols && p >= 0; j++) {
        if (stage->owner[j] == p) {
            fix(stage, j, 0.0);
        }
    }
    return p >= 0 && solve_step(stage, basis);
}

/* Round *batch columns to `whole` together; when that fails, only the first,
 * to either side. *batch becomes how many to try next. False when nothing is
 * left to try. */
static bool round_from(ore_stage *stage, const doubt *list, int *batch,
                       double whole, const unsigned char *basis)
{
    const int count = *batch;

    *batch = 2 * count;
    for (int i = 0; i < count; i++) {
        fix(stage, list[i].j, whole);
    }
    if (solve_step(stage, basis)) {
        return true;
    }
    *batch = 1 + count / 4;
    for (int i = 1; i < count; i++) {
        ore_lp_bounds(stage->lp, list[i].j, 0.0, 1.0);
    }
    if (count > 1 && solve_step(stage, basis)) {
        return true;
    }
    fix(stage, list[0].j, 1.0 - whole);
    return solve_step(stage, basis) || let_go(stage, list[0].j, basis);
}

static bool round_some(ore_stage *stage, const doubt *list, int *batch,
                       double whole)
{
    unsigned char *basis =
        ore_alloc(ore_lp_basis_size(stage->lp), sizeof *basis);

    ore_lp_get_basis(stage->lp, basis);
    const bool goes_on = round_from(stage, list, batch, whole, basis);

    free(basis);
    return goes_on;
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

/* Starts are whole: a sub-MIP places the instruments. It may drop a start
 * whose tickets do not fit, but takes no other. */
static void land(ore_stage *stage, const double *point)
{
    ore_bounds bounds = ore_bounds_new(stage);

    for (int j = 0; j < stage->model->n_cols; j++) {
        if (ore_stage_is_start(stage, j) && point[j] < 0.5) {
            ore_bounds_fix(&bounds, j, 0.0);
        }
    }
    (void)ore_sub_mip_find_any(stage, &bounds, 1000);
    ore_bounds_free(&bounds);
}

/* Down from `point`, which moves along, until no start is in doubt, or nothing
 * at all; false when that fails. */
static bool dive_down(ore_stage *stage, double *point, bool all)
{
    int batch = INT_MAX / 2;

    while (ore_search_clock_s() < stage->limits.deadline_s) {
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

/* Which projects the columns of a smaller program decide about. */
static int *part_owners(const ore_stage *stage, const ore_presolved *presolved)
{
    int *owner = ore_alloc(presolved->model.n_cols, sizeof *owner);

    for (int j = 0; j < presolved->model.n_cols; j++) {
        owner[j] = stage->owner[presolved->whole_column[j]];
    }
    return owner;
}

/* No start but those of the point, which may be dropped again: what is left of
 * the program. */
static ore_subproblem *without_others(const ore_stage *stage,
                                      const double *point)
{
    ore_bounds bounds = ore_bounds_new(stage);

    for (int j = 0; j < stage->model->n_cols; j++) {
        if (ore_stage_is_start(stage, j)) {
            bounds.lo[j] = 0.0;
            bounds.hi[j] = point[j] < 0.5 ? 0.0 : bounds.hi[j];
        }
    }
    ore_subproblem *sub = ore_subproblem_all_rows(stage, &bounds);

    ore_bounds_free(&bounds);
    return sub;
}

/* Down to the instruments, in the smaller program that the starts of `point`
 * leave. */
static bool dive_instruments(ore_stage *stage, double *point)
{
    ore_subproblem *sub = without_others(stage, point);
    const ore_presolved *presolved = sub->presolved;
    ore_stage below = *stage;
    double *part_point = ore_alloc(presolved->model.n_cols, sizeof *part_point);
    int *owner = part_owners(stage, presolved);
    bool is_whole = false;

    below.model = &presolved->model;
    below.lp = sub->lp;
    below.owner = owner;
    if (ore_lp_solve(sub->lp) == ORE_LP_OPTIMAL) {
        ore_lp_iteration_limit(sub->lp, max_step_iterations);
        ore_lp_point(sub->lp, part_point);
        is_whole = dive_down(&below, part_point, true);
        ore_postsolve(presolved, part_point, point);
    }
    free(owner);
    free(part_point);
    ore_subproblem_free(stage, sub);
    return is_whole;
}

/* First the projects, then the instruments; where that fails, a sub-MIP
 * places those. */
static void dive_and_land(ore_stage *stage)
{
    const size_t size = (size_t)stage->model->n_cols * sizeof(double);
    double *point = ore_alloc(stage->model->n_cols, sizeof *point);
    double *starts = ore_alloc(stage->model->n_cols, sizeof *starts);

    memcpy(point, stage->relaxed, size);
    if (dive_down(stage, point, false)) {
        memcpy(starts, point, size);
        if (!dive_instruments(stage, point) ||
            !ore_incumbent_try(stage, point)) {
            land(stage, starts);
        }
    }
    free(point);
    free(starts);
}

void ore_dive(ore_stage *stage)
{
    unsigned char *basis =
        ore_alloc(ore_lp_basis_size(stage->lp), sizeof *basis);

    ore_lp_get_basis(stage->lp, basis);
    ore_lp_deadline(stage->lp, stage->limits.deadline_s);
    ore_lp_iteration_limit(stage->lp, max_step_iterations);
    dive_and_land(stage);
    ore_lp_iteration_limit(stage->lp, 0);
    ore_lp_reset(stage->lp);
    ore_lp_set_basis(stage->lp, basis);
    free(basis);
    if (!isfinite(stage->incumbent.value)) {
        ore_start_heuristic(stage);
    }
    if (!isfinite(stage->incumbent.value)) {
        ore_bounds bounds = ore_bounds_new(stage);

        (void)ore_sub_mip_find_any(stage, &bounds, 5000);
        ore_bounds_free(&bounds);
    }
}
