/* What differs between the baseline and the result. */
#ifndef OPTIMIZER_WRITE_BOOK_CHANGES_H
#define OPTIMIZER_WRITE_BOOK_CHANGES_H

#include "orefolio/result.h"
#include "orefolio/round.h"

typedef enum ore_change {
    ORE_CHANGE_NONE,
    ORE_CHANGE_ADDED,
    ORE_CHANGE_DROPPED,
    ORE_CHANGE_OPTION, /**< goes ahead as another option */
    ORE_CHANGE_YEAR,   /**< as before, in another year */
    ORE_CHANGE_MONEY,  /**< as before, with other public money */
    ORE_CHANGES        /**< how many there are */
} ore_change;

/** The most telling difference of project p; there is a baseline. */
ore_change ore_change_of(const ore_round *round, const ore_result *result,
                         int p);

/** Public face that the baseline gives project p, M. */
double ore_change_baseline_m(const ore_round *round, int p);

#endif
