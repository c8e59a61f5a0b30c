/* What the option --trade-offs asks: figures that are re-solved. */
#ifndef OPTIMIZER_STUDY_QUESTIONS_TRADE_OFFS_H
#define OPTIMIZER_STUDY_QUESTIONS_TRADE_OFFS_H

#include "orefolio/study/trade_offs.h"
#include "study/settings.h"

/** What the questions may take. */
typedef struct ore_trade_off_limits {
    int jobs;       /**< questions at a time */
    double work_s;  /**< of all of them, as of ore_solve_settings, shared out
                         over them; 0 = each as its settings say */
    double until_s; /**< on the clock of ore_now_s: what is not answered by then
                         stays unasked */
    double own_s;   /**< what the round itself took */
} ore_trade_off_limits;

/** Re-solve the round with each project left out as a must, and with each limit
 * one step wider; `result` is its portfolio, and `settings` are those of every
 * question, which has one process. Ctrl-C ends it. What it will take is told to
 * `watch` before. The caller frees with ore_trade_offs_free. */
ore_trade_offs *ore_trade_offs_new(const ore_study_watch *watch,
                                   const ore_round *round,
                                   const ore_result *result,
                                   const ore_solve_settings *settings,
                                   const ore_trade_off_limits *limits);
/** Free; NULL is allowed. */
void ore_trade_offs_free(ore_trade_offs *trade_offs);

#endif
