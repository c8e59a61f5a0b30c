/* equity: public money for shares in the project, beside the sponsors';
 * charged in full unless the programme's law allows a lower rate. */
#include "economics/face_shares.h"
#include "registry.h"

static const ore_field fields[] = {
    ORE_FIELD("stake_max", NUMBER, offsetof(ore_instrument, stake_max),
              "of the project's whole equity", .min = 0.0, .max = 1.0,
              .fallback = "1", .unit = "share"),
    {0},
};

const ore_instrument_kind ore_instrument_equity = {
    .name = "equity",
    .label = "Equity",
    .json_source = "public_equity",
    .summary = "shares in the project, charged in full by default",
    .source = ORE_SOURCE_EQUITY,
    .fields = fields,
    .default_subsidy_rate = 1.0,
    .exposure_share = ore_face_share_all,
    .public_share = ore_face_share_all,
};
