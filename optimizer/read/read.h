/* Reading: a round file and its tables become a plan, or diagnostics. */
#ifndef OPTIMIZER_READ_READ_H
#define OPTIMIZER_READ_READ_H

#include "base/diag.h"
#include "orefolio/plan.h"
#include "orefolio/result.h"

/** What a command line says of reading; zero = nothing. */
typedef struct ore_read_options {
    const char *scenario; /**< "a,b": act in this order; NULL, "base" = none */
    int n_sets;
    const char **sets;    /**< [n_sets] "ADDRESS=VALUE", in order */
    const char *baseline; /**< path of an earlier result; NULL */
    const char *keep;     /**< "committed", "all" or "none"; NULL = committed */
    const char *respond;  /**< id of the disruption that has happened; NULL;
                               needs a baseline */
    bool allow_outside;   /**< files that are not in the round's folder */
} ore_read_options;

/** Read the round at `path` ("-" = standard input) and every table it names.
 * On ORE_OK `*plan` is complete and checked, and the caller frees it with
 * ore_plan_free; warnings may be in `diags`. Otherwise *plan is NULL and
 * `diags` says why: ORE_BAD_INPUT, or ORE_NO_INPUT when a file cannot be
 * opened. */
ORE_MUST_USE ore_status ore_read_plan(const char *path,
                                      const ore_read_options *options,
                                      ore_diags *diags, ore_plan **plan);

/** What a result file is of, before it is held against a round. */
typedef struct ore_result_head {
    char *scenario;    /**< the caller frees */
    ore_status status; /**< ORE_OK, ORE_STOPPED, ORE_INFEASIBLE, … */
} ore_result_head;

/** Read the head of a result file; unless ORE_OK there is a diagnostic and
 * nothing to free. */
ORE_MUST_USE ore_status ore_read_result_head(const char *path, ore_diags *diags,
                                             ore_result_head *head);

/** Read a result file (`--json` of an earlier run) of the round `plan`. On
 * ORE_OK the caller frees *result with ore_result_free. Unknown projects,
 * instruments and malformed JSON are diagnostics with their position. */
ORE_MUST_USE ore_status ore_read_result(const char *path, const ore_plan *plan,
                                        ore_diags *diags, ore_result **result);

#endif
