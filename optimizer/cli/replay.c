/* See replay.h. */
#include "cli/replay.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/reports.h"
#include "orefolio/goal.h"
#include "orefolio/messages.h"
#include "program/program.h"
#include "verify/claims.h"
#include "verify/verify.h"

static const ore_input_stamp *stamp_of(const ore_result_head *head,
                                       const char *path)
{
    for (int i = 0; i < head->n_inputs; i++) {
        if (strcmp(head->inputs[i].path, path) == 0) {
            return &head->inputs[i];
        }
    }
    return NULL;
}

static bool is_read(const ore_round *round, const char *path)
{
    for (int i = 0; i < round->n_inputs; i++) {
        if (strcmp(round->inputs[i].path, path) == 0) {
            return true;
        }
    }
    return false;
}

static void tell(const ore_options *options, ore_diags *diags, const char *path,
                 const char *what)
{
    const ore_where where = {options->args[1], 0, 0};

    if (options->changed_inputs) {
        ore_warn(diags, where, "'%s' %s", ore_shown(path), _(what));
    } else {
        ore_error(diags, where,
                  "'%s' %s; --changed-inputs takes the round as it is now",
                  ore_shown(path), _(what));
    }
}

ore_status ore_check_stamps(const ore_options *options, const ore_round *round,
                            const ore_result_head *head, ore_diags *diags)
{
    const int errors = ore_diags_errors(diags);

    for (int i = 0; i < round->n_inputs; i++) {
        const ore_input *input = &round->inputs[i];
        const ore_input_stamp *stamp = stamp_of(head, input->path);

        if (!stamp) {
            tell(options, diags, input->path, "was not read by the run");
        } else if (strcmp(stamp->sha256, input->sha256) != 0) {
            tell(options, diags, input->path, "has changed since the run");
        } else if (stamp->rows != input->rows) {
            tell(options, diags, input->path,
                 "has another number of rows than the run says");
        }
    }
    for (int i = 0; i < head->n_inputs; i++) {
        if (!is_read(round, head->inputs[i].path)) {
            tell(options, diags, head->inputs[i].path,
                 "was read by the run, but the round does not name it now");
        }
    }
    return ore_diags_errors(diags) > errors ? ORE_BAD_INPUT : ORE_OK;
}

/* Whether every figure that the file has is the one that its portfolio gives
 * under the round. */
static ore_status check_figures(const ore_options *options, ore_diags *diags,
                                ore_replayed *run)
{
    ore_write_options how = ore_reports_options(options, run->round, 0);

    how.statistics = &run->statistics;
    char *expected = ore_result_text(run->round, run->result, &how);
    const ore_status status =
        ore_compare_result(options->args[1], expected, diags, &run->unchecked);

    free(expected);
    return status;
}

/* The file has 12 digits of the goals, the portfolio all of them. */
static void restore_values(ore_replayed *run)
{
    for (int g = 0; g < run->round->n_goals; g++) {
        const ore_objective *use = &run->round->goals[g];

        run->result->goals[g].value =
            ore_objective_goal(use)->value(run->round, run->result, use);
    }
}

static ore_status check_all(const ore_options *options, ore_diags *diags,
                            ore_replayed *run)
{
    ore_program *program = ore_program_new(run->round);
    ore_status status =
        ore_verify(program, run->result, &run->statistics, diags);

    ore_model_measure(program->model, &run->statistics);
    ore_program_free(program);
    if (status == ORE_OK) {
        status = ore_check_claims(run->round, run->result, run->head.gap,
                                  run->head.gap_for_all, diags);
    }
    if (status == ORE_OK) {
        status = check_figures(options, diags, run);
    }
    if (status == ORE_OK) {
        restore_values(run);
    }
    return status;
}

static ore_status read_and_check(const ore_options *options, ore_diags *diags,
                                 ore_replayed *run)
{
    const char *path = options->args[1];
    ore_status status =
        ore_check_stamps(options, run->round, &run->head, diags);

    if (status == ORE_OK) {
        status = ore_read_result(path, run->round, diags, &run->result);
    }
    if (status == ORE_OK && !run->result->has_portfolio) {
        ore_error(diags, (ore_where){path, 0, 0},
                  "nothing to verify: the result has no portfolio, and that "
                  "there is none is not checked");
        status = ORE_NO_ANSWER;
    }
    return status == ORE_OK ? check_all(options, diags, run) : status;
}

ore_status ore_replay_open(const ore_options *given, ore_diags *diags,
                           ore_replayed *run)
{
    ore_options options = *given;

    *run = (ore_replayed){0};
    ore_status status =
        ore_read_result_head(options.args[1], diags, &run->head);

    if (status != ORE_OK) {
        return status;
    }
    ore_replay(&run->head, &options.study.read);
    run->round = ore_round_open(&options, options.args[0], &status);
    return run->round ? read_and_check(&options, diags, run) : status;
}

void ore_replay_close(ore_replayed *run)
{
    free(run->unchecked);
    ore_result_free(run->result);
    ore_round_free(run->round);
    ore_result_head_free(&run->head);
}
