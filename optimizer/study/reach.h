/* Floors of rules that are out of reach: missed however the money is spent. */
#ifndef OPTIMIZER_STUDY_REACH_H
#define OPTIMIZER_STUDY_REACH_H

#include "orefolio/round.h"

/** The least that the floors of hard rule i are missed by, over its values and
 * years, each as a part of its limit, with every project at hand, accounts,
 * ceilings and shares of cost without limit and no other rule: proven, so that
 * more than 0 means that no portfolio keeps them. 0 = nothing is proven, or
 * the rule has no floor. */
double ore_reach_least_breach(const ore_round *round, int i);

#endif
