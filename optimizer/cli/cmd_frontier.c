/* frontier: the best of the first goal at every level of another one. The round
 * is solved from both ends, then with a limit on the other goal in even steps
 * between them, by halves; the workbook is that of the round with the sheet
 * Frontier. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/reports.h"
#include "orefolio/memory.h"
#include "solve/worker.h"
#include "study/frontier.h"
#include "study/runs.h"
#include "study/solved.h"
#include "study/tasks.h"
#include "study/verified.h"

/* A point: the round itself is the last one. */
typedef struct spot {
    ore_round *round;
    ore_result *result; /* NULL = not solved */
    int from, to;       /* solved points that it is in the middle of */
    int low, high;      /* the nearest ones with a portfolio: it begins there */
} spot;

typedef struct tracing {
    ore_options options; /* with the other goal in the order */
    const char *path, *over;
    ore_round *round;          /* the round */
    ore_statistics statistics; /* of its solve */
    int other;                 /* number of the other goal */
    char *order; /* the order with it, when the round's lacks it; or NULL */
    const char **sets; /* changes with that; or NULL */
    int n;
    ore_run *runs; /* [n] */
    spot *spots;   /* [n] */
    int *tasks;    /* [n] point that a task solves */
    int n_begun, n_told;
    ore_tasks team;
    ore_solve_settings settings; /* of the point that begins */
    ore_status status;
    double until_s; /* of the whole command, on the clock of ore_now_s */
    ore_diags *diags;
} tracing;

/* Put the other goal last in the order, after the changes of the command line;
 * the list is its own. */
static void add_order(tracing *t)
{
    ore_read_options *reading = &t->options.study.read;

    t->order = ore_frontier_order(t->round, t->over, false);
    t->sets = ore_alloc(reading->n_sets + 1, sizeof *t->sets);
    for (int i = 0; i < reading->n_sets; i++) {
        t->sets[i] = reading->sets[i];
    }
    t->sets[reading->n_sets] = t->order;
    reading->sets = t->sets;
    reading->n_sets++;
}

static void tell_run(const tracing *t, int i)
{
    const ore_run *run = &t->runs[i];

    if (t->options.quiet) {
        return;
    }
    if (i == t->n - 1) {
        printf("the round itself:");
    } else {
        printf("point %d of %d:", i + 1, t->n);
    }
    if (!run->has_portfolio) {
        puts(ore_interrupted() ? " stopped before there was a portfolio"
                               : " no portfolio");
        return;
    }
    printf(" %s %.6g, %s %.6g, %d projects%s\n", t->over, run->other,
           t->round->goals[0].name, run->value, run->n_funded,
           run->status == ORE_OK ? "" : " (stopped early)");
    /* The next point may take long. */
    fflush(stdout);
}

/* The change that makes the round point i, but for the last; the caller frees.
 */
static char *change_of(const tracing *t, int i)
{
    return i == 0 ? ore_frontier_order(t->round, t->over, true)
                  : ore_frontier_limit(t->over, t->runs[0].other,
                                       t->runs[t->n - 1].other, i, t->n);
}

static ore_round *open_spot(tracing *t, int i)
{
    char *set = change_of(t, i);
    const ore_design_point point = {.n_sets = 1,
                                    .sets = (const char *const[]){set}};
    ore_round *round = ore_design_point_round(&t->options.study.read, t->path,
                                              &point, &t->status);

    free(set);
    return round;
}

/* What is left of the command's time, shared out over the points that are
 * left. */
static bool begin_point(void *data, int task)
{
    tracing *t = data;
    const int i = t->tasks[task];
    spot *at = &t->spots[i];
    const double left_s = t->until_s - ore_now_s();

    at->round = i == t->n - 1 ? t->round : open_spot(t, i);
    if (!at->round) {
        return false;
    }
    t->settings = ore_study_solver(&t->options.study, at->round);
    t->settings.time_limit_s = fmin(
        t->settings.time_limit_s,
        fmax(0.01, ore_tasks_share_s(left_s, t->n - t->n_begun, t->team.jobs)));
    t->n_begun++;
    return true;
}

/* Solve point i, the round with one change. What keeps a lower limit keeps a
 * higher one too, and what is proven of a higher one bounds a lower one. */
static void solve_point(void *data, int task, ore_pack *reply)
{
    const tracing *t = data;
    const int i = t->tasks[task];
    const spot *at = &t->spots[i];
    const ore_result *starts[2];
    ore_solve_settings settings = t->settings;

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
static void tell_runs(tracing *t)
{
    if (t->n_told == 0 && t->spots[t->n - 1].result) {
        tell_run(t, t->n - 1);
        t->n_told++;
    }
    while (t->n_told > 0 && t->n_told < t->n &&
           t->spots[t->n_told - 1].result) {
        tell_run(t, t->n_told - 1);
        t->n_told++;
    }
}

/* A point in the middle of two that are solved, and what it begins with. It
 * does not depend on which task ended first. */
static void add_between(tracing *t, int from, int to, int low, int high)
{
    if (to - from > 1) {
        const int i = (from + to) / 2;

        t->spots[i] = (spot){.from = from, .to = to, .low = low, .high = high};
        t->tasks[t->team.n++] = i;
    }
}

/* Both goals are best at once: there is nothing between the ends. */
static void join_ends(tracing *t)
{
    if (!t->options.quiet) {
        printf("nothing to trade: the round's own portfolio has the best %s\n",
               t->over);
    }
    t->runs[1] = t->runs[t->n - 1];
    t->spots[1] = t->spots[t->n - 1];
    t->n = 2;
}
/* Both ends are solved. */
static void take_ends(tracing *t)
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
static ore_status judge_round(const tracing *t, ore_status status)
{
    const bool is_there = status == ORE_OK || status == ORE_STOPPED;

    if (!is_there && !ore_status_is_breakdown(status)) {
        ore_tell_unsolved(status, &t->settings, t->spots[t->n - 1].result,
                          t->statistics.seconds, t->diags);
    }
    return is_there ? ORE_OK : status;
}

static void take_point(void *data, int task, ore_pack *reply)
{
    tracing *t = data;
    const int i = t->tasks[task], last = t->n - 1;
    spot *at = &t->spots[i];
    ore_statistics statistics;
    const ore_status status =
        ore_solved_take(at->round, reply, &at->result, &statistics);

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
    t->runs[i] = ore_run_of(t->round, at->round, at->result, t->over);
    if (i == 0 || i == last) {
        take_ends(t);
    } else {
        const bool is_there = at->result->has_portfolio;

        add_between(t, at->from, i, at->low, is_there ? i : at->high);
        add_between(t, i, at->to, is_there ? i : at->low, at->high);
    }
    tell_runs(t);
}

/* The round itself and the end where the other goal is best, then the points
 * between them; not those after Ctrl-C. */
static ore_status trace_all(tracing *t)
{
    t->team = (ore_tasks){.jobs = ore_study_jobs(&t->options.study),
                          .n = 2,
                          .what = "points",
                          .watch = &t->options.study.watch,
                          .begin = begin_point,
                          .work = solve_point,
                          .take = take_point,
                          .data = t};
    t->tasks[0] = t->n - 1;
    t->tasks[1] = 0;
    ore_tasks_run(&t->team);
    return t->status;
}

static ore_status write_all(const tracing *t)
{
    const ore_frontier frontier = {&t->round->goals[t->other], t->n, t->runs};
    const ore_study study = {.frontier = &frontier};

    return ore_reports_write(&t->options, t->round, t->spots[t->n - 1].result,
                             &t->statistics, &study, NULL, t->diags);
}

/* The round as the frontier takes it: with the other goal in its order. */
static ore_status open_round(tracing *t)
{
    ore_status status = ORE_OK;

    t->round = ore_round_open(&t->options, t->path, &status);
    if (!t->round) {
        return status;
    }
    if (!ore_frontier_can_limit(&t->options.study.read, t->path, t->round,
                                t->over, t->diags)) {
        return ORE_USAGE;
    }
    if (ore_round_goal_number(t->round, t->over) < 0) {
        add_order(t);
        ore_round_free(t->round);
        t->round = ore_round_open(&t->options, t->path, &status);
    }
    t->other = t->round ? ore_round_goal_number(t->round, t->over) : -1;
    return status;
}

/* Whether all points are there and proven. */
static ore_status worst_of(const tracing *t)
{
    for (int i = 0; i < t->n; i++) {
        if (!t->runs[i].has_portfolio || t->runs[i].status == ORE_STOPPED) {
            return ORE_STOPPED;
        }
    }
    return ORE_OK;
}

static void free_all(tracing *t)
{
    for (int i = 0; i < t->n; i++) {
        free(t->runs[i].goes);
        ore_result_free(t->spots[i].result);
        ore_round_free(t->spots[i].round == t->round ? NULL
                                                     : t->spots[i].round);
    }
    free(t->runs);
    free(t->spots);
    free(t->tasks);
    free(t->order);
    free(t->sets);
    ore_round_free(t->round);
}

static ore_status run(const ore_options *options)
{
    tracing t = {.options = *options,
                 .path = options->args[0],
                 .over = options->over ? options->over : "budget_cost",
                 .n = options->points > 0 ? options->points : ORE_POINTS,
                 .diags = ore_diags_new()};

    if (ore_stdout_is_taken(options)) {
        ore_be_quiet(&t.options);
    }
    ore_status status =
        ore_can_repeat(t.path, t.diags) ? open_round(&t) : ORE_USAGE;

    if (status == ORE_OK) {
        status = ore_check_outputs(&t.options, t.diags);
    }
    t.runs = ore_alloc(t.n, sizeof *t.runs);
    for (int i = 0; i < t.n; i++) {
        t.runs[i] = (ore_run){.status = ORE_NO_ANSWER,
                              .limit = nan(""),
                              .value = nan(""),
                              .gap = nan(""),
                              .other = nan("")};
    }
    t.until_s = isnan(options->study.time_limit_s)
                    ? HUGE_VAL
                    : ore_now_s() + options->study.time_limit_s;
    t.spots = ore_alloc(t.n, sizeof *t.spots);
    t.tasks = ore_alloc(t.n, sizeof *t.tasks);
    if (status == ORE_OK) {
        ore_study_limit_in_part(&t.options.study, t.round);
        status = trace_all(&t);
    }
    if (status == ORE_OK) {
        status = write_all(&t);
    }
    if (status == ORE_OK) {
        ore_reports_tell(&t.options, true);
        status = worst_of(&t);
    }
    free_all(&t);
    return ore_diags_tell(t.diags, status);
}

const ore_command ore_command_frontier = {
    .name = "frontier",
    .args = "ROUND.ini",
    .summary = "the best of the first goal at every level of another one",
    .example = "orefolio frontier inputs/demo/round.ini -o frontier.xlsx "
               "--over budget_cost --points 12",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_OUTPUT | ORE_OPT_SOLVER | ORE_OPT_REPORTS |
               ORE_OPT_LANGUAGE | ORE_OPT_STRICT | ORE_OPT_OUTSIDE |
               ORE_OPT_ROUND | ORE_OPT_FRONTIER,
    .run = run,
};
