/* Contingent commitments, which support what a project sells, and what every
 * commitment charges.
 *
 * For an option committed in year s, over the years t of support that follow
 * its building time, discounted to s at the round's rate, with the volume
 * v(t) = min(volume_tpa, volume_share * output * capacity_share(t)):
 *
 *   face    sum v(t) strike (1 + i)^-t: what could be lost at a price of 0
 *   charge  sum v(t) cost(t) (1 + i)^-t, cost(t) as the kind says
 *
 * A face below the maximum supports that share of the volume. */
#include <math.h>

#include "orefolio/timing.h"
#include "registry.h"

#define TERM(field) offsetof(ore_instrument, contingent.field)

const ore_field ore_contingent_fields[] = {
    ORE_FIELD("material", OTHER, 0, "what is sold", .is_required = true,
              .unit = "material"),
    ORE_FIELD("strike_per_t", NUMBER, TERM(strike_per_t),
              "what a tonne is to earn", .min = 0.0, .max = ORE_NO_LIMIT,
              .is_required = true, .unit = "currency/t"),
    ORE_FIELD("strike_usd_per_t", NUMBER, TERM(strike_per_t),
              "strike_per_t in US dollars", .min = 0.0, .max = ORE_NO_LIMIT,
              .unit = "USD/t", .in_usd_of = "strike_per_t"),
    ORE_FIELD("price_per_t", YEARLY, 0,
              "what a tonne is worth, by year; default: the material's",
              .min = 0.0, .max = ORE_NO_LIMIT, .unit = "currency/t"),
    ORE_FIELD("price_usd_per_t", YEARLY, 0, "price_per_t in US dollars",
              .min = 0.0, .max = ORE_NO_LIMIT, .unit = "USD/t",
              .in_usd_of = "price_per_t"),
    ORE_FIELD("volume_tpa", NUMBER, TERM(volume_tpa),
              "at most, of each project", .min = 0.0, .max = ORE_NO_LIMIT,
              .fallback = "unlimited", .unit = "t/yr"),
    ORE_FIELD("volume_share", NUMBER, TERM(volume_share),
              "of the output, at most", .min = 0.0, .max = 1.0, .fallback = "1",
              .unit = "share"),
    ORE_FIELD("years", WHOLE, TERM(years), "of production, from its first",
              .min = 1, .max = 60, .fallback = "10", .unit = "years"),
    {0},
};

static double output_tpa(const ore_option *option, int material)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < option->n_flows; i++) {
        if (option->flows[i].material == material) {
            sum_tpa += option->flows[i].output_tpa;
        }
    }
    return sum_tpa;
}

/* Present value of the supported sales at the strike, or of their cost, M. */
static double value_m(const ore_round *round, const ore_instrument *instrument,
                      int o, int s, bool at_cost)
{
    const ore_contingent *contingent = &instrument->contingent;
    const ore_option *option = &round->options[o];
    const int committed = round->commit.first + s;
    const double made_tpa = output_tpa(option, contingent->material);
    double sum = 0.0;

    for (int i = 0; i < contingent->years && made_tpa > 0.0; i++) {
        const int age = option->build_years + i;
        const int t = committed + age - round->horizon.first;
        const double share =
            ore_capacity_share(round, option, committed, committed + age);
        const double sold_tpa =
            fmin(contingent->volume_tpa,
                 contingent->volume_share * made_tpa * share);
        const double per_t =
            at_cost ? instrument->kind->cost_per_t(
                          contingent, t < 0                ? 0
                                      : t < round->n_years ? t
                                                           : round->n_years - 1)
                    : contingent->strike_per_t;

        sum += sold_tpa * per_t * pow(1.0 + round->discount_rate, -age);
    }
    return sum * ORE_M_PER_UNIT;
}

double ore_max_face_m(const ore_round *round, int f, int o, int s)
{
    const ore_instrument *instrument =
        &round->instruments[round->pairs[f].instrument];

    return instrument->kind->cost_per_t
               ? value_m(round, instrument, o, s, false)
               : round->options[o].capex_m;
}

double ore_charge_rate(const ore_round *round, int f, int o, int s)
{
    const ore_pair *pair = &round->pairs[f];
    const ore_instrument *instrument = &round->instruments[pair->instrument];

    if (!isnan(pair->subsidy_rate)) {
        return pair->subsidy_rate;
    }
    const double face_m = value_m(round, instrument, o, s, false);
    const double rate =
        face_m > 0.0 ? value_m(round, instrument, o, s, true) / face_m : 0.0;

    return rate < 0.0 && !round->may_gain ? 0.0 : rate;
}
