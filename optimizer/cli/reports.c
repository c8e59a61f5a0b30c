/* See reports.h. */
#include "cli/reports.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "cli/outputs.h"
#include "cli/solving.h"

ore_write_options ore_how_to_write(const ore_options *options, ore_plan *plan,
                                   char **text)
{
    const ore_solve_settings settings = ore_settings_of(options, plan);
    const char *language =
        options->language ? options->language : plan->language;

    *text = ore_options_text(options, &settings, language);
    return (ore_write_options){.version = ORE_VERSION,
                               .solver = ore_solver_name(),
                               .options = *text,
                               .language = language,
                               .money = plan->money,
                               .gap = settings.gap,
                               .gap_for_all = settings.gap_for_all,
                               .time_limit_s = settings.time_limit_s,
                               .work_limit_s = settings.work_limit_s,
                               .seed = settings.seed,
                               .jobs = settings.jobs,
                               .no_timings = options->no_timings};
}

ore_status ore_write_reports(const ore_options *options, ore_plan *plan,
                             const ore_result *result, const ore_study *study,
                             const ore_re_solved *re_solved, ore_diags *diags)
{
    char *text = NULL;
    ore_write_options how = ore_how_to_write(options, plan, &text);
    ore_status status = ORE_OK;

    how.study = study;
    how.re_solved = re_solved;
    if (options->output && result->has_portfolio) {
        status = ore_write_workbook(plan, result, &how, options->output, diags);
    }
    if (status == ORE_OK && options->tsv && result->has_portfolio) {
        status = ore_write_tsv(plan, result, &how, options->tsv, diags);
    }
    if (status == ORE_OK && options->json) {
        status = ore_write_json(plan, result, &how, options->json, diags);
    }
    free(text);
    return status;
}

void ore_tell_written(const ore_options *options, bool has_portfolio)
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
