/* keep: commitments of the baseline stay.
 *
 *   start[p,o0,s0] = 1               kept projects p: option and year as before
 *   award[f,o0,s0] >= face0[f]       their instruments, at least as much
 *   buy[h,t] = bought0[h,t]          in a response, before the disruption
 *   buy[h,t] <= bought0[h,t]         after it where nothing is decided: what
 * was to be bought may not be there answer[i,.] = answer0[i,.]       sales that
 * were answered before it take[i,t] <= taken0[i,t]         where nothing is
 * decided
 *
 * o0, s0, face0, bought0, answer0, taken0 are the baseline's. More may be
 * committed, when a cost has risen, unless nothing is decided; sponsors and
 * banks adapt. */
#include <math.h>

#include "orefolio/screen.h"
#include "registry.h"

/* Results are written rounded to 1e-6. */
static const double step = 1e-6;

/* A figure that uses all its decimals may stand above what was committed. */
static bool is_rounded(double amount)
{
    return fabs(amount - round(amount * 1e4) / 1e4) >= 0.1 * step;
}

/* An amount of the baseline, at least: rounding must not make a conflict of it.
 */
static double kept(double amount)
{
    return is_rounded(amount) ? amount - step : amount;
}

static bool decides(const ore_round *round)
{
    return round->response != ORE_RESPONSE_NONE;
}

/* Where nothing is decided all faces of a project stand, and what rounding has
 * left of one has to go to another. */
static double give_m(double face_m)
{
    return is_rounded(face_m) ? 5.0 * step : 0.0;
}

/* What pair f of a kept project has, at least and at most. */
static double least_m(const ore_round *round, int f)
{
    const double face_m = round->baseline.face_m[f];

    return decides(round) ? kept(face_m) : face_m - give_m(face_m);
}

static double most_m(const ore_round *round, int f)
{
    const double face_m = round->baseline.face_m[f];

    return decides(round) ? HUGE_VAL : face_m + give_m(face_m);
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
        const double face_m = least_m(round, f);

        if (face_m > 0.0 || !decides(round)) {
            const ore_row at_least = ore_model_add_row(
                model, project->where, face_m, most_m(round, f),
                "keep_face(%s,%s)", project->id,
                round->instruments[round->pairs[f].instrument].id);

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

/* The years before the disruption that has happened; all without one. */
static int years_before(const ore_round *round)
{
    return round->respond < 0 ? round->n_years
                              : round->disruptions[round->respond].years.first -
                                    round->horizon.first;
}

/* The years whose purchases are those of the baseline, at most. */
static int years_kept(const ore_round *round)
{
    switch (round->response) {
    case ORE_RESPONSE_NONE: return round->n_years;
    case ORE_RESPONSE_FORESEEN: return 0;
    case ORE_RESPONSE_DECIDES: break;
    }
    return round->respond < 0 ? 0 : years_before(round);
}

/* What is bought for stockpile h in horizon year t, at least. */
static double least_bought_t(const ore_round *round, int h, int t)
{
    return t < years_before(round) && !round->may_buy_less
               ? kept(round->baseline.bought_t[ore_at_year(round, h, t)])
               : 0.0;
}

static void emit_answer(const ore_round *round, const ore_variables *variables,
                        ore_model *model, int i)
{
    const ore_supply *supply = &round->supplies[i];
    const int before = round->baseline.answer[i];
    const double sum = before == ORE_SALE_LET_GO ? 0.0 : 1.0;
    const ore_row row = ore_model_add_row(
        model, supply->where, sum, sum, "keep_answer(%s,%s,%d)",
        round->materials[supply->material].id, supply->country, i + 1);

    ore_model_row_limit(model, row,
                        "the sale of %s %s is answered as in the baseline",
                        round->materials[supply->material].id,
                        *supply->asset ? supply->asset : supply->country);
    for (int a = 0; a < ORE_SALE_ANSWERS; a++) {
        if (before == ORE_SALE_LET_GO || a == before) {
            ore_model_add_coef(model, row, 1.0,
                               variables->answer[i * ORE_SALE_ANSWERS + a]);
        }
    }
}

/* What was bought of optional supply, at most. */
static void emit_taken(const ore_round *round, const ore_variables *variables,
                       ore_model *model, int i)
{
    const ore_supply *supply = &round->supplies[i];

    for (int t = 0; t < round->n_years; t++) {
        const int at = ore_at_year(round, i, t);
        const ore_row row = ore_model_add_row(
            model, supply->where, -HUGE_VAL, round->baseline.taken_tpa[at],
            "keep_taken(%d,%d)", i, round->horizon.first + t);

        ore_model_row_limit(model, row,
                            "no more of %s from %s is bought than in the "
                            "baseline, %d",
                            round->materials[supply->material].id,
                            supply->country, round->horizon.first + t);
        ore_model_add_coef(model, row, 1.0, variables->take[at]);
    }
}

static void emit_supply(const ore_round *round, const ore_variables *variables,
                        ore_model *model)
{
    for (int i = 0; i < round->n_supplies; i++) {
        if (ore_is_answer_kept(round, i)) {
            emit_answer(round, variables, model, i);
        }
        if (!decides(round) && round->supplies[i].is_optional) {
            emit_taken(round, variables, model, i);
        }
    }
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
        for (int t = 0; t < years_kept(round); t++) {
            const int at = ore_at_year(round, h, t);
            const double bought_t = round->baseline.bought_t[at];
            const ore_row row = ore_model_add_row(
                model, round->stockpiles[h].where, least_bought_t(round, h, t),
                bought_t, "keep_stock(%s,%d)", round->stockpiles[h].id,
                round->horizon.first + t);

            ore_model_row_limit(
                model, row, "stockpile %s is kept as in the baseline, %d",
                round->stockpiles[h].id, round->horizon.first + t);
            ore_model_add_coef(model, row, 1.0, variables->buy[at]);
        }
    }
    emit_supply(round, variables, model);
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
        ore_expect_ge(report, result->face_m[f], least_m(round, f),
                      project->where, "what %s promised to %s",
                      round->instruments[round->pairs[f].instrument].id,
                      project->id);
        ore_expect_le(
            report, result->face_m[f], most_m(round, f), project->where,
            "what %s promised to %s and adds nothing to",
            round->instruments[round->pairs[f].instrument].id, project->id);
    }
}

static void check_supply(const ore_round *round, const ore_result *result,
                         ore_report *report, int i)
{
    const ore_supply *supply = &round->supplies[i];

    if (ore_is_answer_kept(round, i)) {
        ore_expect_eq(report, (double)result->answer[i],
                      round->baseline.answer[i], supply->where,
                      "answer to the sale of %s %s as in the baseline",
                      round->materials[supply->material].id, supply->asset);
    }
    for (int t = 0; t < round->n_years && !decides(round); t++) {
        const int at = ore_at_year(round, i, t);

        ore_expect_le(report, result->taken_tpa[at],
                      round->baseline.taken_tpa[at], supply->where,
                      "what is bought of %s from %s in %d, as in the baseline",
                      round->materials[supply->material].id, supply->country,
                      round->horizon.first + t);
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int t = 0; t < years_kept(round); t++) {
        for (int h = 0; h < round->n_stockpiles; h++) {
            const int at = ore_at_year(round, h, t);

            ore_expect_ge(report, result->bought_t[at],
                          least_bought_t(round, h, t),
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
    for (int i = 0; i < round->n_supplies; i++) {
        check_supply(round, result, report, i);
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
