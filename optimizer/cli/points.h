/* Points: the same round solved again under other assumptions. */
#ifndef OPTIMIZER_CLI_POINTS_H
#define OPTIMIZER_CLI_POINTS_H

#include "cli/options.h"
#include "orefolio/plan.h"
#include "orefolio/result.h"
#include "write/study.h"

/** What a point changes beyond what the command line says. Borrowed. */
typedef struct ore_point {
    const char *scenario; /**< NULL = as the command line says */
    int n_sets;
    const char *const *sets; /**< [n_sets] "ADDRESS=VALUE", after its own */
} ore_point;

/** The round as the point changes it; warnings were told when the round itself
 * was read. NULL and *status when it was refused. The caller frees. */
ore_plan *ore_open_point(const ore_options *options, const char *path,
                         const ore_point *point, ore_status *status);

/** Solve and verify it, for the portfolio alone. *result is the caller's to
 * free; without a portfolio it says why by its status. ORE_UNVERIFIED and
 * ORE_INTERNAL are failures, all else is ORE_OK. */
ORE_MUST_USE ore_status ore_solve_point(const ore_options *options,
                                        ore_plan *plan, ore_result **result);

/** The figures of a run, its projects in the order of the round `base`. `first`
 * and `other` are the numbers in `plan` of the goals that the run is about;
 * other = -1: none. The caller frees run.goes. */
ore_run ore_run_of(const ore_plan *base, const ore_plan *plan,
                   const ore_result *result, int first, int other);

#endif
