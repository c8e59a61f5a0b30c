/* report: the workbooks of an earlier run, written again from its result file:
 * in another language or currency, or after the files were lost. */
#include <math.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/replay.h"
#include "cli/reports.h"

/* The settings of the run, for the sheet that tells them. */
static ore_options as_asked(const ore_options *options,
                            const ore_result_head *head)
{
    ore_options run = *options;
    ore_study_settings *study = &run.study;

    study->gap = head->gap_for_all ? head->gap : nan("");
    study->time_limit_s = head->time_limit_s;
    study->work_limit_s = head->work_limit_s;
    study->seed = head->seed;
    study->jobs = head->jobs;
    return run;
}

static ore_status write(const ore_options *options, const ore_replayed *run,
                        ore_diags *diags)
{
    const ore_options asked = as_asked(options, &run->head);
    const ore_study shown = {.is_beside = true,
                             .reliability = run->reliability};
    ore_status status = ore_check_outputs(options, diags);

    if (status == ORE_OK) {
        status =
            run->tree
                ? ore_reports_write_tree(&asked, &run->study, run->reliability,
                                         &run->statistics, diags)
                : ore_reports_write(&asked, run->round, run->result,
                                    &run->statistics, &shown, NULL, diags);
    }
    if (status == ORE_OK && *run->unchecked) {
        ore_warn(diags, (ore_where){options->args[1], 0, 0},
                 "not in the workbook: %s, which were found by solving again",
                 run->unchecked);
    }
    if (status == ORE_OK) {
        ore_reports_tell(options, run->result);
        status = run->result->status;
    }
    return status;
}

static ore_status run(const ore_options *options)
{
    ore_diags *diags = ore_diags_new();
    ore_replayed replayed = {0};
    ore_status status = ORE_USAGE;

    if (options->output || options->html || options->tsv) {
        status = ore_replay_open(options, diags, &replayed);
        if (status == ORE_OK) {
            status = ore_reports_check(options, replayed.round, diags);
        }
    } else {
        ore_error(diags, (ore_where){0},
                  "expected -o FILE.xlsx, --html FILE or --tsv DIR");
    }
    if (status == ORE_OK) {
        status = write(options, &replayed, diags);
    }
    ore_replay_close(&replayed);
    return ore_diags_tell(diags, status);
}

const ore_command ore_command_report = {
    .name = "report",
    .args = "ROUND.ini RESULT.json",
    .summary = "write the workbook of an earlier run, after verifying it",
    .example = "orefolio report inputs/demo/round.ini result.json "
               "--language en,ja -o portfolio.xlsx",
    .min_args = 2,
    .max_args = 2,
    .accepts = ORE_OPT_OUTPUT | ORE_OPT_HTML | ORE_OPT_TSV | ORE_OPT_LANGUAGE |
               ORE_OPT_STRICT | ORE_OPT_OUTSIDE | ORE_OPT_ROUND |
               ORE_OPT_CHANGED | ORE_OPT_FICHE,
    .knows_events = true,
    .run = run,
};
