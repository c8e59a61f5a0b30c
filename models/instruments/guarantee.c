/* guarantee: a promise to repay `coverage` of a bank's loan. It wraps bank
 * debt and is no source of money; face is the whole guaranteed loan, exposure
 * the covered part, and the charge its credit-subsidy cost. */
#include "registry.h"

static double covered_share(const ore_instrument *instrument)
{
    return instrument->coverage;
}

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
    .exposure_share = covered_share,
    .public_share = covered_share,
};
