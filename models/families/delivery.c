/* delivery: what a market receives is in proportion to what its funder pays.
 *
 *   (min[u] - band[r]) * all <= received[r] <= (max[u] + band[r]) * all
 *   received[r] = sum over m, t of deliver[m,r,t] / sum over r' target[m,r',t]
 *   all = sum over r of received[r]
 *
 * min and max are the funder's agreed shares of all budget cost. A tonne is
 * counted as a share of what all markets ask of its material in its year, so
 * that tonnes of different materials can be added. */
#include <math.h>

#include "registry.h"

/* What a tonne of target i counts in year t; 0 when nothing is asked. */
static double per_tonne(const ore_round *round, int i, int t)
{
    double asked_tpa = 0.0;

    for (int k = 0; k < round->n_targets; k++) {
        if (round->targets[k].material == round->targets[i].material) {
            asked_tpa += round->targets[k].target_tpa[t];
        }
    }
    return asked_tpa > 0.0 ? 1.0 / asked_tpa : 0.0;
}

static double share_of(const ore_round *round, const ore_market *market,
                       bool is_min)
{
    const ore_funder *funder = &round->funders[market->funder];

    return is_min ? funder->budget_cost_share_min - market->delivery_band
                  : funder->budget_cost_share_max + market->delivery_band;
}

static void add_row(const ore_round *round, const ore_variables *variables,
                    ore_model *model, int r, bool is_min)
{
    const ore_market *market = &round->markets[r];
    const double share = share_of(round, market, is_min);

    if (is_min ? share <= 0.0 : share >= 1.0) {
        return;
    }
    const ore_row row = ore_model_add_row(
        model, market->where, is_min ? 0.0 : -HUGE_VAL, is_min ? HUGE_VAL : 0.0,
        "delivery_%s(%s)", is_min ? "min" : "max", market->id);

    ore_model_row_limit(model, row, "`delivery_band` of market %s = %.10g",
                        market->id, market->delivery_band);
    for (int i = 0; i < round->n_targets; i++) {
        const double mine = round->targets[i].market == r ? 1.0 : 0.0;

        for (int t = 0; t < round->n_years; t++) {
            ore_model_add_coef(model, row,
                               (mine - share) * per_tonne(round, i, t),
                               variables->deliver[ore_at_state(round, i, t)]);
        }
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int r = 0; r < round->n_markets; r++) {
        if (!isnan(round->markets[r].delivery_band)) {
            add_row(round, variables, model, r, true);
            add_row(round, variables, model, r, false);
        }
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int r = 0; r < round->n_markets; r++) {
        const ore_market *market = &round->markets[r];
        double received = 0.0, all = 0.0;

        if (isnan(market->delivery_band)) {
            continue;
        }
        for (int t = 0; t < round->n_years; t++) {
            for (int i = 0; i < round->n_targets; i++) {
                const double part =
                    per_tonne(round, i, t) *
                    result->delivered_tpa[ore_at_state(round, i, t)];

                all += part;
                received += round->targets[i].market == r ? part : 0.0;
            }
        }
        ore_expect_ge(
            report, received, fmax(0.0, share_of(round, market, true)) * all,
            market->where, "least share of deliveries to %s", market->id);
        ore_expect_le(
            report, received, fmin(1.0, share_of(round, market, false)) * all,
            market->where, "greatest share of deliveries to %s", market->id);
    }
}

static bool has_bands(const ore_round *round)
{
    for (int r = 0; r < round->n_markets; r++) {
        if (!isnan(round->markets[r].delivery_band)) {
            return true;
        }
    }
    return false;
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (has_bands(round)) {
        ore_notes_add(
            notes,
            (ore_note_line){
                .text = "Deliveries to a market by what its funders pay"});
    }
}

const ore_family ore_family_delivery = {
    .name = "delivery",
    .summary = "Deliveries to markets in proportion to what funders pay",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
