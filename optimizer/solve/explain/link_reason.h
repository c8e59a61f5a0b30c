/* Links that keep a project out of a portfolio, whatever the money. */
#ifndef OPTIMIZER_SOLVE_EXPLAIN_LINK_REASON_H
#define OPTIMIZER_SOLVE_EXPLAIN_LINK_REASON_H

#include "orefolio/result.h"

/** Why project p, which does not go ahead, cannot join the others: one that
 * goes ahead excludes it, or one that does not is needed. Kind
 * ORE_REASON_NONE, and no texts, when no link says so; the caller owns the
 * texts. */
ore_reason ore_explain_link(const ore_round *round, const ore_result *result,
                            int p);

#endif
