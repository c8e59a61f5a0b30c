/* verify: check a portfolio against the round without the solver. */
#include <stdio.h>

#include "build/program.h"
#include "cli/command.h"
#include "read/read.h"
#include "verify/verify.h"

static ore_status run(const ore_options *options)
{
    ore_status status = ORE_OK;
    ore_plan *plan = ore_open_round(options, options->args[0], &status);

    if (!plan) {
        return status;
    }
    ore_diags *diags = ore_diags_new();
    ore_result *result = NULL;

    status = ore_read_result(options->args[1], plan, diags, &result);
    if (status == ORE_OK) {
        ore_program *program = ore_program_new(plan);

        status = ore_verify(program, result, diags);
        if (status == ORE_OK && !options->quiet) {
            printf("verified: %d rows and %d rules hold, worst violation "
                   "%.2g\n",
                   result->rows_checked, result->rules_checked,
                   result->worst_violation);
        }
        ore_program_free(program);
    }
    ore_result_free(result);
    ore_plan_free(plan);
    return ore_tell_diags(diags, status);
}

const ore_command ore_command_verify = {
    .name = "verify",
    .args = "ROUND.ini RESULT.json",
    .summary = "check a portfolio against the round without the solver",
    .example = "orefolio verify inputs/demo/round.ini result.json",
    .least_args = 2,
    .most_args = 2,
    .accepts = ORE_OPT_STRICT | ORE_OPT_OUTSIDE | ORE_OPT_ROUND,
    .run = run,
};
