/* What is said of the questions of --trade-offs around asking them. */
#ifndef OPTIMIZER_STUDY_TRADE_OFFS_TOLD_H
#define OPTIMIZER_STUDY_TRADE_OFFS_TOLD_H

#include "study/tasks.h"
#include "study/trade_offs.h"

/** Before they are asked: how many, and what they may take. */
void ore_trade_offs_announce(const ore_tasks *tasks, const ore_trade_offs *all,
                             const ore_trade_off_limits *limits);
/** Afterwards: what was not asked. */
void ore_trade_offs_tell_unasked(const ore_study_watch *watch,
                                 const ore_round *round,
                                 const ore_trade_offs *all);

#endif
