/* Prices of limits: what the round comes to when a limit is tightened and
 * relaxed step by step. */
#ifndef OREFOLIO_STUDY_PRICES_H
#define OREFOLIO_STUDY_PRICES_H

#include "orefolio/limits.h"
#include "orefolio/study/trade_offs.h"

/** Steps on either side of a limit as it is. */
enum { ORE_PRICE_STEPS = 3, ORE_PRICE_POINTS = 2 * ORE_PRICE_STEPS };

/** A limit at one of its points. */
typedef struct ore_price_point {
    int steps; /**< of the limit: -3, -2, -1, 1, 2, 3; > 0 = relaxed */
    ore_answer answer;
    ore_result *result; /**< verified, owned; NULL = none */
} ore_price_point;

typedef struct ore_price_curve {
    ore_limit limit; /**< its step is > 0: a tenth of an amount, five points of
                        a share, 1 of a count */
    ore_price_point points[ORE_PRICE_POINTS];
} ore_price_curve;

/** How much the figure of the limit differs at a point, in its unit; a floor
 * that is relaxed is lower. */
double ore_price_change(const ore_price_curve *curve, int i);

#endif
