/* Solving a round, and holding what comes out against it. */
#ifndef OPTIMIZER_STUDY_VERIFIED_H
#define OPTIMIZER_STUDY_VERIFIED_H

#include "base/diagnostics.h"
#include "orefolio/program.h"
#include "solve/solve.h"

/** Solve and verify; a portfolio that fails is ORE_UNVERIFIED and must not be
 * written. Diagnostics say what went wrong; what it took is in *statistics. The
 * caller frees *result. */
ore_status ore_solve_verified(const ore_program *program,
                              const ore_solve_settings *settings,
                              ore_result **result, ore_statistics *statistics,
                              ore_diags *diags);

/** Why there is no portfolio, as diagnostics: ore_solve_verified has told. */
void ore_tell_unsolved(ore_status status, const ore_solve_settings *settings,
                       const ore_result *result, double seconds,
                       ore_diags *diags);

/** ore_worker_trouble, which is told at once when there is any. */
ore_status ore_tell_trouble(const char **why);

/** Whether nothing may be written, whatever else there is. */
bool ore_status_is_breakdown(ore_status status);

/** Read the result of an earlier run of the round and verify its portfolio.
 * Unless ORE_OK there are diagnostics and nothing to free. Of *statistics, what
 * the verifier looked at is known. */
ORE_MUST_USE ore_status ore_result_open(const ore_round *round,
                                        const char *path, ore_diags *diags,
                                        ore_result **result,
                                        ore_statistics *statistics);

#endif
