/* insurance: cover of the private money in a project against political risk.
 * It brings no money; face is what is insured, exposure the covered part, and
 * the charge what claims are expected to exceed premiums by. */
#include "registry.h"

static double covered_share(const ore_instrument *instrument)
{
    return instrument->coverage;
}

static double public_share(const ore_instrument *instrument)
{
    (void)instrument;
    return 0.0;
}

static const ore_field fields[] = {
    {"coverage", ORE_FIELD_NUMBER, offsetof(ore_instrument, coverage), 0.0, 1.0,
     "1", "share", "share of the insured money that is covered", NULL},
    {"premium_rate", ORE_FIELD_NUMBER, offsetof(ore_instrument, premium_rate),
     0.0, 1.0, "0", "per year", "of what is covered, paid to the funder", NULL},
    {0},
};

const ore_instrument_kind ore_instrument_insurance = {
    .name = "insurance",
    .label = "Insurance",
    .label_ja = "保険",
    .summary = "cover of sponsor equity and bank debt against political risk",
    .source = ORE_SOURCE_NONE,
    .covers = ORE_COVERS_PRIVATE,
    .terms = ore_credit_fields,
    .fields = fields,
    .default_subsidy_rate = 1.0,
    .exposure_share = covered_share,
    .public_share = public_share,
};
