/* A few points of the frontier beside a solve: the options of its memo. */
#ifndef OPTIMIZER_CLI_COARSE_FRONTIER_H
#define OPTIMIZER_CLI_COARSE_FRONTIER_H

#include "cli/options.h"
#include "study/frontier_trace.h"

/** The part of a solve's time and work that the points may take. */
#define ORE_COARSE_PART 0.2

/** The goal that they limit. */
#define ORE_COARSE_OVER "budget_cost"

/** Whether the points are sought: somebody reads a workbook, budget cost is a
 * goal after the first one, and the round's file can be read again. */
bool ore_wants_coarse_frontier(const ore_options *options,
                               const ore_round *round);

/** Trace them. They stop by work, so
 * that they come out alike on any machine, and by the clock `until_s`; one that
 * breaks down leaves no frontier. The caller frees *trace with ore_trace_free
 * in any case. True: there is one. */
bool ore_trace_coarse_frontier(const ore_options *options, ore_round *round,
                               const ore_result *result,
                               const ore_statistics *statistics, double until_s,
                               ore_diags *diags, ore_trace *trace);

#endif
