/* The search, goal by goal: relaxation, dive, a short tree, neighbourhoods,
 * the whole tree; then the goal is held and the next one begins. */
#include "solve/search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "solve/concurrent.h"
#include "solve/lp/lazy_rows.h"
#include "solve/presolve/objective_step.h"
#include "solve/presolve/subproblem.h"
#include "solve/presolve/symmetry.h"
#include "solve/stage.h"
#include "solve/worker.h"

/* The first look at the tree: a small round is proven at once, before
 * neighbourhoods would have looked around. */
enum { small_integers = 150, first_look_nodes = 400 };
/* Neighbourhoods without success before the tree begins. */
enum { most_failures = 60 };

double ore_hold_slack(double best, double tolerance)
{
    return tolerance * fabs(best) + 1e-6 * fmax(1.0, fabs(best));
}

/* Differences of the goal that are smaller than this may be rounding. */
static double grain(const ore_stage *stage)
{
    return 1e-7 * fmax(1.0, fabs(stage->best));
}

/* Portfolios that differ in the goal differ by more than this. */
static double within_step(const ore_stage *stage)
{
    return 0.01 * stage->step > grain(stage) ? 0.99 * stage->step : 0.0;
}

static double asked_gap(const ore_stage *stage)
{
    const ore_search *search = stage->search;
    const double own = search->program->round->goals[stage->g].gap;

    return stage->is_eager                     ? 0.0
           : search->gap_for_all || isnan(own) ? search->gap
                                               : own;
}

bool ore_stage_done(const ore_stage *stage)
{
    return ore_search_clock_s() >= stage->deadline_s ||
           (isfinite(stage->best) &&
            stage->best - stage->bound <=
                fmax(asked_gap(stage) * fabs(stage->best),
                     fmax(2.0 * grain(stage), within_step(stage))));
}

double ore_stage_cutoff(const ore_stage *stage)
{
    if (!isfinite(stage->best)) {
        return HUGE_VAL;
    }
    return stage->best - fmax(grain(stage), within_step(stage));
}

void ore_stage_raise_bound(ore_stage *stage, double bound)
{
    if (bound <= stage->bound) {
        return;
    }
    stage->bound = fmin(bound, stage->best);
    const ore_message message = {.kind = ORE_TELL_BOUND,
                                 .goal = stage->g,
                                 .nodes = stage->nodes,
                                 .bound = stage->sign * stage->bound};

    ore_tell(stage->pipe, &message, NULL);
}

void ore_stage_phase(const ore_stage *stage, ore_phase phase)
{
    const ore_message message = {.kind = ORE_TELL_PHASE,
                                 .goal = stage->g,
                                 .number = (int)phase,
                                 .nodes = stage->nodes,
                                 .iterations = stage->part_iterations +
                                               ore_lp_iterations(stage->lp)};

    ore_tell(stage->pipe, &message, NULL);
}

void ore_stage_keep(ore_stage *stage, const double *point)
{
    const int n = stage->model->n_cols;
    const ore_message message = {.kind = ORE_TELL_POINT,
                                 .goal = stage->g,
                                 .nodes = stage->nodes,
                                 .count = n,
                                 .value = stage->sign * stage->best};

    for (int j = 0; j < n; j++) {
        stage->point[j] = stage->model->cols[j].kind == ORE_BINARY
                              ? round(point[j])
                              : point[j];
    }
    memcpy(stage->recent + (stage->n_kept++ % ORE_RECENT) * n, stage->point,
           (size_t)n * sizeof(double));
    ore_tell(stage->pipe, &message, stage->point);
    ore_team_share(stage);
}

/* The box with the integers of the candidate; false when they are not in it. */
static bool fix_integers(const ore_stage *stage, const double *candidate,
                         ore_box *box)
{
    for (int j = 0; j < stage->model->n_cols; j++) {
        if (stage->model->cols[j].kind == ORE_BINARY) {
            const double whole = round(candidate[j]);

            if (whole < box->lo[j] || whole > box->hi[j]) {
                return false;
            }
            ore_box_fix(box, j, whole);
        }
    }
    return true;
}

/* Solve what the box leaves, and keep it when it is the best so far. */
static bool try_box(ore_stage *stage, ore_box *box)
{
    ore_part *part = ore_part_all_rows(stage, box);
    bool better = false;

    ore_lp_deadline(part->lp, stage->deadline_s + 1.0);
    if (ore_lp_solve(part->lp) == ORE_LP_OPTIMAL) {
        const double value = ore_lp_value(part->lp) + part->still;

        if (value < ore_stage_cutoff(stage)) {
            double *point = ore_alloc(stage->model->n_cols, sizeof *point);

            ore_part_point(part, point);
            better = true;
            stage->best = value;
            ore_stage_keep(stage, point);
            free(point);
        }
    }
    ore_part_free(stage, part);
    return better;
}

bool ore_stage_try(ore_stage *stage, const double *candidate)
{
    ore_box box = ore_box_new(stage);
    const bool better =
        fix_integers(stage, candidate, &box) && try_box(stage, &box);

    ore_box_free(&box);
    return better;
}

static void use_goal(ore_stage *stage, int g)
{
    const ore_round *round = stage->search->program->round;

    stage->g = g;
    stage->sign = ore_objective_is_maximised(&round->goals[g]) ? -1.0 : 1.0;
    stage->step = ore_objective_step(stage->model, g);
    ore_lp_reset(stage->lp);
    ore_lp_goal(stage->lp, g, stage->sign);
}

/* A good portfolio from the relaxation. */
static void seek_good(ore_stage *stage)
{
    const bool is_rounded = stage->g == 0 && ore_round_relaxation(stage);

    if (!is_rounded && (!isfinite(stage->best) ||
                        !(ore_stage_is_slow(stage) || stage->team))) {
        ore_dive(stage);
    }
}

/* A portfolio of another round may be within the gap and yet miss what the
 * change to this one is worth: look around it. */
static void look_around_start(ore_stage *stage)
{
    stage->is_eager = true;
    if (!ore_stage_done(stage)) {
        ore_stage_phase(stage, ORE_PHASE_SEEK);
        ore_neighbourhoods(stage, stage->search->n_looks, stage->deadline_s);
    }
    stage->is_eager = false;
}

/* Whether the portfolio that was begun with needs no search: it was searched
 * for before, or it is as good as asked, and proven the best when it is to be
 * looked around. */
static bool is_settled(ore_stage *stage)
{
    const ore_search *search = stage->search;

    stage->is_eager = search->n_looks > 0;
    const bool settled = stage->g == 0 && isfinite(stage->best) &&
                         (search->takes_start || ore_stage_done(stage));

    stage->is_eager = false;
    return settled;
}

/* Search the goal that is set; false when nothing satisfies the rows: the
 * whole tree was searched and is empty. */
static bool search_goal(ore_stage *stage)
{
    ore_stage_phase(stage, ORE_PHASE_ROOT);
    if (is_settled(stage)) {
        return true;
    }
    const bool is_begun = stage->g == 0 && isfinite(stage->best);

    if (ore_stage_is_large(stage)) {
        ore_first_portfolio(stage);
    }
    bool empty = !ore_root(stage);

    if (!empty && is_begun && stage->search->n_looks > 0) {
        look_around_start(stage);
    }
    if (!empty && !ore_stage_done(stage)) {
        ore_stage_phase(stage, ORE_PHASE_SEEK);
        seek_good(stage);
    }
    if (!empty && !ore_stage_done(stage)) {
        empty = ore_model_count_integers(stage->model) <= small_integers &&
                ore_tree_search(stage, first_look_nodes);
    }
    if (!empty && !ore_stage_done(stage) && isfinite(stage->best)) {
        ore_stage_phase(stage, ORE_PHASE_SEEK);
        ore_neighbourhoods(stage, most_failures, stage->deadline_s);
    }
    if (!empty && !ore_stage_done(stage)) {
        empty = ore_tree_search(stage, 0);
    }
    return !empty || isfinite(stage->best);
}

static void finish_goal(ore_stage *stage)
{
    const ore_round *round = stage->search->program->round;

    if (stage->best - stage->bound <= within_step(stage)) {
        stage->bound = stage->best;
    }
    const ore_message message = {.kind = ORE_TELL_GOAL_DONE,
                                 .goal = stage->g,
                                 .nodes = stage->nodes,
                                 .value = stage->sign * stage->best,
                                 .bound = stage->sign * stage->bound};
    const double most =
        stage->best +
        ore_hold_slack(stage->best, round->goals[stage->g].tolerance);

    ore_tell(stage->pipe, &message, NULL);
    stage->held[stage->g] = most;
    ore_lp_hold(stage->lp, stage->g, stage->sign, most);
}

static void tell_end(const ore_stage *stage, ore_tell_kind kind)
{
    const ore_message message = {.kind = kind, .goal = stage->g};

    ore_tell(stage->pipe, &message, NULL);
}

/* The share of the time left that goal g may take: most for the first. */
static double goal_deadline_s(const ore_search *search, int g)
{
    const double now_s = ore_search_clock_s();
    const double left_s = fmax(0.0, search->deadline_s - now_s);

    return now_s +
           (g + 1 < search->program->round->n_goals ? 0.7 : 1.0) * left_s;
}

static void run_goals(ore_stage *stage)
{
    const ore_search *search = stage->search;

    for (int g = 0; g < search->program->round->n_goals; g++) {
        use_goal(stage, g);
        stage->bound = -HUGE_VAL;
        stage->best = HUGE_VAL;
        stage->deadline_s = goal_deadline_s(search, g);
        if (g > 0) {
            (void)ore_stage_try(stage, stage->point);
        } else {
            ore_try_starts(stage);
        }
        const bool possible = search_goal(stage);

        ore_team_end(stage);

        if (!isfinite(stage->best)) {
            if (!possible) {
                tell_end(stage, ORE_TELL_INFEASIBLE);
            }
            return;
        }
        finish_goal(stage);
    }
    ore_stage_phase(stage, ORE_PHASE_SETTLE);
    ore_settle(stage);
    ore_stage_phase(stage, ORE_PHASE_SETTLE);
    tell_end(stage, ORE_TELL_DONE);
}

void ore_search_run(void *data, int pipe)
{
    const ore_search *search = data;

    if (search->by_work) {
        ore_clock_by_work();
    }
    ore_model *model = ore_ordered(search->program);
    ore_stage stage = {
        .search = search, .model = model, .cols = model->cols, .pipe = pipe};

    stage.lp = ore_lp_growing(model, search->deadline_s);
    stage.point = ore_alloc(model->n_cols, sizeof(double));
    stage.relaxed = ore_alloc(model->n_cols, sizeof(double));
    stage.recent = ore_alloc(ORE_RECENT * model->n_cols, sizeof(double));
    stage.held = ore_alloc(search->program->round->n_goals, sizeof(double));
    stage.prober = ore_prober_new(search->program);
    stage.owner = search->program->owner;
    stage.random[0] = 0x330e;
    stage.random[1] = (unsigned short)(search->seed & 0xffff);
    stage.random[2] = (unsigned short)((search->seed >> 16) & 0xffff);
    run_goals(&stage);
    ore_lp_free(stage.lp);
    free(stage.point);
    free(stage.relaxed);
    free(stage.recent);
    free(stage.held);
    ore_more_rows_free(stage.tight);
    ore_prober_free(stage.prober);
    ore_more_rows_free(model);
}
