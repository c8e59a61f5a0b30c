/* repair: the smallest changes that let a round have a portfolio. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/reports.h"
#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "solve/worker.h"
#include "study/repair/repair.h"
#include "study/verified.h"
#include "write/json/write_repairs.h"

enum { MAX_LISTED = 6 };

typedef struct job {
    const ore_options *options;
    ore_round *round;
    ore_result *result;
    ore_statistics statistics;
    double from_s;
    ore_diags *diags;
} job;

static bool is_silent(const job *j)
{
    return j->options->quiet || ore_stdout_is_taken(j->options);
}

static void print_outcome(const job *j, const ore_result *result)
{
    printf(_("   then %d of %d projects"), ore_figure_funded(j->round, result),
           j->round->n_projects);
    for (int g = 0; g < j->round->n_goals; g++) {
        const ore_goal *goal = ore_objective_goal(&j->round->goals[g]);
        char *number =
            ore_number_text(ore_rounded(result->goals[g].value, 1e3));

        if (strcmp(goal->unit, "M") == 0) {
            printf("; %s %s M %s", j->round->goals[g].name, number,
                   j->round->currency);
        } else {
            printf("; %s %s %s", j->round->goals[g].name, number,
                   _(goal->unit));
        }
        free(number);
    }
    putchar('\n');
}

static void print_repair(const job *j, const ore_repair *repair, int i)
{
    for (int k = 0; k < repair->n; k++) {
        const ore_where *where = &repair->what[k].where;
        char *text =
            ore_repair_text(j->round, repair, k, ore_messages_are_japanese());

        if (k == 0) {
            printf("%d. %s", i + 1, text);
        } else {
            printf(_("   and %s"), text);
        }
        if (where->file && where->line > 0) {
            printf(" (%s:%d)", ore_shown(where->file), where->line);
        } else if (where->file) {
            printf(" (%s)", ore_shown(where->file));
        }
        putchar('\n');
        free(text);
    }
    if (!repair->is_least) {
        puts(_("   less may be enough: that was not shown within the work"));
    }
    print_outcome(j, repair->result);
}

static void print_repairs(const job *j, const ore_repairs *repairs)
{
    if (repairs->n == 0) {
        puts(repairs->is_complete
                 ? _("no three changes to its limits are enough")
                 : _("no repair was found"));
        return;
    }
    puts(repairs->n == 1 ? _("the round has a portfolio with this change:")
                         : _("the round has a portfolio with any one of these "
                             "changes:"));
    for (int i = 0; i < repairs->n; i++) {
        print_repair(j, &repairs->list[i], i);
    }
    if (repairs->n_more > 0) {
        printf(_("and %d more\n"), repairs->n_more);
    }
    if (!repairs->is_complete) {
        puts(_("there may be others: not all changes were tried"));
    }
}

static ore_repairs find(const job *j)
{
    ore_study_settings study = j->options->study;
    const double limit_s = study.time_limit_s;

    ore_study_limit_in_part(&study, j->round);
    const ore_repairing asked = {
        .round = j->round,
        .settings = ore_study_solver(&study, j->round),
        .watch = &study.watch,
        .jobs = ore_study_jobs(&study),
        .max = MAX_LISTED,
        .until_s = isnan(limit_s) ? HUGE_VAL : j->from_s + limit_s};

    return ore_repair_find(&asked);
}

/* The JSON is that of the repairs: the workbook alone is the round's. */
static ore_status write_all(const job *j, const ore_repairs *repairs)
{
    const ore_study study = {.is_beside = true, .repairs = repairs};
    ore_options options = *j->options;
    ore_status status = ORE_OK;

    options.json = NULL;
    if (repairs) {
        status = ore_reports_write(&options, j->round, j->result,
                                   &j->statistics, &study, NULL, j->diags);
    }
    if (status == ORE_OK && j->options->json) {
        status =
            ore_write_repairs(j->round, repairs, j->options->json, j->diags);
    }
    if (status == ORE_OK && repairs) {
        ore_reports_tell(j->options, j->result);
    }
    return status;
}

/* The conflict is told before what repairs it. */
static ore_status solve(job *j)
{
    ore_program *program = ore_program_new(j->round);
    ore_diags *diags = ore_diags_new();
    const ore_solve_settings settings =
        ore_study_solver(&j->options->study, j->round);
    const ore_status status = ore_solve_verified(program, &settings, &j->result,
                                                 &j->statistics, diags);

    ore_program_free(program);
    return ore_diags_tell(diags, status);
}

static ore_status repair(job *j)
{
    const ore_status status = solve(j);
    ore_status written = ORE_OK;

    if (status == ORE_INFEASIBLE && !ore_interrupted()) {
        ore_repairs repairs = find(j);

        if (!is_silent(j)) {
            print_repairs(j, &repairs);
        }
        written = write_all(j, &repairs);
        ore_repairs_free(&repairs);
    } else if (status == ORE_OK || status == ORE_STOPPED) {
        if (!is_silent(j)) {
            puts(_("the round has a portfolio: there is nothing to repair"));
        }
        return write_all(j, NULL);
    }
    return written == ORE_OK ? status : written;
}

static ore_status run(const ore_options *options)
{
    ore_status status = ORE_OK;
    job j = {
        .options = options, .from_s = ore_now_s(), .diags = ore_diags_new()};

    j.round = ore_round_open(options, options->args[0], &status);
    if (j.round) {
        status = ore_check_outputs(options, j.diags);
    }
    if (j.round && status == ORE_OK) {
        status = repair(&j);
    }
    ore_result_free(j.result);
    ore_round_free(j.round);
    return ore_diags_tell(j.diags, status);
}

const ore_command ore_command_repair = {
    .name = "repair",
    .args = "ROUND.ini",
    .summary = "the smallest changes that let a round have a portfolio",
    .example = "orefolio repair my-round/round.ini -o repairs.xlsx",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_OUTPUT | ORE_OPT_SOLVER | ORE_OPT_JSON | ORE_OPT_HTML |
               ORE_OPT_LANGUAGE | ORE_OPT_STRICT | ORE_OPT_OUTSIDE |
               ORE_OPT_ROUND,
    .run = run,
};
