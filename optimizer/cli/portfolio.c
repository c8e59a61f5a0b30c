/* See portfolio.h. */
#include "cli/portfolio.h"

#include <math.h>

#include "cli/command.h"
#include "cli/outputs.h"
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

ore_status ore_portfolio_find(const ore_options *options,
                              const ore_round *round, ore_diags *diags,
                              ore_result **result)
{
    const ore_solve_settings settings =
        ore_study_solver(&options->study, round);
    ore_statistics statistics;

    if (options->result) {
        return open_earlier(options->result, round, diags, result);
    }
    ore_program *program = ore_program_new(round);
    const ore_status status =
        ore_solve_verified(program, &settings, result, &statistics, diags);

    ore_program_free(program);
    return status;
}

ore_explaining ore_portfolio_questions(ore_study_settings *study,
                                       const ore_round *round,
                                       const ore_result *result, double from_s)
{
    const double limit_s = study->time_limit_s;

    ore_study_limit_in_part(study, round);
    const int jobs = ore_study_jobs(study);

    return (ore_explaining){.round = round,
                            .result = result,
                            .settings = ore_study_solver(study, round),
                            .watch = &study->watch,
                            .jobs = jobs,
                            .until_s =
                                isnan(limit_s) ? HUGE_VAL : from_s + limit_s};
}

ore_status ore_question_run(const ore_options *options,
                            ore_status (*ask)(const ore_options *options,
                                              const ore_round *round,
                                              ore_diags *diags))
{
    ore_status status = ORE_OK;
    ore_diags *diags = ore_diags_new();
    ore_round *round = ore_round_open(options, options->args[0], &status);

    if (round) {
        status = ore_check_outputs(options, diags);
    }
    if (round && status == ORE_OK) {
        status = ask(options, round, diags);
    }
    ore_round_free(round);
    return ore_diags_tell(diags, status);
}

const char *ore_project_terminal_name(const ore_round *round, int p)
{
    return ore_messages_are_japanese() ? round->projects[p].name_ja
                                       : round->projects[p].name;
}
