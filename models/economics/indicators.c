/* How concentrated supply is, and how much of it comes round again. */
#include "orefolio/indicators.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "economics/charges.h"
#include "orefolio/asset_sales.h"
#include "orefolio/countries.h"
#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "orefolio/timing.h"

/* What project p makes of the material in horizon year t, t/yr. */
static double made_tpa(const ore_round *round, const ore_result *result, int p,
                       int material, int t)
{
    const int o = result->option[p];
    double sum_tpa = 0.0;

    for (int i = 0; o >= 0 && i < round->options[o].n_flows; i++) {
        const ore_flow *flow = &round->options[o].flows[i];

        if (flow->material == material) {
            sum_tpa += flow->output_tpa *
                       result->utilisation[ore_at_state(round, p, t)];
        }
    }
    return sum_tpa;
}

/* What flows of supply i in horizon year t, t/yr: optional supply as far as it
 * is bought, all of it before anything is decided; of open sales what stays. */
static double existing_tpa(const ore_round *round, const ore_result *result,
                           int i, int t)
{
    return result ? ore_secured_tpa(round, i, t) +
                        result->taken_tpa[ore_at_year(round, i, t)] +
                        ore_supply_left(round, i, t) *
                            ore_kept_tpa(round, result, i, t)
                  : ore_supply_tpa(round, i, t);
}

void ore_supply_by_country(const ore_round *round, const ore_result *result,
                           const ore_countries *countries, int material, int t,
                           double *tpa)
{
    for (int c = 0; c < countries->n; c++) {
        tpa[c] = 0.0;
    }
    for (int i = 0; i < round->n_supplies; i++) {
        if (round->supplies[i].material == material) {
            tpa[countries->of_supply[i]] += existing_tpa(round, result, i, t);
        }
    }
    for (int p = 0; result && p < round->n_projects; p++) {
        tpa[countries->of_project[p]] +=
            made_tpa(round, result, p, material, t);
    }
}

ore_concentration ore_concentration_of(const ore_round *round,
                                       const ore_result *result,
                                       const ore_countries *countries,
                                       int material, int t)
{
    ore_concentration found = {0.0, nan(""), nan(""), NULL};
    double *tpa = ore_alloc(countries->n, sizeof *tpa);
    double squares = 0.0, max_tpa = 0.0;

    ore_supply_by_country(round, result, countries, material, t, tpa);
    for (int c = 0; c < countries->n; c++) {
        found.supply_tpa += tpa[c];
        squares += tpa[c] * tpa[c];
        if (tpa[c] > max_tpa) {
            max_tpa = tpa[c];
            found.top = countries->name[c];
        }
    }
    free(tpa);
    if (found.supply_tpa > 0.0) {
        found.hhi = squares / (found.supply_tpa * found.supply_tpa);
        found.top_share = max_tpa / found.supply_tpa;
    }
    return found;
}

/* How recycled the feed of project p is, by the shares of its materials. */
static double feed_share(const ore_round *round, const ore_result *result,
                         int p, const double *share)
{
    const ore_option *option = &round->options[result->option[p]];
    double used = 0.0, recycled = 0.0;

    for (int i = 0; i < option->n_flows; i++) {
        const ore_flow *flow = &option->flows[i];

        used += flow->input_tpa;
        recycled += flow->input_tpa * share[flow->material];
    }
    return used > 0.0 ? recycled / used : 0.0;
}

/* share[m] anew from the shares of what materials are made of. */
static double recycled_share(const ore_round *round, const ore_result *result,
                             int material, int t, const double *share)
{
    double supply_tpa = 0.0, recycled_tpa = 0.0;

    for (int i = 0; i < round->n_supplies; i++) {
        supply_tpa += round->supplies[i].material == material
                          ? existing_tpa(round, result, i, t)
                          : 0.0;
    }
    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] < 0) {
            continue;
        }
        const double tpa = made_tpa(round, result, p, material, t);
        const bool recycles =
            strcmp(round->projects[p].stage, "recycling") == 0;

        supply_tpa += tpa;
        recycled_tpa +=
            tpa * (recycles ? 1.0 : feed_share(round, result, p, share));
    }
    return supply_tpa > 0.0 ? recycled_tpa / supply_tpa : 0.0;
}

double ore_circularity(const ore_round *round, const ore_result *result, int t)
{
    double *share = ore_alloc(round->n_materials, sizeof *share);
    double delivered_tpa = 0.0, recycled_tpa = 0.0;

    bool is_settled = false;

    /* As often as a chain can be long, or until nothing changes. */
    for (int step = 0; step < round->n_materials && !is_settled; step++) {
        is_settled = true;
        for (int m = 0; m < round->n_materials; m++) {
            const double before = share[m];

            share[m] = recycled_share(round, result, m, t, share);
            is_settled &= share[m] == before;
        }
    }
    for (int i = 0; i < round->n_targets; i++) {
        const double tpa = result->delivered_tpa[ore_at_state(round, i, t)];

        delivered_tpa += tpa;
        recycled_tpa += tpa * share[round->targets[i].material];
    }
    free(share);
    return delivered_tpa > 0.0 ? recycled_tpa / delivered_tpa : 0.0;
}

bool ore_is_liability(const ore_round *round, int f)
{
    return round->instruments[round->pairs[f].instrument].kind->source ==
           ORE_SOURCE_NONE;
}

ore_liability ore_liability_of(const ore_round *round, const ore_result *result,
                               int f)
{
    const ore_instrument *instrument =
        &round->instruments[round->pairs[f].instrument];
    const ore_instrument_kind *kind = instrument->kind;
    const double face_m = result->face_m[f];
    ore_liability liability = {
        .face_m = face_m,
        .cost_m = ore_charge_m(round, result, f),
        .contingent_m = kind->exposure_share(instrument) * face_m,
        .called_m = nan(""),
        .loss_m = nan(""),
        .mobilised_m = kind->covers == ORE_COVERS_DEBT ? face_m : 0.0,
    };

    if (kind->terms == ore_credit_fields &&
        !isnan(instrument->terms.interest_rate)) {
        const ore_subsidy cost = ore_credit_subsidy(instrument);

        liability.called_m = cost.expected_called * face_m;
        liability.loss_m = cost.expected_loss * face_m;
    }
    return liability;
}
