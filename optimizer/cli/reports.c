/* See reports.h. */
#include "cli/reports.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/outputs.h"
#include "orefolio/memory.h"

/* These settings as the provenance tells them. The caller frees. */
static const char *or_none(const char *text)
{
    return text ? text : "";
}

static char *options_text(const ore_options *options,
                          const ore_solve_settings *settings,
                          const char *language)
{
    const bool is_japanese = strcmp(language, "ja") == 0;
    char *gap = ore_number_text(settings->gap);
    char *limit = ore_number_text(settings->time_limit_s);
    char *work = settings->work_limit_s > 0.0
                     ? ore_number_text(settings->work_limit_s)
                     : NULL;
    const ore_read_options *read = &options->study.read;
    char *text =
        is_japanese
            ? ore_print("ギャップ%s、制限時間%s秒%s%s、乱数の種%d%s%s%s%s%s%s",
                        gap, limit, work ? "、計算量の上限" : "", or_none(work),
                        settings->seed, read->baseline ? "、基準案あり" : "",
                        read->keep ? "、維持：" : "", or_none(read->keep),
                        read->respond ? "、対応：" : "", or_none(read->respond),
                        options->trade_offs ? "、得失の再計算あり" : "")
            : ore_print(
                  "gap %s, time limit %s s%s%s, seed %d%s%s%s%s%s%s", gap,
                  limit, work ? ", work limit " : "", or_none(work),
                  settings->seed, read->baseline ? ", from a baseline" : "",
                  read->keep ? ", keep " : "", or_none(read->keep),
                  read->respond ? ", respond to " : "", or_none(read->respond),
                  options->trade_offs ? ", trade-offs" : "");

    free(gap);
    free(limit);
    free(work);
    return text;
}

ore_write_options ore_reports_options(const ore_options *options,
                                      const ore_round *round, char **text)
{
    const ore_solve_settings settings =
        ore_study_solver(&options->study, round);
    const char *language =
        options->language ? options->language : round->language;

    *text = options_text(options, &settings, language);
    return (ore_write_options){.version = ORE_VERSION,
                               .solver = ore_solver_name(),
                               .options = *text,
                               .language = language,
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
    char *text = NULL;
    ore_write_options how = ore_reports_options(options, round, &text);
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
    free(text);
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
