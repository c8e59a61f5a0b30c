/* When a project builds, produces and spends; what flows without it. */
#include "orefolio/timing.h"

#include <math.h>

#include "orefolio/filter.h"
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

int ore_moment_at(const ore_plan *plan, int disruption, int t)
{
    for (int j = plan->n_years; j < plan->n_moments && disruption >= 0; j++) {
        if (plan->moments[j].disruption == disruption &&
            plan->moments[j].t == t) {
            return j;
        }
    }
    return t;
}

/* Whether the disruption's filter asks for nothing that supply has not. */
static bool names_supply(const ore_plan *plan, const ore_filter *of, int i)
{
    const ore_supply *supply = &plan->supplies[i];

    return ore_filter_material(of, &plan->materials[supply->material]) &&
           ore_filter_has(of, ORE_FILTER_COUNTRY, supply->country) &&
           of->words[ORE_FILTER_STAGE].count == 0 &&
           of->words[ORE_FILTER_TAG].count == 0 &&
           of->words[ORE_FILTER_PROJECT].count == 0;
}

static bool makes_named(const ore_plan *plan, const ore_filter *of,
                        const ore_option *option)
{
    if (of->words[ORE_FILTER_MATERIAL].count == 0) {
        return true;
    }
    for (int i = 0; i < option->n_flows; i++) {
        const ore_flow *flow = &option->flows[i];

        if (flow->output_tpa > 0.0 &&
            ore_filter_has(of, ORE_FILTER_MATERIAL,
                           plan->materials[flow->material].id)) {
            return true;
        }
    }
    return false;
}

double ore_moment_share(const ore_plan *plan, int o, int committed, int j)
{
    const ore_option *option = &plan->options[o];
    const ore_moment *moment = &plan->moments[j];
    const double share = ore_capacity_share(plan, option, committed,
                                            plan->horizon.first + moment->t);

    if (moment->disruption < 0) {
        return share;
    }
    const ore_disruption *disruption = &plan->disruptions[moment->disruption];
    const bool is_hit =
        ore_filter_project(&disruption->of, &plan->projects[option->project]) &&
        makes_named(plan, &disruption->of, option);

    return is_hit ? share * (1.0 - disruption->loss) : share;
}

double ore_supply_tpa(const ore_plan *plan, int i, int j)
{
    const ore_moment *moment = &plan->moments[j];
    const double tpa = plan->supplies[i].tpa[moment->t];

    if (moment->disruption < 0) {
        return tpa;
    }
    const ore_disruption *disruption = &plan->disruptions[moment->disruption];

    return names_supply(plan, &disruption->of, i)
               ? tpa * (1.0 - disruption->loss)
               : tpa;
}

double ore_open_supply_tpa(const ore_plan *plan, int material, int j)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < plan->n_supplies; i++) {
        if (plan->supplies[i].material == material &&
            plan->supplies[i].market < 0) {
            sum_tpa += ore_supply_tpa(plan, i, j);
        }
    }
    return sum_tpa;
}

double ore_reserved_supply_tpa(const ore_plan *plan, const ore_target *target,
                               int j)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < plan->n_supplies; i++) {
        if (plan->supplies[i].material == target->material &&
            plan->supplies[i].market == target->market) {
            sum_tpa += ore_supply_tpa(plan, i, j);
        }
    }
    return sum_tpa;
}

double ore_stock_cost_m(const ore_plan *plan, const ore_stockpile *stockpile,
                        int t)
{
    const int held_years = plan->n_years - 1 - t;

    return stockpile->cost_m_per_t *
           (1.0 + stockpile->carrying_rate * held_years);
}

double ore_award_max_m(const ore_plan *plan, int f, int o, int s)
{
    const ore_offer *offer = &plan->offers[f];
    const ore_instrument *instrument = &plan->instruments[offer->instrument];
    const struct ore_instrument_kind *kind = instrument->kind;
    const double exposure_share = kind->exposure_share(instrument);
    const double ceiling_m =
        fmin(instrument->ceiling_m[s], instrument->ceiling_total_m);
    double most_m = fmin(offer->max_m, instrument->share_max *
                                           ore_whole_face_m(plan, f, o, s));

    if (!ore_filter_option(&instrument->applies_to, plan, &plan->options[o])) {
        return 0.0;
    }
    if (exposure_share > 0.0) {
        most_m = fmin(most_m, ceiling_m / exposure_share);
    }
    return most_m;
}

bool ore_stock_serves(const ore_plan *plan, int t, int j)
{
    const ore_moment *moment = &plan->moments[j];

    return moment->disruption >= 0 &&
           plan->horizon.first + t <
               plan->disruptions[moment->disruption].years.first;
}
