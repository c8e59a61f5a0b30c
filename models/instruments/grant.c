/* grant: money that is not paid back; charged in full to its account. */
#include "registry.h"

static double exposure_share(const ore_instrument *instrument)
{
    (void)instrument;
    return 1.0;
}

const ore_instrument_kind ore_instrument_grant = {
    .name = "grant",
    .label = "Grant",
    .json_source = "grant",
    .summary = "money that is not paid back, charged in full",
    .source = ORE_SOURCE_GRANT,
    .default_subsidy_rate = 1.0,
    .exposure_share = exposure_share,
    .public_share = exposure_share,
};
