/* uses: what a project receives pays for exactly its capital cost.
 *
 *   grants + loans + public equity + sponsor equity + bank debt
 *       = capex[o] * start[p,o,s]                              all p, o, s
 *
 * Contingent commitments are no source; a guarantee makes bank debt possible.
 */
#include "registry.h"

static bool is_source(const ore_round *round, int f)
{
    return round->instruments[round->pairs[f].instrument].kind->source !=
           ORE_SOURCE_NONE;
}

static void emit_block(const ore_round *round, const ore_variables *variables,
                       ore_model *model, int o, int s)
{
    const ore_option *option = &round->options[o];
    const ore_project *project = &round->projects[option->project];
    const int at = ore_at_commit(round, o, s);

    if (variables->start[at].at < 0) {
        return;
    }
    const ore_row row =
        ore_model_add_row(model, option->where, 0.0, 0.0, "uses(%s,%s,%d)",
                          project->id, option->id, round->commit.first + s);

    ore_model_add_coef(model, row, 1.0, variables->equity[at]);
    ore_model_add_coef(model, row, 1.0, variables->debt[at]);
    ore_model_add_coef(model, row, -option->capex_m, variables->start[at]);
    for (int i = 0; i < project->n_pairs; i++) {
        const int f = project->first_pair + i;

        if (is_source(round, f)) {
            ore_model_add_coef(model, row, 1.0,
                               ore_variables_award(round, variables, f, o, s));
        }
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int o = 0; o < round->n_options; o++) {
        for (int s = 0; s < round->n_commit; s++) {
            emit_block(round, variables, model, o, s);
        }
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];
        const int o = result->option[p];
        double sum_m = result->equity_m[p] + result->debt_m[p];

        for (int f = project->first_pair;
             f < project->first_pair + project->n_pairs; f++) {
            sum_m += is_source(round, f) ? result->face_m[f] : 0.0;
        }
        ore_expect_eq(report, sum_m, o < 0 ? 0.0 : round->options[o].capex_m,
                      project->where, "sources of %s equal its capital cost",
                      project->id);
    }
}

const ore_family ore_family_uses = {
    .name = "uses",
    .summary = "Sources of every project equal its capital cost",
    .scope = ORE_SCOPE_PROJECT,
    .emit = emit,
    .check = check,
};
