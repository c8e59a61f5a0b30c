/* Loans of stockpiles to markets of others, in a response. */
#ifndef OREFOLIO_LENDING_H
#define OREFOLIO_LENDING_H

#include "orefolio/result.h"
#include "orefolio/round.h"

/** The funder whose markets alone stockpile h serves; -1 = it serves all. */
int ore_lender(const ore_round *round, int h);

/** Whether it may lend in state j: while the disruption lasts that a response
 * is to, and where a response is decided or its loans adapt. */
bool ore_may_lend(const ore_round *round, int h, int j);

/** What stockpile h is owed at the end of horizon year t, with interest until
 * then, t. */
double ore_owed_t(const ore_round *round, const ore_result *result, int h,
                  int t);

#endif
