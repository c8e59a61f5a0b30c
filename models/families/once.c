/* once: a project goes ahead at most once, as one option in one year; exactly
 * once when it must.
 *
 *   sum over o, s of start[p,o,s] <= 1   (= 1 for must and committed)
 *
 * Status, screening and windows leave no column where a start is forbidden. */
#include "economics/charges.h"
#include "orefolio/screen.h"
#include "registry.h"

static bool is_due(const ore_project *project)
{
    return project->decision == ORE_MUST || project->decision == ORE_COMMITTED;
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];
        const ore_row row = ore_model_add_row(model, project->where,
                                              is_due(project) ? 1.0 : 0.0, 1.0,
                                              "once(%s)", project->id);

        ore_model_mark_choice(model, row, p);
        if (is_due(project)) {
            ore_model_row_limit(model, row, "`status` = %s of project %s",
                                project->decision == ORE_MUST ? "must"
                                                              : "committed",
                                project->id);
        }
        ore_row_add_starts(round, variables, model, row, 1.0, p,
                           (ore_years){0, round->n_commit - 1});
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];
        const int o = result->option[p];

        if (o < 0) {
            ore_expect_le(report, is_due(project) ? 1.0 : 0.0, 0.0,
                          project->where, "project %s must go ahead",
                          project->id);
            continue;
        }
        ore_expect_eq(report, round->options[o].project, p, project->where,
                      "project %s goes ahead as one of its options",
                      project->id);
        const int s = ore_start_index(round, result, p);
        const bool allowed =
            s >= 0 && s < round->n_commit && ore_may_start(round, o, s, NULL);

        ore_expect_eq(report, allowed ? 1.0 : 0.0, 1.0, project->where,
                      "project %s may be committed in %d", project->id,
                      result->year[p]);
    }
}

const ore_family ore_family_once = {
    .name = "once",
    .summary = "A project goes ahead at most once, within its window",
    .scope = ORE_SCOPE_PROJECT,
    .emit = emit,
    .check = check,
};
