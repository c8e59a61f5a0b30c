/* keep: commitments of the baseline stay.
 *
 *   start[p,o0,s0] = 1               kept projects p: option and year as before
 *   award[f,o0,s0] >= face0[f]       their instruments, at least as much
 *   buy[h,t] = bought0[h,t]          in a response, before the disruption
 *
 * o0, s0, face0, bought0 are the baseline's. More may be committed, when a cost
 * has risen; sponsors and banks adapt. */
#include <math.h>

#include "orefolio/screen.h"
#include "registry.h"

/* An amount of the baseline, at least. Results are written rounded to 1e-6: a
 * figure that uses all its decimals may stand above what was committed, and
 * must not make a conflict of it. */
static double kept(double amount)
{
    const double step = 1e-6;

    return fabs(amount - round(amount * 1e4) / 1e4) < 0.1 * step
               ? amount
               : amount - step;
}

static void emit_project(const ore_round *round, const ore_variables *variables,
                         ore_model *model, int p)
{
    const ore_project *project = &round->projects[p];
    const int o = round->baseline.option[p];
    const int s = round->baseline.year[p] - round->commit.first;
    const ore_row row = ore_model_add_row(model, project->where, 1.0, 1.0,
                                          "keep(%s)", project->id);

    ore_model_row_limit(model, row, "project %s is kept as in the baseline",
                        project->id);
    ore_model_add_coef(model, row, 1.0,
                       variables->start[ore_at_commit(round, o, s)]);
    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        const double face_m = kept(round->baseline.face_m[f]);

        if (face_m > 0.0) {
            const ore_row at_least = ore_model_add_row(
                model, project->where, face_m, HUGE_VAL, "keep_face(%s,%s)",
                project->id, round->instruments[round->pairs[f].instrument].id);

            ore_model_row_limit(
                model, at_least,
                "%.10g of %s are kept for project %s, as in the "
                "baseline",
                face_m, round->instruments[round->pairs[f].instrument].id,
                project->id);
            ore_model_add_coef(model, at_least, 1.0,
                               ore_variables_award(round, variables, f, o, s));
        }
    }
}

/* The years before the disruption that is responded to. */
static int years_before(const ore_round *round)
{
    return round->respond < 0 ? 0
                              : round->disruptions[round->respond].years.first -
                                    round->horizon.first;
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int p = 0; p < round->n_projects; p++) {
        if (ore_is_kept(round, p)) {
            emit_project(round, variables, model, p);
        }
    }
    for (int h = 0; h < round->n_stockpiles; h++) {
        for (int t = 0; t < years_before(round); t++) {
            const int at = ore_at_year(round, h, t);
            const double bought_t = round->baseline.bought_t[at];
            const ore_row row = ore_model_add_row(
                model, round->stockpiles[h].where, kept(bought_t), bought_t,
                "keep_stock(%s,%d)", round->stockpiles[h].id,
                round->horizon.first + t);

            ore_model_row_limit(
                model, row, "stockpile %s is kept as in the baseline, %d",
                round->stockpiles[h].id, round->horizon.first + t);
            ore_model_add_coef(model, row, 1.0, variables->buy[at]);
        }
    }
}

static void check_project(const ore_round *round, const ore_result *result,
                          ore_report *report, int p)
{
    const ore_project *project = &round->projects[p];

    ore_expect_eq(report, result->option[p], round->baseline.option[p],
                  project->where, "option of %s as in the baseline",
                  project->id);
    ore_expect_eq(report, result->year[p], round->baseline.year[p],
                  project->where, "year of %s as in the baseline", project->id);
    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        ore_expect_ge(
            report, result->face_m[f], kept(round->baseline.face_m[f]),
            project->where, "what %s promised to %s",
            round->instruments[round->pairs[f].instrument].id, project->id);
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int t = 0; t < years_before(round); t++) {
        for (int h = 0; h < round->n_stockpiles; h++) {
            const int at = ore_at_year(round, h, t);

            ore_expect_ge(report, result->bought_t[at],
                          kept(round->baseline.bought_t[at]),
                          round->stockpiles[h].where,
                          "what %s bought before the disruption",
                          round->stockpiles[h].id);
            ore_expect_le(report, result->bought_t[at],
                          round->baseline.bought_t[at],
                          round->stockpiles[h].where,
                          "what %s bought before the disruption",
                          round->stockpiles[h].id);
        }
    }
    for (int p = 0; p < round->n_projects; p++) {
        if (ore_is_kept(round, p)) {
            check_project(round, result, report, p);
        }
    }
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (round->baseline.path && round->keep != ORE_KEEP_NONE) {
        ore_notes_add(
            notes, (ore_note_line){.text = "Baseline commitments that stay"});
    }
}

const ore_family ore_family_keep = {
    .name = "keep",
    .summary = "What was promised before stays",
    .scope = ORE_SCOPE_PROJECT,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
