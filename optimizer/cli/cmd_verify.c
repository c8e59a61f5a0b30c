/* verify: check a portfolio against the round without the solver. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/command.h"
#include "cli/replay.h"
#include "cli/reports.h"
#include "program/program.h"
#include "read/read.h"
#include "verify/claims.h"
#include "verify/verify.h"

/* Whether every figure that the file has is the one that its portfolio gives
 * under the round. */
static ore_status check_figures(const ore_options *options, ore_round *round,
                                const ore_result *result,
                                const ore_statistics *statistics,
                                ore_diags *diags, char **unchecked)
{
    ore_write_options how = ore_reports_options(options, round);

    how.statistics = statistics;
    char *expected = ore_result_text(round, result, &how);
    const ore_status status =
        ore_compare_result(options->args[1], expected, diags, unchecked);

    free(expected);
    return status;
}

static ore_status check_all(const ore_options *options, ore_round *round,
                            const ore_result_head *head,
                            const ore_result *result,
                            ore_statistics *statistics, ore_diags *diags,
                            char **unchecked)
{
    ore_program *program = ore_program_new(round);
    ore_status status = ore_verify(program, result, statistics, diags);

    ore_model_measure(program->model, statistics);
    ore_program_free(program);
    if (status == ORE_OK) {
        status = ore_check_claims(round, result, head->gap, head->gap_for_all,
                                  diags);
    }
    if (status == ORE_OK) {
        status =
            check_figures(options, round, result, statistics, diags, unchecked);
    }
    return status;
}

/* What is shown, and what nothing in the file shows. */
static void print_verdict(const ore_statistics *statistics,
                          const char *unchecked)
{
    printf("portfolio verified; bound not checked\n"
           "%d rows and %d rules hold, worst violation %.2g\n",
           statistics->rows_checked, statistics->rules_checked,
           statistics->worst_violation);
    if (*unchecked) {
        printf("not checked either: %s, found by solving again\n", unchecked);
    }
}

static ore_status verify(const ore_options *options, ore_round *round,
                         const ore_result_head *head, ore_diags *diags)
{
    ore_result *result = NULL;
    ore_statistics statistics = {0};
    char *unchecked = NULL;
    ore_status status =
        ore_read_result(options->args[1], round, diags, &result);

    if (status == ORE_OK && !result->has_portfolio) {
        ore_error(diags, (ore_where){options->args[1], 0, 0},
                  "nothing to verify: the result has no portfolio, and that "
                  "there is none is not checked");
        status = ORE_NO_ANSWER;
    } else if (status == ORE_OK) {
        status = check_all(options, round, head, result, &statistics, diags,
                           &unchecked);
    }
    if (status == ORE_OK && !options->quiet) {
        print_verdict(&statistics, unchecked);
    }
    free(unchecked);
    ore_result_free(result);
    return status;
}

static ore_status run(const ore_options *given)
{
    ore_options options = *given;
    ore_diags *diags = ore_diags_new();
    ore_result_head head;
    ore_status status = ore_read_result_head(options.args[1], diags, &head);

    if (status != ORE_OK) {
        return ore_diags_tell(diags, status);
    }
    ore_replay(&head, &options.study.read);
    ore_round *round = ore_round_open(&options, options.args[0], &status);

    if (round) {
        status = ore_check_stamps(&options, round, &head, diags);
    }
    if (round && status == ORE_OK) {
        status = verify(&options, round, &head, diags);
    }
    ore_round_free(round);
    ore_result_head_free(&head);
    return ore_diags_tell(diags, status);
}

const ore_command ore_command_verify = {
    .name = "verify",
    .args = "ROUND.ini RESULT.json",
    .summary = "check a portfolio against the round without the solver",
    .example = "orefolio verify inputs/demo/round.ini result.json",
    .min_args = 2,
    .max_args = 2,
    .accepts =
        ORE_OPT_STRICT | ORE_OPT_OUTSIDE | ORE_OPT_ROUND | ORE_OPT_CHANGED,
    .run = run,
};
