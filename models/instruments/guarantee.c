/* guarantee: a promise to repay `coverage` of a bank's loan. It wraps bank
 * debt and is no source of money; face is the whole guaranteed loan, exposure
 * the covered part, and the charge its credit-subsidy cost. */
#include "economics/face_shares.h"
#include "registry.h"

static const ore_field fields[] = {
    ORE_FIELD("coverage", NUMBER, offsetof(ore_instrument, coverage),
              "share of the guaranteed loan that is covered", .min = 0.0,
              .max = 1.0, .fallback = "1", .unit = "share"),
    {0},
};

const ore_instrument_kind ore_instrument_guarantee = {
    .name = "guarantee",
    .label = "Guarantee",
    .json_source = "guaranteed_debt",
    .summary = "cover for bank debt, charged at its credit-subsidy rate",
    .source = ORE_SOURCE_NONE,
    .covers = ORE_COVERS_DEBT,
    .terms = ore_credit_fields,
    .fields = fields,
    .default_subsidy_rate = 1.0,
    .exposure_share = ore_face_share_covered,
    .public_share = ore_face_share_covered,
};
