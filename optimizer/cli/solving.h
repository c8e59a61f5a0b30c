/* Solving as the command line asks for it: commands that solve share it. */
#ifndef OPTIMIZER_CLI_SOLVING_H
#define OPTIMIZER_CLI_SOLVING_H

#include "base/diag.h"
#include "build/program.h"
#include "cli/options.h"
#include "solve/solve.h"

/** The round's settings, with those of the command line over them. */
ore_solve_settings ore_settings_of(const ore_options *options, ore_plan *plan);

/** These settings as the provenance tells them, in that language. The caller
 * frees. */
char *ore_options_text(const ore_options *options,
                       const ore_solve_settings *settings,
                       const char *language);

/** Solve and verify; a portfolio that fails is ORE_UNVERIFIED and must not be
 * written. Diagnostics say what went wrong. The caller frees *result. */
ore_status ore_solve_verified(const ore_program *program,
                              const ore_solve_settings *settings,
                              ore_result **result, ore_diags *diags);

/** Whether nothing may be written, whatever else there is. */
bool ore_is_breakdown(ore_status status);

/** Read the result of an earlier run of the round and verify its portfolio.
 * Unless ORE_OK there are diagnostics and nothing to free. */
ORE_MUST_USE ore_status ore_open_result(const ore_plan *plan, const char *path,
                                        ore_diags *diags, ore_result **result);

#endif
