/* What is said of the questions of --trade-offs around asking them. */
#ifndef OPTIMIZER_STUDY_QUESTIONS_TRADE_OFFS_TOLD_H
#define OPTIMIZER_STUDY_QUESTIONS_TRADE_OFFS_TOLD_H

#include "orefolio/round.h"
#include "orefolio/study/trade_offs.h"
#include "study/tasks.h"

/** Before they are asked: how many, and what they may take, where the round
 * itself took `own_s`; `until_s` as in ore_trade_off_limits. */
void ore_trade_offs_announce(const ore_tasks *tasks, const ore_trade_offs *all,
                             double own_s, double until_s);
/** Afterwards: what was not asked. */
void ore_trade_offs_tell_unasked(const ore_study_watch *watch,
                                 const ore_round *round,
                                 const ore_trade_offs *all);

#endif
