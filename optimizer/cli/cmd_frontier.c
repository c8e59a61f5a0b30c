/* frontier: the best of the first goal at every level of another one. The round
 * is solved from both ends, then with a limit on the other goal in even steps
 * between them; the workbook is that of the round with the sheet Frontier. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/reports.h"
#include "orefolio/memory.h"
#include "program/program.h"
#include "solve/worker.h"
#include "study/frontier.h"
#include "study/runs.h"
#include "study/verified.h"

typedef struct tracing {
    ore_options options; /* with the other goal in the order */
    const char *path, *over;
    ore_round *round; /* the round, and what it recommends */
    ore_result *result;
    ore_statistics statistics; /* of that */
    int other;                 /* number of the other goal */
    char *order; /* the order with it, when the round's lacks it; or NULL */
    const char **sets; /* changes with that; or NULL */
    int n;
    ore_run *runs;    /* [n] */
    ore_result *last; /* the newest portfolio of a point; NULL */
    double until_s;   /* of the whole command, on the clock of ore_now_s */
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

/* Point i is solved: the portfolio that the next one begins with is the last
 * that there is. */
static void take_run(tracing *t, int i, const ore_round *round,
                     ore_result *result)
{
    t->runs[i] = ore_run_of(t->round, round, result, t->over);
    tell_run(t, i);
    if (result->has_portfolio) {
        ore_result_free(t->last);
        t->last = result;
    } else {
        ore_result_free(result);
    }
}

/* What is left of the command's time, shared out over the points that are
 * left. */
static void share_time(const tracing *t, int n_left,
                       ore_solve_settings *settings)
{
    settings->time_limit_s =
        fmin(settings->time_limit_s,
             fmax(0.01, (t->until_s - ore_now_s()) / n_left));
}

/* Solve point i, the round with one change. What keeps a lower limit keeps the
 * next one too, and no limit lets the first goal be better than the round's
 * own bound. */
static ore_status trace(tracing *t, int i, const char *set)
{
    const ore_design_point point = {.n_sets = 1, .sets = &set};
    const ore_result *const start = t->last;
    ore_status status = ORE_OK;
    ore_round *round = ore_design_point_round(&t->options.study.read, t->path,
                                              &point, &status);
    ore_result *result = NULL;
    ore_statistics statistics;

    if (!round) {
        return status;
    }
    ore_solve_settings settings = ore_study_solver(&t->options.study, round);

    settings.is_bare = true;
    share_time(t, t->n - 1 - i, &settings);
    if (i > 0) {
        settings.starts = &start;
        settings.n_starts = 1;
        settings.has_bound = true;
        settings.known_bound = t->result->goals[0].bound;
    }
    status = ore_design_point_solve(round, &settings, &result, &statistics);
    if (status == ORE_OK || status == ORE_STOPPED) {
        take_run(t, i, round, result);
    } else {
        ore_result_free(result);
    }
    ore_round_free(round);
    return status;
}

/* Both goals are best at once: there is nothing between the ends. */
static void join_ends(tracing *t)
{
    if (!t->options.quiet) {
        printf("nothing to trade: the round's own portfolio has the best %s\n",
               t->over);
    }
    t->runs[1] = t->runs[t->n - 1];
    t->n = 2;
}

/* The end where the other goal is best, then the points between the ends; not
 * those after Ctrl-C. */
static ore_status trace_all(tracing *t)
{
    char *first = ore_frontier_order(t->round, t->over, true);
    ore_status status = trace(t, 0, first);

    free(first);
    if (status == ORE_OK && t->last &&
        !ore_frontier_has_trade_off(t->runs[0].other,
                                    t->runs[t->n - 1].other)) {
        join_ends(t);
    }
    for (int i = 1; i < t->n - 1 && status == ORE_OK && t->last; i++) {
        char *limit = ore_frontier_limit(t->over, t->runs[0].other,
                                         t->runs[t->n - 1].other, i, t->n);

        status = trace(t, i, limit);
        free(limit);
    }
    return status == ORE_STOPPED ? ORE_OK : status;
}

static ore_status write_all(const tracing *t)
{
    const ore_frontier frontier = {&t->round->goals[t->other], t->n, t->runs};
    const ore_study study = {.frontier = &frontier};

    return ore_reports_write(&t->options, t->round, t->result, &t->statistics,
                             &study, NULL, t->diags);
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

/* What the round itself chooses: the last point. */
static ore_status recommend(tracing *t)
{
    ore_program *program = ore_program_new(t->round);
    ore_solve_settings settings = ore_study_solver(&t->options.study, t->round);

    share_time(t, t->n, &settings);
    const ore_status status = ore_solve_verified(program, &settings, &t->result,
                                                 &t->statistics, t->diags);

    ore_program_free(program);
    if (status != ORE_OK && status != ORE_STOPPED) {
        return status;
    }
    t->runs[t->n - 1] = ore_run_of(t->round, t->round, t->result, t->over);
    tell_run(t, t->n - 1);
    return ORE_OK;
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
    const bool is_outermost = ore_interrupts_begin();

    if (status == ORE_OK) {
        status = recommend(&t);
    }
    if (status == ORE_OK && !ore_interrupted()) {
        status = trace_all(&t);
    }
    ore_interrupts_end(is_outermost);
    if (status == ORE_OK) {
        status = write_all(&t);
    }
    if (status == ORE_OK) {
        ore_reports_tell(&t.options, true);
        status = worst_of(&t);
    }
    for (int i = 0; i < t.n; i++) {
        free(t.runs[i].goes);
    }
    free(t.runs);
    free(t.order);
    free(t.sets);
    ore_result_free(t.last);
    ore_result_free(t.result);
    ore_round_free(t.round);
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
