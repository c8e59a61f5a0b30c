/* solve: the main job. Read, assemble, solve, verify, write; each step is one
 * call, and nothing is written unless the portfolio is verified. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "cli/coarse_frontier.h"
#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/question.h"
#include "cli/reports.h"
#include "cli/solve_events.h"
#include "cli/summary.h"
#include "orefolio/accounting.h"
#include "orefolio/messages.h"
#include "orefolio/timing.h"
#include "orefolio/tolerances.h"
#include "program/program.h"
#include "solve/solve.h"
#include "study/questions/explain.h"
#include "study/questions/trade_offs.h"
#include "study/reliability/reliability.h"
#include "study/verified.h"
#include "write/book/changes.h"

enum { MAX_NAMES = 5 };

static void print_changes(const ore_round *round, const ore_result *result)
{
    int counts[ORE_CHANGES] = {0};

    for (int p = 0; p < round->n_projects; p++) {
        counts[ore_change_of(round, result, p)]++;
    }
    printf(
        _("against the baseline: %d added, %d dropped, %d with another option "
          "or year, %d with other amounts\n"),
        counts[ORE_CHANGE_ADDED], counts[ORE_CHANGE_DROPPED],
        counts[ORE_CHANGE_OPTION] + counts[ORE_CHANGE_YEAR],
        counts[ORE_CHANGE_MONEY]);
}

/* The first few by name, in the order of their ids. */
static void print_names(const ore_round *round, const ore_result *result)
{
    const int n = ore_figure_funded(round, result);
    int told = 0;

    for (int p = 0; p < round->n_projects && told < MAX_NAMES; p++) {
        if (result->option[p] >= 0) {
            printf("%s%s", told++ > 0 ? _("; ") : _("funded: "),
                   ore_shown(ore_project_terminal_name(round, p)));
        }
    }
    if (n > told) {
        printf(_("; and %d more"), n - told);
    }
    if (n > 0) {
        putchar('\n');
    }
}

/* What came out, on standard output: one line, then the goals. */
static void print_summary(const ore_round *round, const ore_result *result)
{
    double face_m = 0.0, cost_m = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        face_m += ore_figure_source_m(round, result, p, NULL);
        cost_m += ore_figure_cost_m(round, result, p);
    }
    cost_m += ore_purchase_total_m(round, result, -1);
    printf(_("%d of %d projects, %.1f M %s committed, budget cost %.1f M\n"),
           ore_figure_funded(round, result), round->n_projects, face_m,
           round->currency, cost_m);
    print_names(round, result);
    if (round->baseline.path) {
        print_changes(round, result);
    }
    ore_print_goals(round, result);
}

static bool is_told(ore_status status)
{
    return status == ORE_OK || status == ORE_STOPPED ||
           status == ORE_INFEASIBLE || status == ORE_NO_ANSWER;
}

/* A round that was read, and when. */
typedef struct job {
    const ore_options *options;
    ore_round *round;
    double start_s, read_s;
    ore_diags *diags;
} job;

/* --time-limit is for search and re-solves together; without it they have the
 * round's limit, each. */
static double until_of(const ore_options *options, double from_s)
{
    return isnan(options->study.time_limit_s)
               ? HUGE_VAL
               : from_s + options->study.time_limit_s;
}

static void tell(const job *j, const ore_result *result,
                 const ore_statistics *statistics, const ore_reliability *draws,
                 ore_status status)
{
    if (j->options->verbose) {
        ore_print_effort(statistics);
    }
    if (!is_told(status) || j->options->quiet ||
        ore_stdout_is_taken(j->options)) {
        return;
    }
    if (result->has_portfolio) {
        print_summary(j->round, result);
        ore_print_reliability(draws);
    }
    ore_reports_tell(j->options, result);
}

/* Half of --time-limit is left to the re-solves, if there are any, and a fifth
 * of what is left to the memo's options. */
static ore_solve_settings search_settings(const job *j)
{
    const ore_study_settings *study = &j->options->study;
    ore_solve_settings settings = ore_study_solver(study, j->round);

    if (ore_wants_coarse_frontier(j->options, j->round) &&
        !isnan(study->time_limit_s)) {
        settings.time_limit_s *= 1.0 - ORE_COARSE_PART;
    }
    if ((j->options->trade_offs || j->options->flips) &&
        !isnan(study->time_limit_s)) {
        settings.time_limit_s *= 0.5;
    }
    return settings;
}

/* The re-solves stop by work as those of every study do. Without limits on the
 * command line, all of them share what the round itself may take, and as much
 * again. */
static const double re_solves_work = 2.0;

static ore_trade_offs *re_solve(const job *j, const ore_result *result,
                                double own_s, double until_s)
{
    ore_study_settings study = j->options->study;
    const bool is_limited =
        !isnan(study.time_limit_s) || !isnan(study.work_limit_s);
    const ore_trade_off_limits limits = {
        .jobs = ore_study_jobs(&study),
        .work_s = is_limited ? 0.0 : re_solves_work * j->round->time_limit_s,
        .until_s = until_s,
        .own_s = own_s};

    ore_study_limit_by_work(&study, j->round);
    const ore_solve_settings settings = ore_study_solver(&study, j->round);

    return ore_trade_offs_new(&study.watch, j->round, result, &settings,
                              &limits);
}

/* What would let projects that are left out be chosen, in the work that the
 * trade-offs have. */
static ore_explanation *find_flips(const job *j, const ore_result *result,
                                   double until_s, int *n)
{
    ore_study_settings study = j->options->study;
    const bool is_limited =
        !isnan(study.time_limit_s) || !isnan(study.work_limit_s);
    const int jobs = ore_study_jobs(&study);

    ore_study_limit_by_work(&study, j->round);
    const ore_inquiry asked = {.round = j->round,
                               .result = result,
                               .settings = ore_study_solver(&study, j->round),
                               .watch = &study.watch,
                               .jobs = jobs,
                               .until_s = until_s};

    return ore_explain_left_out(
        asked, is_limited ? HUGE_VAL : re_solves_work * j->round->time_limit_s,
        n);
}

/* The memo's options: other levels of budget cost, in a fifth of the limit. The
 * clock ends them only where the command line sets it: work is the same on any
 * load. */
static bool find_options(const job *j, const ore_result *result,
                         const ore_statistics *statistics, ore_trace *trace)
{
    const double limit_s = j->options->study.time_limit_s;
    const double until_s =
        isnan(limit_s) ? HUGE_VAL : ore_now_s() + ORE_COARSE_PART * limit_s;

    return result->has_portfolio &&
           ore_wants_coarse_frontier(j->options, j->round) &&
           ore_trace_coarse_frontier(j->options, j->round, result, statistics,
                                     until_s, j->diags, trace);
}

/* What was found beside the portfolio; NULL = not asked, or none. */
typedef struct beside {
    ore_trade_offs *re_solved;
    ore_explanation *left_out; /* [n_left_out] */
    int n_left_out;
    ore_reliability *draws;
} beside;

static beside find_beside(const job *j, const ore_result *result,
                          const ore_statistics *statistics, double from_s)
{
    const ore_options *options = j->options;
    const double until_s = until_of(options, from_s);
    beside found = {0};

    if (options->trade_offs && result->has_portfolio) {
        found.re_solved = re_solve(j, result, statistics->seconds, until_s);
    }
    if (options->flips && result->has_portfolio) {
        found.left_out = find_flips(j, result, until_s, &found.n_left_out);
    }
    found.draws = ore_reliability_of(j->round, result, &options->study);
    return found;
}

static void free_beside(beside *found)
{
    ore_reliability_free(found->draws);
    ore_trade_offs_free(found->re_solved);
    ore_explained_free(found->left_out, found->n_left_out);
}

/* Write what came out, with the options that were found. */
static ore_status write_all(const job *j, const ore_result *result,
                            const ore_statistics *statistics,
                            const beside *found, const ore_trace *trace)
{
    const ore_frontier frontier = {
        .other = ore_objective_named(j->round, ORE_COARSE_OVER),
        .n_runs = trace ? trace->n : 0,
        .runs = trace ? trace->runs : NULL,
        .recommended = trace ? trace->n - 1 : -1};
    const ore_study study = {.is_beside = true,
                             .frontier = trace ? &frontier : NULL,
                             .left_out = found->left_out,
                             .n_left_out = found->n_left_out,
                             .reliability = found->draws};

    return ore_reports_write(j->options, j->round, result, statistics, &study,
                             found->re_solved, j->diags);
}

static ore_status solve(const job *j)
{
    const ore_options *options = j->options;
    ore_program *program = ore_program_new(j->round);
    const double built_s = ore_now_s();
    const ore_solve_settings settings = search_settings(j);
    ore_result *result = NULL;
    ore_statistics statistics;
    ore_status status =
        ore_solve_verified(program, &settings, &result, &statistics, j->diags);
    ore_trace trace = {0};
    const bool has_options =
        is_told(status) && find_options(j, result, &statistics, &trace);
    beside found = {0};

    if (is_told(status)) {
        found = find_beside(j, result, &statistics, built_s);
    }
    const double asked_s = ore_now_s();

    if (found.re_solved && options->verbose) {
        fprintf(stderr, _("trade-offs: %d questions, %d solves\n"),
                found.re_solved->n_questions, found.re_solved->n_solves);
    }

    if (status == ORE_INFEASIBLE && result->n_conflicts > 0) {
        ore_note(j->diags, (ore_where){0},
                 "`orefolio repair` tells the smallest changes that let the "
                 "round have a portfolio");
    }
    if (is_told(status)) {
        const ore_status written = write_all(j, result, &statistics, &found,
                                             has_options ? &trace : NULL);

        status = written != ORE_OK                     ? written
                 : status == ORE_OK && trace.is_broken ? ORE_STOPPED
                                                       : status;
    }
    statistics.phase_s[ORE_PHASE_READ] = j->read_s - j->start_s;
    statistics.phase_s[ORE_PHASE_BUILD] = built_s - j->read_s;
    statistics.phase_s[ORE_PHASE_WRITE] = ore_now_s() - asked_s;
    tell(j, result, &statistics, found.draws, status);
    free_beside(&found);
    ore_trace_free(&trace);
    ore_result_free(result);
    ore_program_free(program);
    return status;
}

static ore_status run(const ore_options *options)
{
    ore_status status = ORE_OK;
    job j = {.options = options, .start_s = ore_now_s()};

    j.round = ore_round_open(options, options->args[0], &status);
    if (!j.round) {
        return status;
    }
    j.read_s = ore_now_s();
    j.diags = ore_diags_new();
    status = ore_check_outputs(options, j.diags);
    if (status == ORE_OK) {
        status = ore_reports_check(options, j.round, j.diags);
    }
    if (status == ORE_OK) {
        status = j.round->n_events > 0
                     ? ore_solve_events(options, j.round, j.diags)
                     : solve(&j);
    }
    ore_round_free(j.round);
    return ore_diags_tell(j.diags, status);
}

const ore_command ore_command_solve = {
    .name = "solve",
    .args = "ROUND.ini",
    .summary = "the main job: choose, finance and schedule the projects",
    .example = "orefolio solve inputs/demo/round.ini -o portfolio.xlsx",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_OUTPUT | ORE_OPT_SOLVER | ORE_OPT_REPORTS |
               ORE_OPT_HTML | ORE_OPT_LANGUAGE | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_ROUND | ORE_OPT_TRADE_OFFS |
               ORE_OPT_FICHE,
    .knows_events = true,
    .run = run,
};
