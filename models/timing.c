/* When a project builds, produces and spends; what flows without it. */
#include "orefolio/timing.h"

#include <math.h>

#include "orefolio/instrument.h"

double ore_capacity_share(const ore_plan *plan, const ore_option *option,
                          int committed, int year)
{
    const int age = year - committed - option->build_years;
    double share = 1.0;

    if (age < 0 || age >= option->life_years) {
        return 0.0;
    }
    if (option->n_ramp > 0) {
        share = option->ramp[age < option->n_ramp ? age : option->n_ramp - 1];
    }
    return plan->outputs_expected ? share * option->success_probability : share;
}

double ore_spent_share(const ore_plan *plan, const ore_option *option, int s,
                       int y)
{
    const int offset = y - s;
    double share = 0.0;

    if (offset < 0) {
        return 0.0;
    }
    if (offset < option->n_spending) {
        share = option->spending_share[offset];
    }
    if (y == plan->n_budget_years - 1) {
        for (int later = offset + 1; later < option->n_spending; later++) {
            share += option->spending_share[later];
        }
    }
    return share;
}

double ore_open_supply_tpa(const ore_plan *plan, int material, int t)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < plan->n_supplies; i++) {
        const ore_supply *supply = &plan->supplies[i];

        if (supply->material == material && supply->market < 0) {
            sum_tpa += supply->tpa[t];
        }
    }
    return sum_tpa;
}

double ore_reserved_supply_tpa(const ore_plan *plan, const ore_target *target,
                               int t)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < plan->n_supplies; i++) {
        const ore_supply *supply = &plan->supplies[i];

        if (supply->material == target->material &&
            supply->market == target->market) {
            sum_tpa += supply->tpa[t];
        }
    }
    return sum_tpa;
}

double ore_award_max_m(const ore_plan *plan, int f, int o, int s)
{
    const ore_offer *offer = &plan->offers[f];
    const ore_instrument *instrument = &plan->instruments[offer->instrument];
    const struct ore_instrument_kind *kind = instrument->kind;
    const double exposure_share = kind->exposure_share(instrument);
    const double ceiling_m =
        fmin(instrument->ceiling_m[s], instrument->ceiling_total_m);
    double most_m =
        fmin(offer->max_m, instrument->share_max * plan->options[o].capex_m);

    if (exposure_share > 0.0) {
        most_m = fmin(most_m, ceiling_m / exposure_share);
    }
    return most_m;
}
