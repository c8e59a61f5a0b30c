/* What the option --trade-offs asks: figures that are re-solved. */
#ifndef OPTIMIZER_CLI_TRADE_OFFS_H
#define OPTIMIZER_CLI_TRADE_OFFS_H

#include "cli/options.h"
#include "solve/solve.h"
#include "write/re_solved.h"

/** Re-solve the round with each project left out as a must, and with each limit
 * one step wider; `result` is its portfolio, solved by `settings`. Ctrl-C ends
 * it, and so does `until_s` on the clock of ore_now_s: what is not answered by
 * then stays unasked. What it will take is told before, unless quiet. The
 * caller frees with ore_trade_offs_free. */
ore_re_solved *ore_trade_offs_new(const ore_options *options,
                                  const ore_plan *plan,
                                  const ore_result *result,
                                  const ore_solve_settings *settings,
                                  double until_s);
/** Free; NULL is allowed. */
void ore_trade_offs_free(ore_re_solved *trade_offs);

#endif
