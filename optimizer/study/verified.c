/* See verified.h; and what is said when a search fails. */
#include "study/verified.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "orefolio/program.h"
#include "read/read.h"
#include "solve/worker.h"
#include "verify/verify.h"

/* A screen of 24 lines holds these and what is said around them. */
enum { most_shown = 15 };

static void tell_conflict(const ore_result *result, ore_diags *diags)
{
    const ore_where nowhere = {0};

    if (result->n_conflicts == 0 && result->is_irreducible) {
        ore_error(diags, nowhere,
                  "no portfolio satisfies the round, even without its limits: "
                  "what projects take and make, their sources of money or "
                  "stockpiles contradict one another");
        return;
    }
    if (result->n_conflicts == 0) {
        ore_error(diags, nowhere,
                  "no portfolio satisfies the round; stopped before the rules "
                  "in conflict were found");
        return;
    }
    ore_error(diags, nowhere,
              result->n_conflicts == 1
                  ? "no portfolio satisfies the round: this limit cannot be "
                    "kept"
                  : "no portfolio satisfies the round: these %d limits cannot "
                    "all be kept%s",
              result->n_conflicts,
              result->is_irreducible
                  ? _("; without any one of them the others can")
                  : _(" (some may not be needed for that: no smaller set was "
                      "found within the work limit)"));
    for (int i = 0; i < result->n_conflicts && i < most_shown; i++) {
        ore_error(diags, result->conflict_where[i], "in conflict: %s",
                  ore_messages_are_japanese() ? result->conflict_text_ja[i]
                                              : result->conflict_text[i]);
    }
    if (result->n_conflicts > most_shown) {
        ore_error(diags, nowhere, "and %d more, which --json tells",
                  result->n_conflicts - most_shown);
    }
}

void ore_tell_unsolved(ore_status status, const ore_solve_settings *settings,
                       const ore_result *result, double seconds,
                       ore_diags *diags)
{
    const ore_where nowhere = {0};

    switch (status) {
    case ORE_INFEASIBLE: tell_conflict(result, diags); break;
    case ORE_NO_ANSWER:
        if (ore_interrupted()) {
            ore_error(diags, nowhere,
                      "stopped by the user after %.1f s, before a portfolio "
                      "was found; nothing to write",
                      seconds);
        } else if (settings->work_limit_s > 0.0 &&
                   seconds < 0.9 * settings->time_limit_s) {
            /* The clock ends a search no sooner than that. */
            ore_error(diags, nowhere,
                      "no portfolio found within the work of %g s",
                      settings->work_limit_s);
        } else {
            ore_error(diags, nowhere, "no portfolio found in %g s",
                      settings->time_limit_s);
        }
        break;
    case ORE_INTERNAL:
    case ORE_NO_MEMORY:
        ore_error(diags, nowhere, "the solver broke down; nothing is written");
        break;
    default: break;
    }
}

/* At once, because who solves many rounds drops what is said of one. */
static void tell_breakdown(const char *why, bool has_portfolio)
{
    const ore_where nowhere = {0};
    ore_diags *now = ore_diags_new();

    ore_warn(now, nowhere, "a process of the solver failed: %s%s", why,
             has_portfolio ? _("; the portfolio is the best it had found")
                           : "");
    (void)ore_diags_tell(now, ORE_OK);
}

ore_status ore_tell_trouble(const char **why)
{
    const ore_status status = ore_worker_trouble(why);

    if (status != ORE_OK) {
        tell_breakdown(*why, false);
    }
    return status;
}

bool ore_status_is_breakdown(ore_status status)
{
    return status == ORE_UNVERIFIED || status == ORE_INTERNAL ||
           status == ORE_NO_MEMORY;
}

ore_status ore_solve_verified(const ore_program *program,
                              const ore_solve_settings *settings,
                              ore_result **result, ore_statistics *statistics,
                              ore_diags *diags)
{
    *statistics = (ore_statistics){0};

    const ore_status status = ore_solve(program, settings, result, statistics);

    if ((*result)->trouble) {
        tell_breakdown((*result)->trouble, (*result)->has_portfolio);
    }
    const double solved_s = ore_now_s();
    const bool is_broken =
        (*result)->has_portfolio &&
        ore_verify(program, *result, statistics, diags) != ORE_OK;

    statistics->phase_s[ORE_PHASE_VERIFY] = ore_now_s() - solved_s;
    if (is_broken) {
        return ORE_UNVERIFIED;
    }
    ore_tell_unsolved(status, settings, *result, statistics->seconds, diags);
    return status;
}

ore_status ore_result_open(const ore_round *round, const char *path,
                           ore_diags *diags, ore_result **result,
                           ore_statistics *statistics)
{
    ore_status status = ore_read_result(path, round, diags, result);

    *statistics = (ore_statistics){0};

    if (status == ORE_OK && (*result)->has_portfolio) {
        ore_program *program = ore_program_new(round);

        status = ore_verify(program, *result, statistics, diags);
        ore_program_free(program);
        if (status != ORE_OK) {
            ore_result_free(*result);
            *result = NULL;
        }
    }
    return status;
}
