/* The portfolio that a question is about. */
#ifndef OPTIMIZER_CLI_PORTFOLIO_H
#define OPTIMIZER_CLI_PORTFOLIO_H

#include "base/diagnostics.h"
#include "cli/options.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "study/questions/explain.h"

/** That of --result, verified, or what solving the round comes to. The caller
 * frees *result, which is NULL or has no portfolio where there are diagnostics
 * that say why. */
ORE_MUST_USE ore_status ore_portfolio_find(const ore_options *options,
                                           const ore_round *round,
                                           ore_diags *diags,
                                           ore_result **result);

/** How questions about it are asked: a part of the round's work each, on all
 * cores, until --time-limit, counted from `from_s`, ends. */
ore_explaining ore_portfolio_questions(ore_study_settings *study,
                                       const ore_round *round,
                                       const ore_result *result, double from_s);

/** The run of such a command: open the round of the first argument, check the
 * outputs, ask. */
ore_status ore_question_run(const ore_options *options,
                            ore_status (*ask)(const ore_options *options,
                                              const ore_round *round,
                                              ore_diags *diags));

/** What project p is called on the terminal. */
const char *ore_project_terminal_name(const ore_round *round, int p);

#endif
