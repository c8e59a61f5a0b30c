/* See delivery_steps.h. */
#include "economics/delivery_steps.h"

#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/tolerances.h"

double ore_delivery_per_tonne(const ore_round *round, int i, int t)
{
    double asked_tpa = 0.0;

    for (int k = 0; k < round->n_targets; k++) {
        if (round->targets[k].material == round->targets[i].material) {
            asked_tpa += round->targets[k].target_tpa[t];
        }
    }
    return asked_tpa > 0.0 ? 1.0 / asked_tpa : 0.0;
}

bool ore_delivery_holds_for(const ore_round *round, int r, int m)
{
    const bool each =
        round->markets[r].delivery_each == ORE_DELIVERY_EACH_MATERIAL;
    bool is_asked = false;

    for (int i = 0; i < round->n_targets; i++) {
        is_asked = is_asked || (round->targets[i].market == r &&
                                (m < 0 || round->targets[i].material == m));
    }
    return is_asked && each == (m >= 0);
}

int ore_delivery_count_steps(const ore_market *market)
{
    static const double rounding = 1e-9;

    return (int)ceil(1.0 / market->delivery_step - rounding);
}

double ore_delivery_step_low(const ore_market *market, int k)
{
    return fmin(1.0, k * market->delivery_step);
}

double ore_delivery_received(const ore_round *round, const ore_result *result,
                             int r, int m, double *all)
{
    double received = 0.0;

    *all = 0.0;
    for (int t = 0; t < round->n_years; t++) {
        for (int i = 0; i < round->n_targets; i++) {
            if (m >= 0 && round->targets[i].material != m) {
                continue;
            }
            const double part =
                ore_delivery_per_tonne(round, i, t) *
                result->delivered_tpa[ore_at_state(round, i, t)];

            *all += part;
            received += round->targets[i].market == r ? part : 0.0;
        }
    }
    return received;
}

/* How far deliveries are outside the band around the range, over all
 * materials. */
static double distance(const ore_round *round, const ore_result *result, int r,
                       const ore_share_range *range)
{
    const ore_market *market = &round->markets[r];
    double worst = 0.0;

    for (int m = -1; m < round->n_materials; m++) {
        double all;

        if (!ore_delivery_holds_for(round, r, m)) {
            continue;
        }
        const double received =
            ore_delivery_received(round, result, r, m, &all);

        worst =
            fmax(worst,
                 fmax((range->low - market->delivery_band) * all - received,
                      received - (range->high + market->delivery_band) * all));
    }
    return worst;
}

ore_share_range ore_delivery_range(const ore_round *round,
                                   const ore_result *result, int r)
{
    const ore_market *market = &round->markets[r];
    const ore_funder *funder = &round->funders[market->funder];
    ore_share_range best = {funder->budget_cost_share_min,
                            funder->budget_cost_share_max, -1};
    double nearest = HUGE_VAL;

    if (market->delivery_basis != ORE_DELIVERY_PAID) {
        return best;
    }
    const double all_m = ore_funder_charge_m(round, result, -1);
    const double own_m = ore_funder_charge_m(round, result, market->funder);
    const double grain_m = ORE_TOLERANCE_WRITTEN * fmax(1.0, fabs(all_m));

    for (int k = 0; k < ore_delivery_count_steps(market); k++) {
        const ore_share_range range = {ore_delivery_step_low(market, k),
                                       ore_delivery_step_low(market, k + 1), k};

        if ((range.low <= 0.0 || own_m >= range.low * all_m - grain_m) &&
            (range.high >= 1.0 || own_m <= range.high * all_m + grain_m) &&
            distance(round, result, r, &range) < nearest) {
            nearest = distance(round, result, r, &range);
            best = range;
        }
    }
    return best;
}
