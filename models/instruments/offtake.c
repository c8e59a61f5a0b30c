/* offtake: a commitment to buy what a project makes at an agreed price. No
 * source of money for its capital cost; face is the value of what is bought,
 * and the charge what is lost when it is sold on below the agreed price. */
#include <math.h>

#include "economics/face_shares.h"
#include "registry.h"

/* What is sold on above the agreed price is no gain: it may be used. */
static double cost_per_t(const ore_contingent *contingent, int t)
{
    return fmax(0.0, contingent->strike_per_t - contingent->price_per_t[t]);
}

const ore_instrument_kind ore_instrument_offtake = {
    .name = "offtake",
    .label = "Offtake",
    .summary = "a promise to buy, charged at what selling on would lose",
    .source = ORE_SOURCE_NONE,
    .terms = ore_contingent_fields,
    .exposure_share = ore_face_share_all,
    .public_share = ore_face_share_none,
    .cost_per_t = cost_per_t,
};
