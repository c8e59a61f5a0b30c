/* Whether a result of a round with events decides on news before it comes. */
#ifndef OPTIMIZER_VERIFY_NEWS_H
#define OPTIMIZER_VERIFY_NEWS_H

#include "base/diagnostics.h"
#include "orefolio/scenario_tree.h"
#include "orefolio/statistics.h"

/** Compare the decisions of every two leaves, year by year, for as long as
 * nothing that the first of them knows tells them apart. Given the tree and the
 * portfolios alone, without the program and its ties. Adds to rules_checked.
 *
 * @return ORE_OK or ORE_UNVERIFIED, with diagnostics. */
ORE_MUST_USE ore_status ore_verify_news(const ore_scenario_tree *tree,
                                        const ore_result *result,
                                        ore_statistics *statistics,
                                        ore_diags *diags);

#endif
