/* export: the mixed-integer program of the first goal, for any solver. */
#include <string.h>

#include "base/atomic.h"
#include "cli/command.h"
#include "cli/outputs.h"
#include "program/program.h"

static ore_status export_program(const ore_options *options,
                                 const ore_round *round, ore_diags *diags)
{
    const char *goal = round->goals[0].name;
    const bool is_maximised = ore_objective_is_maximised(&round->goals[0]);
    ore_program *program = ore_program_new(round);
    ore_output *output =
        ore_output_open(options->output ? options->output : "-", diags);
    ore_status status = ORE_NO_OUTPUT;

    if (output) {
        if (options->format && strcmp(options->format, "lp") == 0) {
            ore_export_lp(program->model, goal, is_maximised,
                          ore_output_stream(output));
        } else {
            ore_export_mps(program->model, goal, is_maximised,
                           ore_output_stream(output));
        }
        status = ore_output_finish(output, diags);
    }
    ore_program_free(program);
    return status;
}

static ore_status run(const ore_options *options)
{
    ore_status status = ORE_OK;
    ore_round *round = ore_round_open(options, options->args[0], &status);

    if (!round) {
        return status;
    }
    ore_diags *diags = ore_diags_new();

    status = ore_check_outputs(options, diags);
    if (status == ORE_OK) {
        status = export_program(options, round, diags);
    }
    ore_round_free(round);
    return ore_diags_tell(diags, status);
}

const ore_command ore_command_export = {
    .name = "export",
    .args = "ROUND.ini",
    .summary = "write the mixed-integer program, with readable names",
    .example = "orefolio export inputs/demo/round.ini --format mps -o demo.mps",
    .min_args = 1,
    .max_args = 1,
    .accepts =
        ORE_OPT_OUTPUT | ORE_OPT_FORMAT | ORE_OPT_ROUND | ORE_OPT_OUTSIDE,
    .writes = ORE_WRITES_PROGRAM,
    .run = run,
};
