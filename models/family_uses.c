/* uses: what a project receives pays for exactly its capital cost.
 *
 *   grants + loans + public equity + sponsor equity + bank debt
 *       = capex[o] * start[p,o,s]                              all p, o, s
 *
 * Promises are no source; a guarantee makes bank debt possible. */
#include "registry.h"

static bool is_source(const ore_plan *plan, int f)
{
    return plan->instruments[plan->offers[f].instrument].kind->source !=
           ORE_SOURCE_NONE;
}

static void emit_block(const ore_plan *plan, const ore_vars *vars,
                       ore_model *model, int o, int s)
{
    const ore_option *option = &plan->options[o];
    const ore_project *project = &plan->projects[option->project];
    const int at = o * plan->n_commit + s;

    if (vars->start[at].at < 0) {
        return;
    }
    const ore_row row =
        ore_add_row(model, option->where, 0.0, 0.0, "uses(%s,%s,%d)",
                    project->id, option->id, plan->commit.first + s);

    ore_put(model, row, 1.0, vars->equity[at]);
    ore_put(model, row, 1.0, vars->debt[at]);
    ore_put(model, row, -option->capex_m, vars->start[at]);
    for (int i = 0; i < project->n_offers; i++) {
        const int f = project->first_offer + i;

        if (is_source(plan, f)) {
            ore_put(model, row, 1.0, ore_award_col(plan, vars, f, o, s));
        }
    }
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int o = 0; o < plan->n_options; o++) {
        for (int s = 0; s < plan->n_commit; s++) {
            emit_block(plan, vars, model, o, s);
        }
    }
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    for (int p = 0; p < plan->n_projects; p++) {
        const ore_project *project = &plan->projects[p];
        const int o = result->option[p];
        double sum_m = result->equity_m[p] + result->debt_m[p];

        for (int f = project->first_offer;
             f < project->first_offer + project->n_offers; f++) {
            sum_m += is_source(plan, f) ? result->face_m[f] : 0.0;
        }
        ore_expect_eq(report, sum_m, o < 0 ? 0.0 : plan->options[o].capex_m,
                      project->where, "sources of %s equal its capital cost",
                      project->id);
    }
}

const ore_family ore_family_uses = {
    .name = "uses",
    .summary = "Sources of every project equal its capital cost",
    .summary_ja = "資金調達額は設備投資額に一致",
    .emit = emit,
    .check = check,
};
