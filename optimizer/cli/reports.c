/* See reports.h. */
#include "cli/reports.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/output_names.h"
#include "cli/outputs.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "solve/worker.h"
#include "write/json/write_tree.h"

/* What amounts are shown in: unless the round or the command line says so,
 * Japanese readers have yen where there is a rate for them. */
static const char *money_in(const ore_round *round, const char *language)
{
    if (round->money) {
        return round->money;
    }
    for (int i = 0; strcmp(language, "ja") == 0 && i < round->n_currencies;
         i++) {
        if (strcmp(round->currencies[i].code, "JPY") == 0) {
            return round->currencies[i].code;
        }
    }
    return round->currency;
}

ore_write_options ore_reports_options(const ore_options *options,
                                      const ore_round *round, int i)
{
    const ore_solve_settings settings =
        ore_study_solver(&options->study, round);
    const char *language =
        i < options->n_languages ? options->languages[i] : round->language;

    return (ore_write_options){.version = ORE_VERSION,
                               .solver = ore_solver_name(),
                               .keep = options->study.read.keep,
                               .language = language,
                               .money = money_in(round, language),
                               .date = options->date,
                               .fiches = options->fiches,
                               .disruptions = options->playbook,
                               .gap = settings.gap,
                               .gap_for_all = settings.gap_for_all,
                               .time_limit_s = settings.time_limit_s,
                               .work_limit_s = settings.work_limit_s,
                               .seed = settings.seed,
                               .jobs = settings.jobs,
                               .no_timings = options->no_timings};
}

ore_status ore_check_ids(const char *asked, const ore_ids *known,
                         const char *refusal, ore_diags *diags)
{
    char *ids = ore_copy(asked), *rest = NULL;
    ore_status status = ORE_OK;

    for (char *id = strtok_r(ids, ",", &rest); id;
         id = strtok_r(NULL, ",", &rest)) {
        const char *near = NULL;
        bool is_known = false;

        for (int i = 0; i < known->n && !is_known; i++) {
            const char *other = known->id_of(known->round, i);

            near = ore_nearer(id, near, other);
            is_known = strcmp(other, id) == 0;
        }
        if (!is_known) {
            ore_error(diags, (ore_where){0}, refusal, ore_shown(id),
                      near ? _(", did you mean '") : "", near ? near : "",
                      near ? _("'?") : "");
            status = ORE_USAGE;
        }
    }
    free(ids);
    return status;
}

static const char *project_id(const ore_round *round, int p)
{
    return round->projects[p].id;
}

ore_status ore_reports_check(const ore_options *options, const ore_round *round,
                             ore_diags *diags)
{
    const char *asked = options->fiches;
    const ore_ids projects = {round, round->n_projects, project_id};

    if (!asked || strcmp(asked, "all") == 0 || strcmp(asked, "funded") == 0) {
        return ORE_OK;
    }
    return ore_check_ids(
        asked, &projects,
        "--fiche has '%s', which is no project of the round%s%s%s", diags);
}

static ore_status write_as(const ore_options *options, const char *name,
                           ore_book_writer *writer, const ore_book_of *of,
                           ore_diags *diags)
{
    if (!name || !writer) {
        return ORE_OK;
    }
    char *path = ore_output_name(options, name, of->number);
    const ore_status status =
        writer(of->round, of->result, of->how, path, diags);

    free(path);
    return status;
}

ore_status ore_reports_write_book(const ore_options *options,
                                  const ore_book_writers *writers,
                                  const ore_book_of *of, ore_diags *diags)
{
    ore_status status =
        write_as(options, options->output, writers->workbook, of, diags);

    if (status == ORE_OK) {
        status = write_as(options, options->html, writers->page, of, diags);
    }
    if (status == ORE_OK) {
        status = write_as(options, options->tsv, writers->tables, of, diags);
    }
    return status;
}

/* Who stops a run by hand wants no empty book over an older one. */
static bool has_book(const ore_result *result)
{
    return result->has_portfolio || !ore_interrupted();
}

ore_status ore_reports_write(const ore_options *options, const ore_round *round,
                             const ore_result *result,
                             const ore_statistics *statistics,
                             const ore_study *study,
                             const ore_trade_offs *re_solved, ore_diags *diags)
{
    static const ore_book_writers writers = {ore_write_workbook, ore_write_html,
                                             ore_write_tsv};
    ore_write_options how = ore_reports_options(options, round, 0);
    ore_status status = ORE_OK;

    for (int i = 0; i < ore_output_count(options) && status == ORE_OK; i++) {
        how = ore_reports_options(options, round, i);
        how.statistics = statistics;
        how.study = study;
        how.re_solved = re_solved;
        if (has_book(result)) {
            const ore_book_of of = {round, result, &how, i};

            status = ore_reports_write_book(options, &writers, &of, diags);
        }
    }
    if (status == ORE_OK && options->json) {
        status = ore_write_json(round, result, &how, options->json, diags);
    }
    return status;
}

ore_status ore_reports_write_tree(const ore_options *options,
                                  const ore_tree_study *study,
                                  const ore_reliability *draws,
                                  const ore_statistics *statistics,
                                  ore_diags *diags)
{
    const ore_scenario_tree *tree = study->tree;
    const int k = ore_scenario_tree_likeliest(tree);
    const ore_study shown = {
        .is_beside = true, .tree = study, .reliability = draws};
    ore_options books = *options;

    if (!study->result->has_portfolio) {
        return ore_reports_write(options, tree->round, study->result,
                                 statistics, NULL, NULL, diags);
    }
    books.json = NULL;
    ore_status status = ore_reports_write(&books, tree->leaves[k].round,
                                          study->result->leaves[k], statistics,
                                          &shown, NULL, diags);

    if (status == ORE_OK && options->json) {
        ore_write_options how = ore_reports_options(options, tree->round, 0);

        how.statistics = statistics;
        how.study = &shown;
        status = ore_write_tree(study, &how, options->json, diags);
    }
    return status;
}

/* "wrote FILE", one line for each language. */
static void tell_written(const ore_options *options, const char *what,
                         const char *path)
{
    for (int i = 0; i < ore_output_count(options); i++) {
        char *name = ore_output_name(options, path, i);

        printf(_("wrote %s%s\n"), what, ore_shown(name));
        free(name);
    }
}

void ore_reports_tell(const ore_options *options, const ore_result *result)
{
    if (options->quiet || ore_stdout_is_taken(options)) {
        return;
    }
    if (options->output && has_book(result)) {
        tell_written(options, "", options->output);
    }
    if (options->html && has_book(result)) {
        tell_written(options, "", options->html);
    }
    if (options->tsv && has_book(result)) {
        tell_written(options, "the tables in ", options->tsv);
    }
    if (options->json) {
        printf(_("wrote %s\n"), ore_shown(options->json));
    }
    if (!options->output && !options->html && !options->tsv && !options->json &&
        result->has_portfolio) {
        puts(_("nothing written; -o FILE.xlsx writes the workbook"));
    }
}
