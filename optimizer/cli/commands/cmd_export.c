/* export: the mixed-integer program of the first goal, for any solver. */
#include <string.h>

#include "base/atomic.h"
#include "cli/command.h"
#include "cli/outputs.h"
#include "program/program.h"
#include "study/events/extensive_form.h"
#include "study/events/open_tree.h"

static ore_status export_program(const ore_options *options,
                                 const ore_program *program, ore_diags *diags)
{
    const ore_round *round = program->round;
    const char *goal = round->goals[0].name;
    const bool is_maximised = ore_objective_is_maximised(&round->goals[0]);
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
    return status;
}

/* Of a round with events, the extensive form. */
static ore_status export_round(const ore_options *options,
                               const ore_round *round, ore_diags *diags)
{
    ore_status status = ORE_OK;
    ore_scenario_tree *tree =
        round->n_events == 0
            ? NULL
            : ore_scenario_tree_open(&options->study.read, options->args[0],
                                     round, diags, &status);

    if (status == ORE_OK) {
        ore_program *program =
            tree ? ore_extensive_form(tree) : ore_program_new(round);

        status = export_program(options, program, diags);
        ore_program_free(program);
    }
    ore_scenario_tree_free(tree);
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
        status = export_round(options, round, diags);
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
    .knows_events = true,
    .run = run,
};
