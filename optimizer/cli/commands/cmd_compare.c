/* compare: the round and its scenarios side by side in one workbook; or the
 * round, other rounds and results of earlier runs. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/text.h"
#include "cli/cases.h"
#include "cli/command.h"
#include "cli/output_names.h"
#include "cli/outputs.h"
#include "cli/reports.h"
#include "orefolio/messages.h"
#include "solve/worker.h"
#include "study/solved.h"
#include "study/sweep/regret_table.h"
#include "study/tasks.h"
#include "study/verified.h"
#include "write/write.h"

/* The cases while they are solved. */
typedef struct solving {
    ore_cases *all;
    ore_tasks tasks;
    ore_solve_settings settings; /* of the case that begins */
    int n_left, n_told;
    ore_status status;
} solving;

static const char *what_came_of(const ore_cases *all, int c)
{
    const ore_result *result = all->results[c];

    if (all->is_read[c]) {
        return result->status == ORE_STOPPED
                   ? _("read and verified, stopped before the precision asked "
                       "for")
                   : _("read and verified");
    }
    return result->status == ORE_STOPPED
               ? _("verified, stopped before the precision asked for")
           : result->has_portfolio            ? _("solved and verified")
           : result->status == ORE_INFEASIBLE ? _("no portfolio satisfies it")
           : ore_interrupted()                ? _("not solved, stopped before")
                                              : _("no portfolio found");
}

static void tell_case(const ore_cases *all, int c, const char *what)
{
    if (!all->options.quiet) {
        printf("%s: %s\n",
               ore_shown(all->labels[c] ? all->labels[c]
                                        : all->rounds[c]->scenario),
               what);
        /* The next case may take long. */
        fflush(stdout);
    }
}

/* What is left of the command's time, shared out over the cases that are left
 * and what is looked at after them. */
static void share_time(const solving *s, ore_solve_settings *settings)
{
    settings->time_limit_s =
        fmin(settings->time_limit_s,
             fmax(0.01, ore_tasks_share_s(s->all->until_s - ore_now_s(),
                                          s->n_left + 1, s->all->jobs)));
}

/* A case that was read needs no solve. */
static bool begin_case(void *data, int c)
{
    solving *s = data;

    if (s->all->results[c]) {
        return false;
    }
    s->settings = ore_study_solver(&s->all->options.study, s->all->rounds[c]);
    share_time(s, &s->settings);
    s->n_left--;
    return true;
}

static void solve_case(void *data, int c, ore_pack *reply)
{
    const solving *s = data;

    ore_solved_work(s->all->rounds[c], s->settings, reply);
}

/* The cases up to the first that is not there yet, in their order; none can be
 * held against a round without a portfolio. */
static void tell_cases(solving *s)
{
    const ore_cases *all = s->all;

    while (s->n_told < all->n && all->results[s->n_told] &&
           (s->n_told == 0 || all->results[0]->has_portfolio)) {
        tell_case(all, s->n_told, what_came_of(all, s->n_told));
        s->n_told++;
    }
}

/* One that no portfolio satisfies is a case like the others, but for the round
 * itself. */
static void take_case(void *data, int c, ore_pack *reply)
{
    solving *s = data;
    ore_cases *all = s->all;
    const ore_status status = ore_solved_take(
        all->rounds[c], reply, &all->results[c], &all->statistics[c]);

    s->status = ore_status_is_breakdown(status) ? status : s->status;
    s->tasks.is_over =
        s->status != ORE_OK || (c == 0 && !all->results[c]->has_portfolio);
    tell_cases(s);
}

/* After Ctrl-C, those that were not begun. */
static void leave_rest(ore_cases *all)
{
    for (int c = 0; c < all->n; c++) {
        if (!all->results[c]) {
            all->results[c] = ore_result_new(all->rounds[c]);
        }
    }
}

/* Why there is nothing that the others could be held against. */
static ore_status no_base(const ore_cases *all)
{
    const ore_where nowhere = {0};

    if (all->results[0]->status == ORE_INFEASIBLE) {
        ore_error(all->diags, nowhere,
                  "the round itself has no portfolio to compare with; "
                  "`orefolio solve` says why");
        return ORE_INFEASIBLE;
    }
    ore_error(all->diags, nowhere,
              "stopped before there was a portfolio of the round itself to "
              "compare with");
    return ORE_NO_ANSWER;
}

static ore_status solve_all(ore_cases *all)
{
    solving s = {.all = all,
                 .tasks = {.jobs = all->jobs,
                           .n = all->n,
                           .what = "cases",
                           .watch = &all->options.study.watch,
                           .begin = begin_case,
                           .work = solve_case,
                           .take = take_case}};

    s.tasks.data = &s;
    for (int c = 0; c < all->n; c++) {
        all->is_read[c] = all->results[c] != NULL;
        s.n_left += !all->is_read[c];
    }
    ore_tasks_run(&s.tasks);
    if (s.status != ORE_OK) {
        return s.status;
    }
    leave_rest(all);
    tell_cases(&s);
    return all->results[0]->has_portfolio ? ORE_OK : no_base(all);
}

typedef ore_status ore_case_writer(const ore_case *cases, int n,
                                   const ore_write_options *options,
                                   const char *path, ore_diags *diags);

/* The cases as one kind of file, in each language. */
static ore_status write_each(const ore_cases *all, const ore_case *cases,
                             const char *path, ore_case_writer *write)
{
    const ore_options *options = &all->options;
    ore_status status = ORE_OK;

    for (int i = 0; i < ore_output_count(options) && status == ORE_OK; i++) {
        ore_write_options how = ore_reports_options(options, all->rounds[0], i);
        char *name = ore_output_name(options, path, i);

        how.statistics = &all->statistics[0];
        status = write(cases, all->n, &how, name, all->diags);
        free(name);
    }
    return status;
}

static ore_status write_comparison(const ore_cases *all)
{
    const ore_options *options = &all->options;
    ore_case cases[ORE_MAX_CASES];
    ore_status status = ORE_OK;

    for (int c = 0; c < all->n; c++) {
        cases[c] = (ore_case){all->labels[c], all->rounds[c], all->results[c],
                              &all->elsewhere[c * all->n]};
    }
    if (options->output) {
        status = write_each(all, cases, options->output, ore_write_comparison);
    }
    if (status == ORE_OK && options->html) {
        status =
            write_each(all, cases, options->html, ore_write_comparison_html);
    }
    if (status == ORE_OK && options->tsv) {
        status = write_each(all, cases, options->tsv, ore_write_comparison_tsv);
    }
    if (status == ORE_OK && options->json) {
        status =
            ore_write_comparison_json(cases, all->n, options->json, all->diags);
    }
    return status;
}

/* Whether every case is proven, or proven to have no portfolio. */
static ore_status worst_of(const ore_cases *all)
{
    for (int c = 0; c < all->n; c++) {
        if (all->results[c]->status == ORE_STOPPED ||
            all->results[c]->status == ORE_NO_ANSWER) {
            return ORE_STOPPED;
        }
    }
    return ORE_OK;
}

static ore_status compare(ore_cases *all)
{
    ore_status status = ore_cases_open(all);

    if (status == ORE_OK) {
        status = ore_check_outputs(&all->options, all->diags);
    }
    all->until_s = isnan(all->options.study.time_limit_s)
                       ? HUGE_VAL
                       : ore_now_s() + all->options.study.time_limit_s;
    all->jobs = ore_study_jobs(&all->options.study);
    if (status == ORE_OK) {
        ore_study_limit_in_part(&all->options.study, all->rounds[0]);
        status = solve_all(all);
    }
    if (status == ORE_OK) {
        all->elsewhere =
            ore_regret_table_new(&all->options.study, all->jobs, all->n,
                                 all->rounds, all->results, all->until_s);
        status = write_comparison(all);
    }
    if (status == ORE_OK) {
        ore_reports_tell(&all->options, all->results[0]);
        status = worst_of(all);
    }
    return status;
}

static ore_status run(const ore_options *options)
{
    ore_cases all = {.options = *options, .diags = ore_diags_new()};
    const ore_where nowhere = {0};
    ore_status status = ORE_USAGE;

    if (ore_stdout_is_taken(options)) {
        ore_be_quiet(&all.options);
    }
    if (options->output || options->html || options->tsv || options->json) {
        status = compare(&all);
    } else {
        ore_error(all.diags, nowhere,
                  "expected -o FILE.xlsx, --html FILE, --tsv DIR or "
                  "--json FILE");
    }
    free(all.elsewhere);
    for (int c = 0; c < all.n; c++) {
        ore_result_free(all.results[c]);
        ore_round_free(all.rounds[c]);
        free(all.labels[c]);
    }
    return ore_diags_tell(all.diags, status);
}

const ore_command ore_command_compare = {
    .name = "compare",
    .args = "ROUND.ini [OTHER.ini | RESULT.json]...",
    .summary = "the round and its scenarios, or other rounds and earlier "
               "results of it, side by side",
    .example = "orefolio compare inputs/ministerial-2026/round.ini -o "
               "compare.xlsx --scenarios tight,dear",
    .min_args = 1,
    .max_args = ORE_MAX_ARGS,
    .accepts = ORE_OPT_OUTPUT | ORE_OPT_HTML | ORE_OPT_TSV | ORE_OPT_JSON |
               ORE_OPT_SOLVER | ORE_OPT_LANGUAGE | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_SCENARIOS | ORE_OPT_SET,
    .run = run,
};
