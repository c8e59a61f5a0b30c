/* Deliveries in proportion to payments: shares of what is received and of what
 * is paid, for the family and the columns that tie them. */
#ifndef MODELS_ECONOMICS_DELIVERY_STEPS_H
#define MODELS_ECONOMICS_DELIVERY_STEPS_H

#include "orefolio/result.h"
#include "orefolio/round.h"

/** What a tonne of target i counts in horizon year t: 1 over what all markets
 * ask of its material then; 0 when nothing is asked. */
double ore_delivery_per_tonne(const ore_round *round, int i, int t);

/** Whether the band of market r holds for material m by itself, which it asks
 * for; m = -1: for all that it asks for together. */
bool ore_delivery_holds_for(const ore_round *round, int r, int m);

/** Into how many steps a funder's share is split, and where step k begins
 * (0 <= k <= count; the last ends at 1). */
int ore_delivery_count_steps(const ore_market *market);
double ore_delivery_step_low(const ore_market *market, int k);

/** What market r receives of material m (of all when m is negative), and what
 * all receive, counted so. */
double ore_delivery_received(const ore_round *round, const ore_result *result,
                             int r, int m, double *all);

typedef struct ore_share_range {
    double low, high;
    int step; /**< which step it is; -1 = the agreed shares */
} ore_share_range;

/** The range of shares that deliveries to market r are held against: the agreed
 * ones, or the step that the funder's real share is in. On the border of two
 * steps, or where nobody pays anything, that which deliveries are nearest to.
 */
ore_share_range ore_delivery_range(const ore_round *round,
                                   const ore_result *result, int r);

#endif
