/* frontier: the best of the first goal at every level of another one. The round
 * is solved from both ends, then with a limit on the other goal in even steps
 * between them, by halves, or wherever a point may lie; the workbook is that of
 * the round with the sheet Frontier. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/reports.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "solve/worker.h"
#include "study/every_point/every_point.h"
#include "study/frontier.h"
#include "study/frontier_trace.h"
#include "study/runs.h"

typedef struct tracing {
    ore_options options; /* with the other goal in the order */
    const char *path, *over;
    ore_round *round;  /* the round */
    char *order;       /* the order with the other goal, when the round's lacks
                          it; or NULL */
    const char **sets; /* changes with that; or NULL */
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

static void print_figures(const ore_round *round, const char *over,
                          const ore_run *run)
{
    printf(_(" %s %.6g, %s %.6g, %d projects%s\n"), over, run->other,
           round->goals[0].name, run->value, run->n_funded,
           run->status == ORE_OK ? "" : _(" (stopped early)"));
}

static void tell_run(const ore_trace *trace, int i)
{
    const ore_run *run = &trace->runs[i];

    if (i == trace->n - 1) {
        printf(_("the round itself:"));
    } else {
        printf(_("point %d of %d:"), i + 1, trace->n);
    }
    if (!run->has_portfolio) {
        puts(ore_interrupted() ? _(" stopped before there was a portfolio")
                               : _(" no portfolio"));
        return;
    }
    print_figures(trace->round, trace->over, run);
    /* The next point may take long. */
    fflush(stdout);
}

/* What is known of portfolios that are not in the list. */
static void tell_completeness(const tracing *t, const ore_frontier *frontier)
{
    const char *first = t->round->goals[0].name;

    if (ore_frontier_is_complete(frontier)) {
        puts(_("complete: every other portfolio is proven to be no better in "
               "both goals than one of these"));
        return;
    }
    puts(_("not proven to be complete"));
    if (!frontier->is_first_proven) {
        printf(_("  the best %s is not proven\n"), t->over);
    }
    for (int i = 1; i < frontier->n_runs; i++) {
        const double may_be = frontier->may_be[i];

        if (isfinite(may_be)) {
            printf(_("  others may lie before point %d, with %s %.6g at "
                     "best\n"),
                   i + 1, first, may_be);
        } else if (!isnan(may_be)) {
            printf(_("  others may lie before point %d\n"), i + 1);
        }
    }
    if (!frontier->is_last_proven) {
        printf(_("  the best %s is not proven\n"), first);
    }
}

static void tell_points(const tracing *t, const ore_frontier *frontier)
{
    const int knee = ore_frontier_knee(t->round, frontier);

    for (int i = 0; i < frontier->n_runs; i++) {
        printf(i == frontier->recommended ? _("point %d, the round itself:")
               : i == knee                ? _("point %d, the knee:")
                                          : _("point %d:"),
               i + 1);
        print_figures(t->round, t->over, &frontier->runs[i]);
    }
    tell_completeness(t, frontier);
}

static ore_status write_all(const tracing *t, const ore_frontier *frontier,
                            const ore_result *result,
                            const ore_statistics *statistics)
{
    const ore_study study = {.frontier = frontier};
    const ore_status status = ore_reports_write(
        &t->options, t->round, result, statistics, &study, NULL, t->diags);

    if (status == ORE_OK) {
        ore_reports_tell(&t->options, result);
    }
    return status;
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
    return status;
}

/* Where the other goal is best at once with the first, there are two points. */
static void tell_joined(const tracing *t, const ore_trace *trace, int asked)
{
    if (trace->n < asked && !t->options.quiet) {
        printf(
            _("nothing to trade: the round's own portfolio has the best %s\n"),
            t->over);
    }
}

static ore_status trace_and_write(tracing *t)
{
    const double limit_s = t->options.study.time_limit_s;
    const int n = t->options.points > 0 ? t->options.points : ORE_POINTS;

    ore_study_limit_in_part(&t->options.study, t->round);
    ore_trace trace = {.jobs = ore_study_jobs(&t->options.study),
                       .settings = &t->options.study,
                       .path = t->path,
                       .over = t->over,
                       .round = t->round,
                       .n = n,
                       .until_s =
                           isnan(limit_s) ? HUGE_VAL : ore_now_s() + limit_s,
                       .tell = t->options.quiet ? NULL : tell_run,
                       .diags = t->diags};

    ore_trace_frontier(&trace);
    tell_joined(t, &trace, n);
    ore_status status = trace.status;

    if (status == ORE_OK) {
        const ore_frontier frontier = {
            .other = &t->round->goals[ore_round_goal_number(t->round, t->over)],
            .n_runs = trace.n,
            .runs = trace.runs,
            .recommended = trace.n - 1};

        status = write_all(t, &frontier, ore_trace_result(&trace),
                           &trace.statistics);
    }
    if (status == ORE_OK) {
        status = ore_trace_worst(&trace);
    }
    ore_trace_free(&trace);
    return status;
}

/* Without limits on the command line, each solve is limited by work, and all of
 * them take no more than those of the default points may. */
static double work_of_all(const ore_study_settings *study)
{
    return isnan(study->work_limit_s) ? HUGE_VAL
                                      : ORE_POINTS * study->work_limit_s;
}

static ore_status find_and_write(tracing *t)
{
    const double limit_s = t->options.study.time_limit_s;

    ore_study_limit_in_part(&t->options.study, t->round);
    ore_every_point every = {.settings = &t->options.study,
                             .jobs = ore_study_jobs(&t->options.study),
                             .over = t->over,
                             .round = t->round,
                             .most = ORE_MAX_EVERY_POINT,
                             .work_s = work_of_all(&t->options.study),
                             .until_s = isnan(limit_s) ? HUGE_VAL
                                                       : ore_now_s() + limit_s,
                             .diags = t->diags};

    ore_every_point_find(&every);
    ore_status status = every.status;

    if (status == ORE_OK) {
        if (!t->options.quiet) {
            tell_points(t, &every.frontier);
        }
        status = write_all(t, &every.frontier, every.own, &every.statistics);
    }
    if (status == ORE_OK &&
        (every.is_broken || !ore_frontier_is_complete(&every.frontier))) {
        status = ORE_STOPPED;
    }
    ore_every_point_free(&every);
    return status;
}

static ore_status run(const ore_options *options)
{
    tracing t = {.options = *options,
                 .path = options->args[0],
                 .over = options->over ? options->over : "budget_cost",
                 .diags = ore_diags_new()};

    if (ore_stdout_is_taken(options)) {
        ore_be_quiet(&t.options);
    }
    ore_status status =
        ore_can_repeat(t.path, t.diags) ? open_round(&t) : ORE_USAGE;

    if (status == ORE_OK) {
        status = ore_check_outputs(&t.options, t.diags);
    }
    if (status == ORE_OK) {
        status = t.options.points == ORE_EVERY_POINT ? find_and_write(&t)
                                                     : trace_and_write(&t);
    }
    free(t.order);
    free(t.sets);
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
               ORE_OPT_HTML | ORE_OPT_LANGUAGE | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_ROUND | ORE_OPT_FRONTIER,
    .run = run,
};
