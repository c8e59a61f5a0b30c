/* diff: what differs between two rounds, in input and decisions, and which
 * change of the input caused which change of decision. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/diff_results.h"
#include "cli/outputs.h"
#include "cli/question.h"
#include "orefolio/messages.h"
#include "orefolio/program.h"
#include "study/diff/causes.h"
#include "study/verified.h"
#include "write/json/write_causes.h"

/* Shares are parts of whole numbers: this one is none. */
static const double no_share = 1e-9;

/* What a run has at hand. */
typedef struct job {
    const ore_options *options;
    bool has_results; /* the portfolios are those of result files */
    ore_two_rounds *two;
    ore_result *before, *after;
    ore_diags *diags;
    double from_s;
} job;

static void print_place(ore_where where)
{
    if (where.line > 0) {
        printf("%s:%d", ore_shown(where.file), where.line);
    } else {
        fputs(ore_shown(where.file), stdout);
    }
}

static void print_places(const ore_input_change *change)
{
    const bool is_both = change->old_where.file && change->new_where.file;

    fputs(" (", stdout);
    if (change->old_where.file) {
        print_place(change->old_where);
    }
    fputs(is_both ? ", " : "", stdout);
    if (change->new_where.file) {
        print_place(change->new_where);
    }
    puts(")");
}

static void print_change(const ore_input_change *change, int c)
{
    printf("%3d. %s", c + 1, ore_shown(change->address));
    if (change->is_whole) {
        fputs(change->before ? _(": went") : _(": came"), stdout);
    } else {
        printf(": %s -> ", change->before ? ore_shown(change->before) : "-");
        fputs(change->after ? ore_shown(change->after) : "-", stdout);
    }
    print_places(change);
}

/* "1+4": the changes of a cause. */
static void print_cause(const ore_causes *causes, int k)
{
    int n = 0;

    for (int c = 0; c < causes->n_changes; c++) {
        if (causes->cause_of[c] == k) {
            printf("%s%d", n++ > 0 ? "+" : "", c + 1);
        }
    }
}

static void print_decided(const ore_round *round, int p,
                          const ore_decided *decided)
{
    if (!decided->option) {
        fputs(p < 0 ? _("not a candidate") : _("not funded"), stdout);
    } else if (round->projects[p].n_options > 1) {
        printf("%d, %s", decided->year, ore_shown(decided->option));
    } else {
        printf("%d", decided->year);
    }
}

/* Shares of a decision; what has none is left out. */
static void print_shares(const ore_causes *causes, int d)
{
    int n = 0;

    for (int k = 0; k < causes->n_causes; k++) {
        const double share = causes->share[d * causes->n_causes + k];

        if (fabs(share) > no_share) {
            fputs(n++ > 0 ? ", " : _("     by change "), stdout);
            print_cause(causes, k);
            if (share < 1.0 - no_share) {
                printf(" (%.0f %%)", 100.0 * share);
            }
        }
    }
    if (n > 0) {
        putchar('\n');
    }
}

static void print_decision(const job *j, const ore_causes *causes, int d)
{
    const ore_changed_decision *decision = &causes->decisions[d];
    const ore_project *project =
        decision->new_project >= 0
            ? &j->two->after->projects[decision->new_project]
            : &j->two->before->projects[decision->old_project];

    printf("%s: ", ore_shown(ore_messages_are_japanese() ? project->name_ja
                                                         : project->name));
    print_decided(j->two->before, decision->old_project, &decision->before);
    fputs(" -> ", stdout);
    print_decided(j->two->after, decision->new_project, &decision->after);
    putchar('\n');
    if (causes->answer == ORE_ANSWER_KNOWN) {
        print_shares(causes, d);
    }
}

static void print_goals(const job *j, const ore_causes *causes)
{
    const ore_round *before = j->two->before, *after = j->two->after;

    for (int g = 0; g < before->n_goals || g < after->n_goals; g++) {
        const char *name =
            g < after->n_goals ? after->goals[g].name : before->goals[g].name;

        printf("%s: ", name);
        printf(g < before->n_goals ? "%.6g" : "-",
               g < before->n_goals ? causes->before->goals[g].value : 0.0);
        printf(g < after->n_goals ? " -> %.6g\n" : " -> -\n",
               g < after->n_goals ? causes->after->goals[g].value : 0.0);
    }
}

/* Whether the cause is needed, or has a share in a decision. */
static bool has_part(const ore_causes *causes, int k)
{
    bool found = k >= 0 && causes->is_needed[k];

    for (int d = 0; d < causes->n_decisions && k >= 0; d++) {
        found |= fabs(causes->share[d * causes->n_causes + k]) > no_share;
    }
    return found;
}

/* Changes in the smallest set, or those that were looked at and have no part.
 */
static void print_list(const job *j, const ore_causes *causes,
                       const char *heading, bool is_set)
{
    int n = 0;

    for (int c = 0; c < causes->n_changes; c++) {
        const int cause = causes->cause_of[c];
        const bool is_needed = cause >= 0 && causes->is_needed[cause];

        if (is_set ? is_needed
                   : !has_part(causes, cause) && !j->two->changes[c].is_idle) {
            printf("%s%d", n++ > 0 ? ", " : heading, c + 1);
        }
    }
    if (n > 0) {
        putchar('\n');
    }
}

static void print_summary(const job *j, const ore_causes *causes)
{
    if (causes->n_decisions == 0) {
        return;
    }
    if (!causes->is_found) {
        puts(_("which changes explain all decisions is not known"));
    } else {
        print_list(j, causes,
                   causes->is_least
                       ? _("smallest set of changes that explains all: ")
                       : _("changes that explain all, none of which can be "
                           "left out: "),
                   true);
        print_list(j, causes, _("no part in any decision: "), false);
    }
    if (causes->answer != ORE_ANSWER_KNOWN) {
        puts(_("shares are not known: not all rounds between have a portfolio "
               "that was found"));
    }
    printf(_("%d replays, %d of them not proven best\n"), causes->n_replays,
           causes->n_open);
}

static void print_all(const job *j, const ore_causes *causes)
{
    printf(_("inputs changed: %d, decisions: %d\n"), causes->n_changes,
           causes->n_decisions);
    for (int c = 0; c < causes->n_changes; c++) {
        print_change(&j->two->changes[c], c);
    }
    print_goals(j, causes);
    for (int d = 0; d < causes->n_decisions; d++) {
        print_decision(j, causes, d);
    }
    print_summary(j, causes);
}

static ore_status explain(job *j, ore_replaying *of)
{
    ore_status status = ORE_OK;

    of->projects = ore_projects_of_both(j->two, &of->n_projects);
    ore_causes *causes = ore_causes_find(of);
    const ore_causes_told told = {j->two->before, j->two->after,
                                  j->two->changes, causes};

    if (!j->options->quiet && !ore_stdout_is_taken(j->options)) {
        print_all(j, causes);
    }
    if (j->options->json) {
        status = ore_write_causes(&told, j->options->json, j->diags);
    }
    if (status == ORE_OK) {
        status = ore_question_write(j->options, j->two->after, j->after,
                                    &(ore_answers){.causes = &told}, j->diags);
    }
    ore_causes_free(causes);
    free(of->projects);
    return status;
}

/* The round's portfolio, by one process, whose bound is the same on any load,
 * beginning with the other round's: where both are as good nothing changes. Of
 * result files it is read and verified. */
static ore_status solve(const job *j, const ore_round *round,
                        const ore_round *other, const ore_result *start,
                        ore_result **result)
{
    ore_statistics statistics;

    if (j->has_results) {
        return ore_result_open(round, j->options->args[start != NULL], j->diags,
                               result, &statistics);
    }
    ore_study_settings study = j->options->study;

    (void)ore_study_jobs(&study);
    ore_solve_settings settings = ore_study_solver(&study, round);
    ore_result *carried = start ? ore_carried(round, other, start) : NULL;
    const ore_result *const starts[] = {carried};
    ore_program *program = ore_program_new(round);

    settings.starts = starts;
    settings.n_starts = carried ? 1 : 0;
    const ore_status status =
        ore_solve_verified(program, &settings, result, &statistics, j->diags);

    ore_program_free(program);
    ore_result_free(carried);
    return status;
}

static bool is_there(ore_status status, const ore_result *result)
{
    return (status == ORE_OK || status == ORE_STOPPED) && result &&
           result->has_portfolio;
}

static ore_status diff(job *j)
{
    ore_study_settings study = j->options->study;
    const double limit_s = study.time_limit_s;
    ore_status status = solve(j, j->two->before, NULL, NULL, &j->before);

    if (!is_there(status, j->before)) {
        return status;
    }
    const ore_status other =
        solve(j, j->two->after, j->two->before, j->before, &j->after);

    if (!is_there(other, j->after)) {
        return other;
    }
    status = status == ORE_OK ? other : status;
    ore_study_limit_in_part(&study, j->two->after);
    const int jobs = ore_study_jobs(&study);
    ore_replaying of = {.two = j->two,
                        .settings = ore_study_solver(&study, j->two->after),
                        .watch = &study.watch,
                        .jobs = jobs,
                        .until_s =
                            isnan(limit_s) ? HUGE_VAL : j->from_s + limit_s,
                        .before = j->before,
                        .after = j->after};
    const ore_status explained = explain(j, &of);

    return explained == ORE_OK ? status : explained;
}

static ore_status diff_rounds(job *j, const char *before, const char *after,
                              const ore_read_options *reading)
{
    ore_status status =
        ore_two_rounds_read(before, after, reading, j->diags, &j->two);

    if (status == ORE_OK) {
        status = ore_check_outputs(j->options, j->diags);
    }
    return status == ORE_OK ? diff(j) : status;
}

/* Two results: with causes where their rounds are at hand. */
static ore_status diff_results(job *j)
{
    ore_read_options reading = j->options->study.read;
    ore_rounds_of rounds;
    ore_status status =
        ore_rounds_of_find(j->options, &reading, j->diags, &rounds);

    if (status == ORE_OK && rounds.why) {
        status = ore_check_outputs(j->options, j->diags);
        if (status == ORE_OK) {
            status = ore_diff_results(j->options, rounds.why, j->diags);
        }
    } else if (status == ORE_OK) {
        j->has_results = true;
        status = diff_rounds(j, rounds.paths[0], rounds.paths[1], &reading);
    }
    ore_two_rounds_free(j->two);
    j->two = NULL;
    ore_rounds_of_free(&rounds);
    return status;
}

static bool is_result(const char *path)
{
    const size_t n = strlen(path);

    return n >= 5 && strcmp(path + n - 5, ".json") == 0;
}

static ore_status run(const ore_options *options)
{
    job j = {
        .options = options, .from_s = ore_now_s(), .diags = ore_diags_new()};
    const char *const *paths = options->args;
    ore_status status;

    if (is_result(paths[0]) != is_result(paths[1])) {
        ore_error(j.diags, (ore_where){0},
                  "'%s' and '%s' are a round and a result, expected two rounds "
                  "or two results",
                  ore_shown(paths[0]), ore_shown(paths[1]));
        status = ORE_USAGE;
    } else if (is_result(paths[0])) {
        status = diff_results(&j);
    } else {
        status = diff_rounds(&j, paths[0], paths[1], &options->study.read);
    }
    ore_result_free(j.before);
    ore_result_free(j.after);
    ore_two_rounds_free(j.two);
    return ore_diags_tell(j.diags, status);
}

const ore_command ore_command_diff = {
    .name = "diff",
    .args = "OLD.ini NEW.ini | OLD.json NEW.json",
    .summary = "which inputs and which decisions differ between two rounds, "
               "or two results, and which input caused which decision",
    .example = "orefolio diff july/round.ini august/round.ini",
    .min_args = 2,
    .max_args = 2,
    .accepts = ORE_OPT_SOLVER | ORE_OPT_OUTPUT | ORE_OPT_HTML |
               ORE_OPT_LANGUAGE | ORE_OPT_JSON | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_CHANGES,
    .run = run,
};
