/* What the option --trade-offs asks: figures that are re-solved. */
#ifndef OPTIMIZER_STUDY_TRADE_OFFS_H
#define OPTIMIZER_STUDY_TRADE_OFFS_H

#include "orefolio/trade_offs.h"
#include "study/settings.h"

/** Re-solve the round with each project left out as a must, and with each limit
 * one step wider, `jobs` questions at a time; `result` is its portfolio, and
 * `settings` are those of every question, which has one process. Ctrl-C ends
 * it, and so does `until_s` on the clock of ore_now_s: what is not answered by
 * then stays unasked. What it will take is told to `watch` before. The
 * caller frees with ore_trade_offs_free. */
ore_trade_offs *ore_trade_offs_new(const ore_study_watch *watch,
                                   const ore_round *round,
                                   const ore_result *result,
                                   const ore_solve_settings *settings, int jobs,
                                   double own_s, double until_s);
/** Free; NULL is allowed. */
void ore_trade_offs_free(ore_trade_offs *trade_offs);

#endif
