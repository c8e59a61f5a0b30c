/* The efficient frontier between the round's first goal and another: from where
 * the other goal is best to what the round itself chooses. */
#ifndef OPTIMIZER_STUDY_FRONTIER_H
#define OPTIMIZER_STUDY_FRONTIER_H

#include "base/diagnostics.h"
#include "read/read.h"

/** Fewest and most points; how many there are by default; "all" of them. */
enum {
    ORE_MIN_POINTS = 2,
    ORE_MAX_POINTS = 200,
    ORE_POINTS = 12,
    ORE_EVERY_POINT = 0
};

/** Whether the goal is one, and can be set against the first one of the round
 * at `path`; a diagnostic says why not. */
bool ore_frontier_can_limit(const ore_read_options *asked, const char *path,
                            const ore_round *round, const char *over,
                            ore_diags *diags);

/** Whether there is a way between the other goal at its best and as the round
 * chooses it. */
bool ore_frontier_has_trade_off(double best, double chosen);

/** "goals.order=…": the round's order with that goal in it, at its place or
 * last; or, `is_first`, before all others. The caller frees. */
char *ore_frontier_order(const ore_round *round, const char *over,
                         bool is_first);

/** "goal OVER.limit=…": limit i of n, evenly from `best` (i = 0) to `chosen`
 * (i = n - 1). The caller frees. */
char *ore_frontier_limit(const char *over, double best, double chosen, int i,
                         int n);

#endif
