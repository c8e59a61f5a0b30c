/* See reports.h. */
#include "cli/reports.h"

#include <stdio.h>

#include "base/text.h"
#include "cli/outputs.h"

ore_write_options ore_reports_options(const ore_options *options,
                                      const ore_round *round)
{
    const ore_solve_settings settings =
        ore_study_solver(&options->study, round);

    return (ore_write_options){.version = ORE_VERSION,
                               .solver = ore_solver_name(),
                               .keep = options->study.read.keep,
                               .language = options->language ? options->language
                                                             : round->language,
                               .money = round->money,
                               .gap = settings.gap,
                               .gap_for_all = settings.gap_for_all,
                               .time_limit_s = settings.time_limit_s,
                               .work_limit_s = settings.work_limit_s,
                               .seed = settings.seed,
                               .jobs = settings.jobs,
                               .no_timings = options->no_timings};
}

ore_status ore_reports_write(const ore_options *options, const ore_round *round,
                             const ore_result *result,
                             const ore_statistics *statistics,
                             const ore_study *study,
                             const ore_trade_offs *re_solved, ore_diags *diags)
{
    ore_write_options how = ore_reports_options(options, round);
    ore_status status = ORE_OK;

    how.statistics = statistics;
    how.study = study;
    how.re_solved = re_solved;
    if (options->output && result->has_portfolio) {
        status =
            ore_write_workbook(round, result, &how, options->output, diags);
    }
    if (status == ORE_OK && options->tsv && result->has_portfolio) {
        status = ore_write_tsv(round, result, &how, options->tsv, diags);
    }
    if (status == ORE_OK && options->json) {
        status = ore_write_json(round, result, &how, options->json, diags);
    }
    return status;
}

void ore_reports_tell(const ore_options *options, bool has_portfolio)
{
    if (options->quiet || ore_stdout_is_taken(options)) {
        return;
    }
    if (options->output && has_portfolio) {
        printf("wrote %s\n", ore_shown(options->output));
    }
    if (options->tsv && has_portfolio) {
        printf("wrote the tables in %s\n", ore_shown(options->tsv));
    }
    if (options->json) {
        printf("wrote %s\n", ore_shown(options->json));
    }
    if (!options->output && !options->tsv && !options->json) {
        puts("nothing written; -o FILE.xlsx writes the workbook");
    }
}
