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
#include "study/events/extensive_form.h"
#include "study/events/open_tree.h"
#include "study/events/solve_tree.h"
#include "study/reliability/reliability.h"
#include "verify/claims.h"
#include "verify/verify.h"
#include "write/json/write_tree.h"

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
    const ore_study shown = {.is_beside = true,
                             .reliability = run->reliability};

    how.statistics = &run->statistics;
    how.study = &shown;
    char *expected = run->tree ? ore_tree_text(&run->study, &how)
                               : ore_result_text(run->round, run->result, &how);
    const ore_status status =
        ore_compare_result(options->args[1], expected, diags, &run->unchecked);

    free(expected);
    return status;
}

/* The file has 12 digits of the goals, the portfolio all of them. */
static void restore_values(const ore_program *program, ore_result *result)
{
    for (int g = 0; g < program->round->n_goals; g++) {
        result->goals[g].value = ore_program_value(program, g, result);
    }
    for (int k = 0; k < result->n_leaves; k++) {
        restore_values(ore_program_part(program, k), result->leaves[k]);
    }
}

/* Reasons are those of leaves, where there are any; proofs those of the whole.
 */
static ore_status check_claims(const ore_program *program,
                               const ore_result *result,
                               const ore_result_head *head, ore_diags *diags)
{
    ore_status status = ore_check_proofs(program->round, result, head->gap,
                                         head->gap_for_all, diags);

    for (int k = 0; k < ore_program_n_parts(program) && status == ORE_OK; k++) {
        status = ore_check_reasons(ore_program_part(program, k)->round,
                                   ore_result_leaf(result, k), diags);
    }
    return status;
}

/* Equal seeds give equal draws. */
static void draw_again(const ore_options *options, ore_replayed *run)
{
    if (run->head.has_reliability) {
        run->reliability =
            run->tree
                ? ore_reliability_of_tree(run->tree, run->result,
                                          &options->study)
                : ore_reliability_of(run->round, run->result, &options->study);
    }
}

static ore_status check_all(const ore_options *options, ore_diags *diags,
                            ore_replayed *run)
{
    ore_program *program =
        run->tree ? ore_extensive_form(run->tree) : ore_program_new(run->round);
    ore_status status =
        run->tree ? ore_verify_tree(run->tree, program, run->result,
                                    &run->statistics, diags)
                  : ore_verify(program, run->result, &run->statistics, diags);

    ore_model_measure(program->model, &run->statistics);
    if (status == ORE_OK) {
        status = check_claims(program, run->result, &run->head, diags);
    }
    if (status == ORE_OK) {
        draw_again(options, run);
        status = check_figures(options, diags, run);
    }
    if (status == ORE_OK) {
        restore_values(program, run->result);
    }
    ore_program_free(program);
    return status;
}

/* The result as the file has it, with the leaves of a round with events. */
static ore_status read_result(const ore_options *options, ore_diags *diags,
                              ore_replayed *run)
{
    const char *path = options->args[1];
    ore_status status = ORE_OK;

    if (run->head.has_leaves != (run->round->n_events > 0)) {
        ore_error(diags, (ore_where){path, 0, 0},
                  run->head.has_leaves
                      ? "the result is of a round with events, but they are "
                        "known or gone"
                      : "the result is of one portfolio, but the round has "
                        "events; --outcomes says which turned out");
        return ORE_BAD_INPUT;
    }
    if (!run->head.has_leaves) {
        return ore_read_result(path, run->round, diags, &run->result);
    }
    run->tree = ore_scenario_tree_open(&options->study.read, options->args[0],
                                       run->round, diags, &status);
    if (status == ORE_OK) {
        status = ore_read_tree_result(path, run->tree, diags, &run->result);
    }
    run->study = (ore_tree_study){.tree = run->tree, .result = run->result};
    return status;
}

static ore_status read_and_check(const ore_options *options, ore_diags *diags,
                                 ore_replayed *run)
{
    const char *path = options->args[1];
    ore_status status =
        ore_check_stamps(options, run->round, &run->head, diags);

    if (status == ORE_OK) {
        status = read_result(options, diags, run);
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
    ore_reliability_free(run->reliability);
    ore_result_free(run->result);
    ore_scenario_tree_free(run->tree);
    ore_round_free(run->round);
    ore_result_head_free(&run->head);
}
