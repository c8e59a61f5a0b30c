/* insurance: cover of the private money in a project against political risk.
 * It brings no money; face is what is insured, exposure the covered part, and
 * the charge what claims are expected to exceed premiums by. */
#include "economics/face_shares.h"
#include "registry.h"

static const ore_field fields[] = {
    ORE_FIELD("coverage", NUMBER, offsetof(ore_instrument, coverage),
              "share of the insured money that is covered", .min = 0.0,
              .max = 1.0, .fallback = "1", .unit = "share"),
    ORE_FIELD("premium_rate", NUMBER, offsetof(ore_instrument, premium_rate),
              "of what is covered, paid to the funder", .min = 0.0, .max = 1.0,
              .fallback = "0", .unit = "per year"),
    {0},
};

const ore_instrument_kind ore_instrument_insurance = {
    .name = "insurance",
    .label = "Insurance",
    .summary = "cover of sponsor equity and bank debt against political risk",
    .source = ORE_SOURCE_NONE,
    .covers = ORE_COVERS_PRIVATE,
    .terms = ore_credit_fields,
    .fields = fields,
    .default_subsidy_rate = 1.0,
    .exposure_share = ore_face_share_covered,
    .public_share = ore_face_share_none,
};
