/* grant: money that is not paid back; charged in full to its account. */
#include "economics/face_shares.h"
#include "registry.h"

const ore_instrument_kind ore_instrument_grant = {
    .name = "grant",
    .label = "Grant",
    .json_source = "grant",
    .summary = "money that is not paid back, charged in full",
    .source = ORE_SOURCE_GRANT,
    .default_subsidy_rate = 1.0,
    .exposure_share = ore_face_share_all,
    .public_share = ore_face_share_all,
};
