/* offtake: a commitment to buy what a project makes at an agreed price. No
 * source of money for its capital cost; face is the value of what is bought,
 * and the charge what is lost when it is sold on below the agreed price. */
#include <math.h>

#include "registry.h"

#define PROMISE(field) offsetof(ore_instrument, promise.field)

static double exposure_share(const ore_instrument *instrument)
{
    (void)instrument;
    return 1.0;
}

static double public_share(const ore_instrument *instrument)
{
    (void)instrument;
    return 0.0;
}

/* What is sold on above the agreed price is no gain: it may be used. */
static double cost_usd_per_t(const ore_promise *promise, int t)
{
    return fmax(0.0, promise->strike_usd_per_t - promise->price_usd[t]);
}

static const ore_field fields[] = {
    {"material", ORE_FIELD_OTHER, 0, 0, 0, NULL, "material", "what is sold",
     NULL},
    {"strike_usd_per_t", ORE_FIELD_NUMBER, PROMISE(strike_usd_per_t), 0,
     HUGE_VAL, NULL, "USD/t", "what is paid", NULL},
    {"price_usd_per_t", ORE_FIELD_YEARLY, 0, 0, HUGE_VAL, "", "USD/t",
     "what a tonne is worth, by year; default: the material's", NULL},
    {"volume_tpa", ORE_FIELD_NUMBER, PROMISE(volume_tpa), 0, HUGE_VAL,
     "unlimited", "t/yr", "at most, of each project", NULL},
    {"volume_share", ORE_FIELD_NUMBER, PROMISE(volume_share), 0, 1, "1",
     "share", "of the output, at most", NULL},
    {"years", ORE_FIELD_WHOLE, PROMISE(years), 1, 60, "10", "years",
     "of production, from its first", NULL},
    {0},
};

const ore_instrument_kind ore_instrument_offtake = {
    .name = "offtake",
    .label = "Offtake",
    .label_ja = "引取契約",
    .summary = "a promise to buy, charged at what selling on would lose",
    .source = ORE_SOURCE_NONE,
    .fields = fields,
    .exposure_share = exposure_share,
    .public_share = public_share,
    .cost_usd_per_t = cost_usd_per_t,
};
