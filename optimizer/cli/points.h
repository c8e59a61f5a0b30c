/* Points: the same round solved again under other assumptions. */
#ifndef OPTIMIZER_CLI_POINTS_H
#define OPTIMIZER_CLI_POINTS_H

#include "cli/options.h"
#include "orefolio/plan.h"
#include "orefolio/result.h"
#include "orefolio/sweep.h"
#include "solve/solve.h"
#include "write/study.h"

/** The round as the point changes it; warnings were told when the round itself
 * was read. NULL and *status when it was refused. The caller frees. */
ore_plan *ore_open_point(const ore_options *options, const char *path,
                         const ore_point *point, ore_status *status);

/** Solve and verify it. *result is the caller's to free; without a portfolio it
 * says why by its status. Otherwise than ORE_OK: ORE_UNVERIFIED and
 * ORE_INTERNAL are failures, ORE_STOPPED is Ctrl-C, after which no other point
 * is to be begun. */
ORE_MUST_USE ore_status ore_solve_point(const ore_plan *plan,
                                        const ore_solve_settings *settings,
                                        ore_result **result);

/** The figures of a run, its projects in the order of the round `base`. `first`
 * and `other` are the numbers in `plan` of the goals that the run is about;
 * other = -1: none. The caller frees run.goes. */
ore_run ore_run_of(const ore_plan *base, const ore_plan *plan,
                   const ore_result *result, int first, int other);

#endif
