/* What a result says of itself beyond its portfolio. */
#ifndef OPTIMIZER_VERIFY_CLAIMS_H
#define OPTIMIZER_VERIFY_CLAIMS_H

#include "base/diagnostics.h"
#include "orefolio/result.h"
#include "orefolio/round.h"

/** Check that status, bounds and gaps of the result fit each other: a gap is
 * that of value and bound, a bound is not beaten by the portfolio, and
 * "optimal" is within the gap that was asked for. `gap` is the asked one (NAN =
 * not known), for goals with one of their own, too, when gap_for_all.
 *
 * Whether a bound is true is not checked: nothing in the result shows it.
 *
 * @return ORE_OK or ORE_UNVERIFIED, with diagnostics. */
ORE_MUST_USE ore_status ore_check_proofs(const ore_round *round,
                                         const ore_result *result, double gap,
                                         bool gap_for_all, ore_diags *diags);

/** Check that a project is kept out by its status, its review or its window
 * where the round says so, and only there. */
ORE_MUST_USE ore_status ore_check_reasons(const ore_round *round,
                                          const ore_result *result,
                                          ore_diags *diags);

#endif
