/* See solve_events.h. */
#include "cli/solve_events.h"

#include "base/clock.h"
#include "cli/outputs.h"
#include "cli/reports.h"
#include "cli/summary.h"
#include "cli/tree_summary.h"
#include "orefolio/messages.h"
#include "study/events/open_tree.h"
#include "study/events/solve_tree.h"
#include "study/reliability/reliability.h"
#include "study/verified.h"

/* What --trade-offs and --flips ask is asked of one portfolio. */
static ore_status check_options(const ore_options *options, ore_diags *diags)
{
    if (!options->trade_offs && !options->flips) {
        return ORE_OK;
    }
    ore_error(diags, (ore_where){0},
              "%s asks about one portfolio, and a round with events has one "
              "for each leaf; --outcomes NAME,NAME chooses",
              options->trade_offs ? "--trade-offs" : "--flips");
    return ORE_USAGE;
}

static ore_status write_and_tell(const ore_options *options,
                                 const ore_tree_study *study,
                                 const ore_statistics *statistics,
                                 ore_status status, ore_diags *diags)
{
    const ore_result *result = study->result;
    ore_reliability *draws =
        ore_reliability_of_tree(study->tree, result, &options->study);
    const ore_status written =
        ore_reports_write_tree(options, study, draws, statistics, diags);

    if (written == ORE_OK && !options->quiet && !ore_stdout_is_taken(options)) {
        if (result->has_portfolio) {
            ore_print_tree(study);
            ore_print_reliability(draws);
        }
        ore_reports_tell(options, result);
    }
    ore_reliability_free(draws);
    return written != ORE_OK ? written : status;
}

static ore_status solve(const ore_options *options,
                        const ore_scenario_tree *tree, ore_diags *diags)
{
    ore_study_settings own = options->study;
    const int jobs = ore_study_jobs(&own);
    const ore_solve_settings settings =
        ore_study_solver(&options->study, tree->round);
    ore_result *result = NULL;
    ore_tree_study study;
    ore_statistics statistics;
    ore_status status =
        ore_solve_tree(tree, &settings, jobs, &options->study.watch, &study,
                       &result, &statistics, diags);

    if (options->verbose) {
        ore_print_effort(&statistics);
    }
    if (!ore_status_is_breakdown(status)) {
        status = write_and_tell(options, &study, &statistics, status, diags);
    }
    ore_tree_study_free(&study);
    ore_result_free(result);
    return status;
}

ore_status ore_solve_events(const ore_options *options, const ore_round *round,
                            ore_diags *diags)
{
    ore_status status = check_options(options, diags);
    ore_scenario_tree *tree =
        status == ORE_OK
            ? ore_scenario_tree_open(&options->study.read, options->args[0],
                                     round, diags, &status)
            : NULL;

    if (tree) {
        status = solve(options, tree, diags);
    }
    ore_scenario_tree_free(tree);
    return status;
}
