/* See frontier_trace.h. */
#include "study/frontier_trace.h"

#include <math.h>
#include <stdlib.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "solve/worker.h"
#include "study/frontier.h"
#include "study/runs.h"
#include "study/solved.h"
#include "study/verified.h"

/* A point: the round itself is the last one. */
typedef struct ore_trace_spot {
    ore_round *round;
    const ore_result *result; /* NULL = not solved */
    ore_result *solved;       /* owner of it, unless it was given */
    int from, to;             /* solved points that it is in the middle of */
    int low, high;            /* the nearest ones with a portfolio: it begins
                                 there */
} ore_trace_spot;

/* The change that makes the round point i, but for the last; the caller frees.
 */
static char *change_of(const ore_trace *t, int i)
{
    return i == 0 ? ore_frontier_order(t->round, t->over, true)
                  : ore_frontier_limit(t->over, t->runs[0].other,
                                       t->runs[t->n - 1].other, i, t->n);
}

static ore_round *open_spot(ore_trace *t, int i)
{
    char *set = change_of(t, i);
    const ore_design_point point = {.n_sets = 1,
                                    .sets = (const char *const[]){set}};
    ore_round *round =
        ore_design_point_round(&t->settings->read, t->path, &point, &t->status);

    free(set);
    return round;
}

/* What is left of the command's time, shared out over the points that are
 * left. */
static bool begin_point(void *data, int task)
{
    ore_trace *t = data;
    const int i = t->tasks[task];
    ore_trace_spot *at = &t->spots[i];
    const double left_s = t->until_s - ore_now_s();

    at->round = i == t->n - 1 ? t->round : open_spot(t, i);
    if (!at->round) {
        t->is_broken = true;
        return false;
    }
    t->next = ore_study_solver(t->settings, at->round);
    t->next.time_limit_s = fmin(
        t->next.time_limit_s,
        fmax(0.01, ore_tasks_share_s(left_s, t->n - t->n_begun, t->team.jobs)));
    t->n_begun++;
    return true;
}

/* Solve point i, the round with one change. What keeps a lower limit keeps a
 * higher one too, and what is proven of a higher one bounds a lower one. */
static void solve_point(void *data, int task, ore_pack *reply)
{
    const ore_trace *t = data;
    const int i = t->tasks[task];
    const ore_trace_spot *at = &t->spots[i];
    const ore_result *starts[2];
    ore_solve_settings settings = t->next;

    settings.is_bare = i < t->n - 1;
    if (at->high > 0) {
        const ore_result *high = t->spots[at->high].result;

        starts[settings.n_starts++] = t->spots[at->low].result;
        starts[settings.n_starts++] = high;
        settings.starts = starts;
        settings.has_bound = isfinite(high->goals[0].bound);
        settings.known_bound = high->goals[0].bound;
    }
    ore_solved_work(at->round, settings, reply);
}

/* The round itself first, then the points in their order up to the first that
 * is not solved yet. */
static void tell_runs(ore_trace *t)
{
    if (t->n_told == 0 && t->spots[t->n - 1].result) {
        if (t->tell) {
            t->tell(t, t->n - 1);
        }
        t->n_told++;
    }
    while (t->n_told > 0 && t->n_told < t->n &&
           t->spots[t->n_told - 1].result) {
        if (t->tell) {
            t->tell(t, t->n_told - 1);
        }
        t->n_told++;
    }
}

/* A point in the middle of two that are solved, and what it begins with. It
 * does not depend on which task ended first. */
static void add_between(ore_trace *t, int from, int to, int low, int high)
{
    if (to - from > 1) {
        const int i = (from + to) / 2;

        t->spots[i] =
            (ore_trace_spot){.from = from, .to = to, .low = low, .high = high};
        t->tasks[t->team.n++] = i;
    }
}

/* Both goals are best at once: there is nothing between the ends. */
static void join_ends(ore_trace *t)
{
    t->runs[1] = t->runs[t->n - 1];
    t->spots[1] = t->spots[t->n - 1];
    t->n = 2;
}

/* Both ends are solved. */
static void take_ends(ore_trace *t)
{
    const int last = t->n - 1;

    if (!t->spots[0].result || !t->spots[last].result ||
        !t->spots[0].result->has_portfolio) {
        return;
    }
    if (ore_frontier_has_trade_off(t->runs[0].other, t->runs[last].other)) {
        add_between(t, 0, last, 0, last);
    } else {
        tell_runs(t);
        join_ends(t);
    }
}

/* Without a portfolio of the round itself there is no frontier. */
static ore_status judge_round(const ore_trace *t, ore_status status)
{
    const bool is_there = status == ORE_OK || status == ORE_STOPPED;

    if (!is_there && !ore_status_is_breakdown(status)) {
        ore_tell_unsolved(status, &t->next, t->spots[t->n - 1].result,
                          t->statistics.seconds, t->diags);
    }
    return is_there ? ORE_OK : status;
}

static void keep_result(ore_trace *t, int i, const ore_result *result)
{
    t->spots[i].result = result;
    t->runs[i] = ore_run_of(t->round, t->spots[i].round, result, t->over);
}

/* A point whose process broke down, or whose answer did not arrive. */
static void watch_process(ore_trace *t, const ore_result *result, bool replied)
{
    if (!replied && !result->trouble && !ore_interrupted()) {
        ore_warn(t->diags, (ore_where){0},
                 "a point of the frontier is lost: the answer of its process "
                 "could not be read");
        t->is_broken = true;
    }
    t->is_broken = t->is_broken || result->trouble;
}

static void take_point(void *data, int task, ore_pack *reply)
{
    ore_trace *t = data;
    const int i = t->tasks[task], last = t->n - 1;
    ore_trace_spot *at = &t->spots[i];
    ore_statistics statistics;
    const ore_status status =
        ore_solved_take(at->round, reply, &at->solved, &statistics);

    at->result = at->solved;
    watch_process(t, at->solved, reply != NULL);
    if (i == last) {
        t->statistics = statistics;
        t->status = judge_round(t, status);
    } else if (ore_status_is_breakdown(status)) {
        t->status = status;
    }
    t->team.is_over = t->status != ORE_OK;
    if (t->team.is_over) {
        return;
    }
    keep_result(t, i, at->result);
    if (i == 0 || i == last) {
        take_ends(t);
    } else {
        const bool is_there = at->result->has_portfolio;

        add_between(t, at->from, i, at->low, is_there ? i : at->high);
        add_between(t, i, at->to, is_there ? i : at->low, at->high);
    }
    tell_runs(t);
}

void ore_trace_frontier(ore_trace *t)
{
    const int last = t->n - 1;

    t->runs = ore_alloc(t->n, sizeof *t->runs);
    t->spots = ore_alloc(t->n, sizeof *t->spots);
    t->tasks = ore_alloc(t->n, sizeof *t->tasks);
    for (int i = 0; i < t->n; i++) {
        t->runs[i] = (ore_run){.status = ORE_NO_ANSWER,
                               .limit = nan(""),
                               .value = nan(""),
                               .gap = nan(""),
                               .other = nan("")};
    }
    t->team = (ore_tasks){.jobs = t->jobs,
                          .what = "points",
                          .watch = &t->settings->watch,
                          .begin = begin_point,
                          .work = solve_point,
                          .take = take_point,
                          .data = t};
    if (t->own) {
        t->spots[last].round = t->round;
        keep_result(t, last, t->own);
    } else {
        t->tasks[t->team.n++] = last;
    }
    t->tasks[t->team.n++] = 0;
    ore_tasks_run(&t->team);
}

const ore_result *ore_trace_result(const ore_trace *t)
{
    return t->spots ? t->spots[t->n - 1].result : NULL;
}

ore_status ore_trace_worst(const ore_trace *t)
{
    for (int i = 0; i < t->n; i++) {
        if (!t->runs[i].has_portfolio || t->runs[i].status == ORE_STOPPED) {
            return ORE_STOPPED;
        }
    }
    return ORE_OK;
}

void ore_trace_free(ore_trace *t)
{
    for (int i = 0; t->spots && i < t->n; i++) {
        free(t->runs[i].goes);
        ore_result_free(t->spots[i].solved);
        ore_round_free(t->spots[i].round == t->round ? NULL
                                                     : t->spots[i].round);
    }
    free(t->runs);
    free(t->spots);
    free(t->tasks);
}
