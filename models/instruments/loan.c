/* loan: a direct loan; only its credit-subsidy cost is charged.
 * Source: Federal Credit Reform Act of 1990, 2 U.S.C. 661a(5). */
#include "economics/face_shares.h"
#include "registry.h"

const ore_instrument_kind ore_instrument_loan = {
    .name = "loan",
    .label = "Loan",
    .json_source = "loan",
    .summary = "a direct loan, charged at its credit-subsidy rate",
    .source = ORE_SOURCE_LOAN,
    .terms = ore_credit_fields,
    .default_subsidy_rate = 1.0,
    .exposure_share = ore_face_share_all,
    .public_share = ore_face_share_all,
};
