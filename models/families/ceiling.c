/* ceiling: the exposure of each instrument stays within its authority, by
 * commitment year and over the round.
 *
 *   sum over f of k, o   exposure_share[k] a[f,o,s] <= ceiling[k,s]
 *   sum over f of k, o, s  exposure_share[k] a[f,o,s] <= ceiling_total[k]
 *
 * exposure_share is 1, and the coverage for a guarantee. */
#include <math.h>

#include "economics/charges.h"
#include "orefolio/accounting.h"
#include "registry.h"

static void put_exposure(const ore_round *round, const ore_variables *variables,
                         ore_model *model, ore_row row, int k, ore_years years)
{
    const ore_instrument *instrument = &round->instruments[k];
    const double share = instrument->kind->exposure_share(instrument);

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_project *project = &round->projects[round->pairs[f].project];

        if (round->pairs[f].instrument != k) {
            continue;
        }
        for (int o = project->first_option;
             o < project->first_option + project->n_options; o++) {
            for (int s = years.first; s <= years.last; s++) {
                ore_model_add_coef(
                    model, row, share,
                    ore_variables_award(round, variables, f, o, s));
            }
        }
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int k = 0; k < round->n_instruments; k++) {
        const ore_instrument *instrument = &round->instruments[k];

        for (int s = 0; s < round->n_commit; s++) {
            if (isfinite(instrument->ceiling_m[s])) {
                const int year = round->commit.first + s;
                const ore_row row =
                    ore_model_add_row(model, instrument->where, -HUGE_VAL,
                                      instrument->ceiling_m[s],
                                      "ceiling(%s,%d)", instrument->id, year);

                ore_model_row_limit(
                    model, row, "`ceiling` %d of instrument %s = %.10g", year,
                    instrument->id, instrument->ceiling_m[s]);
                ore_model_row_amount(model, row, 0.0);
                put_exposure(round, variables, model, row, k,
                             (ore_years){s, s});
            }
        }
        if (isfinite(instrument->ceiling_total_m)) {
            const ore_row row =
                ore_model_add_row(model, instrument->where, -HUGE_VAL,
                                  instrument->ceiling_total_m,
                                  "ceiling_total(%s)", instrument->id);

            ore_model_row_limit(model, row,
                                "`ceiling_total` of instrument %s = %.10g",
                                instrument->id, instrument->ceiling_total_m);
            ore_model_row_amount(model, row, 0.0);
            put_exposure(round, variables, model, row, k,
                         (ore_years){0, round->n_commit - 1});
        }
    }
}

/* Exposure of instrument k from commitments of one calendar year, M. */
static double exposure_m(const ore_round *round, const ore_result *result,
                         int k, int year)
{
    const ore_instrument *instrument = &round->instruments[k];
    double face_m = 0.0;

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];

        if (pair->instrument == k && result->year[pair->project] == year) {
            face_m += result->face_m[f];
        }
    }
    return face_m * instrument->kind->exposure_share(instrument);
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int k = 0; k < round->n_instruments; k++) {
        const ore_instrument *instrument = &round->instruments[k];
        double total_m = 0.0;

        for (int year = round->commit.first; year <= round->commit.last;
             year++) {
            const double lent_m = exposure_m(round, result, k, year);

            total_m += lent_m;
            ore_expect_le(report, lent_m,
                          instrument->ceiling_m[year - round->commit.first],
                          instrument->where, "ceiling of %s in %d",
                          instrument->id, year);
        }
        ore_expect_le(report, total_m, instrument->ceiling_total_m,
                      instrument->where, "ceiling_total of %s", instrument->id);
    }
}

/* Of an instrument: a year, or (s = -1) the round. */
static ore_limit limit_of(const ore_round *round, int k, int s)
{
    const ore_instrument *instrument = &round->instruments[k];
    const double limit_m =
        s < 0 ? instrument->ceiling_total_m : instrument->ceiling_m[s];

    return (ore_limit){.figure = s < 0 ? "instrument ceiling_total"
                                       : "instrument ceiling",
                       .of = k,
                       .s = s,
                       .id = instrument->id,
                       .label = instrument->label,
                       .label_ja = instrument->label_ja,
                       .year = s < 0 ? 0 : round->commit.first + s,
                       .unit = ORE_LIMIT_MONEY,
                       .limit = limit_m,
                       .step = ore_limit_step(limit_m),
                       .where = instrument->where};
}

static void list_limits(const ore_round *round, const ore_result *result,
                        ore_limits *limits)
{
    for (int k = 0; k < round->n_instruments; k++) {
        ore_limit total = limit_of(round, k, -1);

        for (int s = 0; s < round->n_commit; s++) {
            ore_limit limit = limit_of(round, k, s);

            limit.used = ore_figure_exposure_m(round, result, k, limit.year);
            total.used += limit.used;
            if (isfinite(limit.limit)) {
                ore_limits_add(limits, limit);
            }
        }
        if (isfinite(total.limit)) {
            ore_limits_add(limits, total);
        }
    }
}

static void relax(ore_round *edited, const ore_limit *limit)
{
    ore_instrument *all = ore_round_own(edited, edited->instruments,
                                        edited->n_instruments, sizeof *all);
    ore_instrument *instrument = &all[limit->of];

    if (limit->s < 0) {
        instrument->ceiling_total_m += limit->step;
    } else {
        double *ceiling_m = ore_round_own(edited, instrument->ceiling_m,
                                          edited->n_commit, sizeof *ceiling_m);

        ceiling_m[limit->s] += limit->step;
        instrument->ceiling_m = ceiling_m;
    }
    edited->instruments = all;
}

const ore_family ore_family_ceiling = {
    .name = "ceiling",
    .summary = "Exposure ceilings of every instrument",
    .scope = ORE_SCOPE_SHARED,
    .limit_label = "Exposure ceiling",
    .emit = emit,
    .check = check,
    .list_limits = list_limits,
    .relax = relax,
};
