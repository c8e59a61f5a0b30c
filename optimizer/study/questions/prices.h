/* What is a little more, or less, of each limit worth? */
#ifndef OPTIMIZER_STUDY_QUESTIONS_PRICES_H
#define OPTIMIZER_STUDY_QUESTIONS_PRICES_H

#include "orefolio/study/prices.h"
#include "study/questions/questions.h"

/** The figures of the round that limit its portfolios and that can be moved,
 * each once, with its points still to be solved; *n of them. The caller frees
 * the list (ore_prices_free). */
ore_price_curve *ore_prices_list(const ore_round *round,
                                 const ore_result *result, int *n);

/** Solve all points of the curves [n]. */
void ore_prices_solve(const ore_inquiry *asked, ore_price_curve *curves, int n);

void ore_prices_free(ore_price_curve *curves, int n);

#endif
