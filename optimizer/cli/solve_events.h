/* solve, of a round with events. */
#ifndef OPTIMIZER_CLI_SOLVE_EVENTS_H
#define OPTIMIZER_CLI_SOLVE_EVENTS_H

#include "base/diagnostics.h"
#include "cli/options.h"
#include "orefolio/round.h"

/** Read the leaves, solve, verify, write and tell. The workbook is that of the
 * likeliest leaf, with the tree. */
ore_status ore_solve_events(const ore_options *options, const ore_round *round,
                            ore_diags *diags);

#endif
