/* need: an option that needs an instrument goes ahead with it only.
 *
 *   sum over f of word   a[f,o,s] / min[f,o,s] >= start[o,s]
 *                                              all o, s, words of needs[o]
 *
 * A word names an instrument or a kind. min is the smallest ticket, and the
 * maximum of a contingent commitment. */
#include <math.h>
#include <string.h>

#include "economics/charges.h"
#include "orefolio/timing.h"
#include "registry.h"

/* What of pair f meets the need; 0 = it cannot. */
static double min_m(const ore_round *round, const char *word, int f, int o,
                    int s)
{
    const ore_pair *pair = &round->pairs[f];
    const ore_instrument *instrument = &round->instruments[pair->instrument];

    if (strcmp(instrument->id, word) != 0 &&
        strcmp(instrument->kind->name, word) != 0) {
        return 0.0;
    }
    return instrument->kind->cost_per_t ? ore_max_face_m(round, f, o, s)
                                        : pair->min_m;
}

static void emit_need(const ore_round *round, const ore_variables *variables,
                      ore_model *model, const char *word, int o, int s)
{
    const ore_option *option = &round->options[o];
    const ore_project *project = &round->projects[option->project];
    const ore_col start = variables->start[ore_at_commit(round, o, s)];

    if (start.at < 0) {
        return;
    }
    const ore_row row = ore_model_add_row(
        model, option->where, 0.0, HUGE_VAL, "need(%s,%s,%s,%d)", project->id,
        option->id, word, round->commit.first + s);

    ore_model_row_limit(model, row, "`needs` of project %s: %s", project->id,
                        word);
    ore_model_add_coef(model, row, -1.0, start);
    for (int i = 0; i < project->n_pairs; i++) {
        const int f = project->first_pair + i;
        const double min = min_m(round, word, f, o, s);

        if (min > 0.0) {
            ore_model_add_coef(model, row, 1.0 / min,
                               ore_variables_award(round, variables, f, o, s));
        }
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int o = 0; o < round->n_options; o++) {
        for (int s = 0; s < round->n_commit; s++) {
            for (int i = 0; i < round->options[o].n_needs; i++) {
                emit_need(round, variables, model, round->options[o].needs[i],
                          o, s);
            }
        }
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];
        const int o = result->option[p];

        for (int i = 0; o >= 0 && i < round->options[o].n_needs; i++) {
            const char *word = round->options[o].needs[i];
            double met = 0.0;

            for (int f = project->first_pair;
                 f < project->first_pair + project->n_pairs; f++) {
                const double min =
                    min_m(round, word, f, o, ore_start_index(round, result, p));

                met += min > 0.0 ? result->face_m[f] / min : 0.0;
            }
            ore_expect_ge(report, met, 1.0, round->options[o].where,
                          "option %s of %s needs %s", round->options[o].id,
                          project->id, word);
        }
    }
}

static bool has_needs(const ore_round *round)
{
    for (int o = 0; o < round->n_options; o++) {
        if (round->options[o].n_needs > 0) {
            return true;
        }
    }
    return false;
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (has_needs(round)) {
        ore_notes_add(
            notes, (ore_note_line){.text = "Instruments that an option needs"});
    }
}

const ore_family ore_family_need = {
    .name = "need",
    .summary = "Instruments without which an option does not go ahead",
    .scope = ORE_SCOPE_PROJECT,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
