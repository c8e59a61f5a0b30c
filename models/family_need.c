/* need: an option that needs an instrument goes ahead with it only.
 *
 *   sum over f of word   a[f,o,s] / least[f,o,s] >= start[o,s]
 *                                              all o, s, words of needs[o]
 *
 * A word names an instrument or a kind. least is the least ticket, and the
 * whole face of a promise about sales. */
#include <math.h>
#include <string.h>

#include "orefolio/timing.h"
#include "registry.h"
#include "sums.h"

/* What of offer f meets the need; 0 = it cannot. */
static double least_m(const ore_plan *plan, const char *word, int f, int o,
                      int s)
{
    const ore_offer *offer = &plan->offers[f];
    const ore_instrument *instrument = &plan->instruments[offer->instrument];

    if (strcmp(instrument->id, word) != 0 &&
        strcmp(instrument->kind->name, word) != 0) {
        return 0.0;
    }
    return instrument->kind->cost_usd_per_t ? ore_whole_face_m(plan, f, o, s)
                                            : offer->min_m;
}

static void emit_need(const ore_plan *plan, const ore_vars *vars,
                      ore_model *model, const char *word, int o, int s)
{
    const ore_option *option = &plan->options[o];
    const ore_project *project = &plan->projects[option->project];
    const ore_col start = vars->start[o * plan->n_commit + s];

    if (start.at < 0) {
        return;
    }
    const ore_row row =
        ore_add_row(model, option->where, 0.0, HUGE_VAL, "need(%s,%s,%s,%d)",
                    project->id, option->id, word, plan->commit.first + s);

    ore_row_limit(model, row, "`needs` of project %s: %s", project->id, word);
    ore_put(model, row, -1.0, start);
    for (int i = 0; i < project->n_offers; i++) {
        const int f = project->first_offer + i;
        const double least = least_m(plan, word, f, o, s);

        if (least > 0.0) {
            ore_put(model, row, 1.0 / least,
                    ore_award_col(plan, vars, f, o, s));
        }
    }
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int o = 0; o < plan->n_options; o++) {
        for (int s = 0; s < plan->n_commit; s++) {
            for (int i = 0; i < plan->options[o].n_needs; i++) {
                emit_need(plan, vars, model, plan->options[o].needs[i], o, s);
            }
        }
    }
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    for (int p = 0; p < plan->n_projects; p++) {
        const ore_project *project = &plan->projects[p];
        const int o = result->option[p];

        for (int i = 0; o >= 0 && i < plan->options[o].n_needs; i++) {
            const char *word = plan->options[o].needs[i];
            double met = 0.0;

            for (int f = project->first_offer;
                 f < project->first_offer + project->n_offers; f++) {
                const double least =
                    least_m(plan, word, f, o, ore_start_index(plan, result, p));

                met += least > 0.0 ? result->face_m[f] / least : 0.0;
            }
            ore_expect_ge(report, met, 1.0, plan->options[o].where,
                          "option %s of %s needs %s", plan->options[o].id,
                          project->id, word);
        }
    }
}

const ore_family ore_family_need = {
    .name = "need",
    .summary = "Instruments without which an option does not go ahead",
    .summary_ja = "選択肢の実施に必要な支援手段",
    .emit = emit,
    .check = check,
};
