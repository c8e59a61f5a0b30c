/* Points: the same round solved again under other assumptions. */
#ifndef OPTIMIZER_STUDY_RUNS_H
#define OPTIMIZER_STUDY_RUNS_H

#include "base/diagnostics.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/study/study.h"
#include "orefolio/study/sweep.h"
#include "read/read.h"

/** Whether a round file can be read many times; a diagnostic says why not. */
bool ore_can_repeat(const char *path, ore_diags *diags);

/** The round as the point changes it; warnings were told when the round itself
 * was read. NULL and *status when it was refused. The caller frees. */
ore_round *ore_design_point_round(const ore_read_options *own, const char *path,
                                  const ore_design_point *point,
                                  ore_status *status);

/** The value that the first goal of `base` has in a portfolio of `round`,
 * wherever it stands in that order; NAN when it cannot be told. */
double ore_run_first_goal(const ore_round *base, const ore_round *round,
                          const ore_result *result);

/** The figures of a run in terms of the round `base`: of its first goal and its
 * projects. `over` is the frontier's other goal, NULL = none. The caller frees
 * run.goes. */
ore_run ore_run_of(const ore_round *base, const ore_round *round,
                   const ore_result *result, const char *over);

#endif
