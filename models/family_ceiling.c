/* ceiling: the exposure of each instrument stays within its authority, by
 * commitment year and over the round.
 *
 *   sum over f of k, o   exposure_share[k] a[f,o,s] <= ceiling[k,s]
 *   sum over f of k, o, s  exposure_share[k] a[f,o,s] <= ceiling_total[k]
 *
 * exposure_share is 1, and the coverage for a guarantee. */
#include <math.h>

#include "registry.h"
#include "sums.h"

static void put_exposure(const ore_plan *plan, const ore_vars *vars,
                         ore_model *model, ore_row row, int k, ore_years years)
{
    const ore_instrument *instrument = &plan->instruments[k];
    const double share = instrument->kind->exposure_share(instrument);

    for (int f = 0; f < plan->n_offers; f++) {
        const ore_project *project = &plan->projects[plan->offers[f].project];

        if (plan->offers[f].instrument != k) {
            continue;
        }
        for (int o = project->first_option;
             o < project->first_option + project->n_options; o++) {
            for (int s = years.first; s <= years.last; s++) {
                ore_put(model, row, share, ore_award_col(plan, vars, f, o, s));
            }
        }
    }
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int k = 0; k < plan->n_instruments; k++) {
        const ore_instrument *instrument = &plan->instruments[k];

        for (int s = 0; s < plan->n_commit; s++) {
            if (isfinite(instrument->ceiling_m[s])) {
                const int year = plan->commit.first + s;
                const ore_row row =
                    ore_add_row(model, instrument->where, -HUGE_VAL,
                                instrument->ceiling_m[s], "ceiling(%s,%d)",
                                instrument->id, year);

                ore_row_limit(model, row,
                              "`ceiling` %d of instrument %s = %.10g", year,
                              instrument->id, instrument->ceiling_m[s]);
                ore_row_amount(model, row, 0.0);
                put_exposure(plan, vars, model, row, k, (ore_years){s, s});
            }
        }
        if (isfinite(instrument->ceiling_total_m)) {
            const ore_row row =
                ore_add_row(model, instrument->where, -HUGE_VAL,
                            instrument->ceiling_total_m, "ceiling_total(%s)",
                            instrument->id);

            ore_row_limit(model, row,
                          "`ceiling_total` of instrument %s = %.10g",
                          instrument->id, instrument->ceiling_total_m);
            ore_row_amount(model, row, 0.0);
            put_exposure(plan, vars, model, row, k,
                         (ore_years){0, plan->n_commit - 1});
        }
    }
}

/* Exposure of instrument k from commitments of one calendar year, M. */
static double exposure_m(const ore_plan *plan, const ore_result *result, int k,
                         int year)
{
    const ore_instrument *instrument = &plan->instruments[k];
    double face_m = 0.0;

    for (int f = 0; f < plan->n_offers; f++) {
        const ore_offer *offer = &plan->offers[f];

        if (offer->instrument == k && result->year[offer->project] == year) {
            face_m += result->face_m[f];
        }
    }
    return face_m * instrument->kind->exposure_share(instrument);
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    for (int k = 0; k < plan->n_instruments; k++) {
        const ore_instrument *instrument = &plan->instruments[k];
        double total_m = 0.0;

        for (int year = plan->commit.first; year <= plan->commit.last; year++) {
            const double lent_m = exposure_m(plan, result, k, year);

            total_m += lent_m;
            ore_expect_le(report, lent_m,
                          instrument->ceiling_m[year - plan->commit.first],
                          instrument->where, "ceiling of %s in %d",
                          instrument->id, year);
        }
        ore_expect_le(report, total_m, instrument->ceiling_total_m,
                      instrument->where, "ceiling_total of %s", instrument->id);
    }
}

const ore_family ore_family_ceiling = {
    .name = "ceiling",
    .summary = "Exposure ceilings of every instrument",
    .summary_ja = "支援手段ごとのエクスポージャー上限",
    .emit = emit,
    .check = check,
};
