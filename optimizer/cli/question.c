/* See question.h. */
#include "cli/question.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/text.h"
#include "base/wrap.h"
#include "cli/command.h"
#include "cli/output_names.h"
#include "cli/outputs.h"
#include "cli/reports.h"
#include "orefolio/messages.h"
#include "orefolio/program.h"
#include "study/verified.h"

static ore_status open_earlier(const char *path, const ore_round *round,
                               ore_diags *diags, ore_result **result)
{
    ore_statistics statistics;
    const ore_status status =
        ore_result_open(round, path, diags, result, &statistics);

    if (status == ORE_OK && !(*result)->has_portfolio) {
        ore_error(diags, (ore_where){.file = path},
                  "the result has no portfolio to ask about");
        return ORE_BAD_INPUT;
    }
    return status;
}

/* That of --result, verified, or what solving the round comes to. */
static ore_status find_portfolio(const ore_options *options,
                                 const ore_round *round, ore_diags *diags,
                                 ore_result **result)
{
    ore_study_settings study = options->study;
    ore_statistics statistics;

    if (options->result) {
        return open_earlier(options->result, round, diags, result);
    }
    (void)ore_study_jobs(&study);
    const ore_solve_settings settings = ore_study_solver(&study, round);
    ore_program *program = ore_program_new(round);
    const ore_status status =
        ore_solve_verified(program, &settings, result, &statistics, diags);

    ore_program_free(program);
    return status;
}

/* The answers about a portfolio; the worse of what it and they came to. */
static ore_status ask(const ore_options *options, const ore_question *question,
                      const ore_round *round, ore_diags *diags)
{
    ore_study_settings study = options->study;
    const double limit_s = study.time_limit_s, from_s = ore_now_s();
    ore_result *result = NULL;
    ore_status status = find_portfolio(options, round, diags, &result);

    if ((status == ORE_OK || status == ORE_STOPPED) && result &&
        result->has_portfolio) {
        ore_study_limit_in_part(&study, round);
        const int jobs = ore_study_jobs(&study);
        const ore_inquiry inquiry = {
            .round = round,
            .result = result,
            .jobs = jobs,
            .settings = ore_study_solver(&study, round),
            .watch = &study.watch,
            .until_s = isnan(limit_s) ? HUGE_VAL : from_s + limit_s};
        const ore_status answered = question->answer(
            options, &inquiry, options->quiet || ore_stdout_is_taken(options),
            diags);

        status = answered == ORE_OK ? status : answered;
    }
    ore_result_free(result);
    return status;
}

ore_status ore_question_run(const ore_options *options,
                            const ore_question *question)
{
    ore_status status = ORE_OK;
    ore_diags *diags = ore_diags_new();
    ore_round *round = ore_round_open(options, options->args[0], &status);

    if (round) {
        status = ore_check_outputs(options, diags);
    }
    if (round && status == ORE_OK && question->check) {
        status = question->check(options, round, diags);
    }
    if (round && status == ORE_OK) {
        status = ask(options, question, round, diags);
    }
    ore_round_free(round);
    return ore_diags_tell(diags, status);
}

ore_status ore_question_write(const ore_options *options,
                              const ore_round *round, const ore_result *result,
                              const ore_answers *answers, ore_diags *diags)
{
    static const ore_book_writers writers = {ore_write_answers,
                                             ore_write_answers_html, NULL};
    const ore_study study = {.is_beside = true, .answers = answers};
    const bool any = options->output || options->html;
    ore_status status = ORE_OK;

    for (int i = 0; any && i < ore_output_count(options) && status == ORE_OK;
         i++) {
        ore_write_options how = ore_reports_options(options, round, i);
        const ore_book_of of = {round, result, &how, i};

        how.study = &study;
        status = ore_reports_write_book(options, &writers, &of, diags);
    }
    if (status == ORE_OK && any) {
        ore_reports_tell(options, result);
    }
    return status;
}

const char *ore_project_terminal_name(const ore_round *round, int p)
{
    return ore_messages_are_japanese() ? round->projects[p].name_ja
                                       : round->projects[p].name;
}

void ore_print_padded(const char *text, int columns)
{
    const int left = abs(columns) - ore_terminal_columns(text);
    const int blanks = left > 0 ? left : 0;

    printf("%*s%s%*s", columns < 0 ? blanks : 0, "", text,
           columns < 0 ? 0 : blanks, "");
}

void ore_print_entering(const ore_round *round, const ore_result *from,
                        const ore_result *to, int but, const char *heading)
{
    int n = 0;

    for (int p = 0; p < round->n_projects; p++) {
        if (p != but && from->option[p] < 0 && to->option[p] >= 0) {
            printf("%s%s", n++ > 0 ? _("; ") : heading,
                   ore_shown(ore_project_terminal_name(round, p)));
        }
    }
    if (n > 0) {
        putchar('\n');
    }
}
