/* What a solve prints of its result. */
#ifndef OPTIMIZER_CLI_SUMMARY_H
#define OPTIMIZER_CLI_SUMMARY_H

#include "orefolio/result.h"
#include "orefolio/statistics.h"
#include "orefolio/study/reliability.h"

/** Each goal on stdout: its value, and how far it is proven. */
void ore_print_goals(const ore_round *round, const ore_result *result);

/** How sure the targets of end products are in the draws; NULL = none were
 * made. */
void ore_print_reliability(const ore_reliability *draws);

/** For --verbose, on stderr: how large the program was, what was looked at, and
 * what the time went to. */
void ore_print_effort(const ore_statistics *statistics);

#endif
