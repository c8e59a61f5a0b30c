/* price_support: a price floor, or a contract for difference. The state pays
 * what the price lacks to the strike, and takes a share of what is above it.
 * Face is the value of the supported sales at the strike. */
#include <math.h>

#include "economics/face_shares.h"
#include "registry.h"

#define TERM(field) offsetof(ore_instrument, contingent.field)

static double cost_per_t(const ore_contingent *contingent, int t)
{
    const double price = contingent->charge == ORE_CHARGE_STRESS
                             ? contingent->stress_per_t
                             : contingent->price_per_t[t];
    const double lacking = contingent->strike_per_t - price;

    return lacking > 0.0 ? lacking : contingent->upside_share * lacking;
}

static const char *const charges[] = {
    [ORE_CHARGE_EXPECTED] = "expected", [ORE_CHARGE_STRESS] = "stress", NULL};

static const ore_field fields[] = {
    ORE_FIELD("upside_share", NUMBER, TERM(upside_share),
              "of prices above the strike that goes to the funder", .min = 0.0,
              .max = 1.0, .fallback = "0", .unit = "share"),
    ORE_FIELD("charge", WORD, TERM(charge),
              "expected: at the price; stress: at stress_price_per_t",
              .fallback = "expected", .choices = charges),
    ORE_FIELD("stress_price_per_t", NUMBER, TERM(stress_per_t),
              "with charge = stress", .min = 0.0, .max = ORE_NO_LIMIT,
              .unit = "currency/t"),
    ORE_FIELD("stress_price_usd_per_t", NUMBER, TERM(stress_per_t),
              "stress_price_per_t in US dollars", .min = 0.0,
              .max = ORE_NO_LIMIT, .unit = "USD/t",
              .in_usd_of = "stress_price_per_t"),
    {0},
};

const ore_instrument_kind ore_instrument_price_support = {
    .name = "price_support",
    .label = "Price support",
    .summary = "a price floor or contract for difference on what is sold",
    .source = ORE_SOURCE_NONE,
    .terms = ore_contingent_fields,
    .fields = fields,
    .exposure_share = ore_face_share_all,
    .public_share = ore_face_share_none,
    .cost_per_t = cost_per_t,
};
