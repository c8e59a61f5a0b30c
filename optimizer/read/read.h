/* Reading: a round file and its tables become a round, or diagnostics. */
#ifndef OPTIMIZER_READ_READ_H
#define OPTIMIZER_READ_READ_H

#include "base/diagnostics.h"
#include "base/store.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/scenario_tree.h"
#include "read/read_options.h"

/** Read the round at `path` ("-" = standard input) and every table it names.
 * On ORE_OK `*round` is complete and checked, and the caller frees it with
 * ore_round_free; warnings may be in `diags`. Otherwise *round is NULL and
 * `diags` says why: ORE_BAD_INPUT, or ORE_NO_INPUT when a file cannot be
 * opened. */
ORE_MUST_USE ore_status ore_read_round_file(const char *path,
                                            const ore_read_options *options,
                                            ore_diags *diags,
                                            ore_round **round);

/** Make the states of a round, or of a copy whose disruption has been changed:
 * its years, hit by that disruption while it lasts, then those of the others
 * where a goal looks at them. */
void ore_round_make_states(ore_round *round);

/** A file that a run has read, as its result file tells. */
typedef struct ore_input_stamp {
    const char *path;   /**< as named in the round */
    const char *sha256; /**< of its bytes */
    int rows;           /**< as of ore_input */
} ore_input_stamp;

/** What a result file says before it is held against a round: what it is of,
 * and how the run was asked for. Texts and lists live in the store. */
typedef struct ore_result_head {
    ore_store *store;
    bool has_leaves;      /**< the file is that of a round with events */
    bool has_reliability; /**< the plan was put to draws */
    ore_status status;    /**< ORE_OK, ORE_STOPPED, ORE_INFEASIBLE, … */
    const char *scenario; /**< "base", "a" or "a,b" */
    const char *outcomes; /**< that were known; NULL = events were open */
    int n_sets;
    const char **sets; /**< [n_sets] of --set, in order */
    int n_inputs;
    ore_input_stamp *inputs;               /**< [n_inputs] */
    const char *baseline, *keep, *respond; /**< as of ore_read_options; NULL */
    double gap;                            /**< asked for; NAN = not told */
    bool gap_for_all; /**< for goals with one of their own, too */
    double time_limit_s, work_limit_s; /**< NAN = not told; 0 = none */
    int seed, jobs;                    /**< -1 = not told */
} ore_result_head;

/** Read the head of a result file; unless ORE_OK there is a diagnostic and
 * nothing to free. */
ORE_MUST_USE ore_status ore_read_result_head(const char *path, ore_diags *diags,
                                             ore_result_head *head);
void ore_result_head_free(ore_result_head *head);

/** Read the round as the run of the result did, as far as `options` do not say
 * otherwise. They borrow from `head`. */
void ore_replay(const ore_result_head *head, ore_read_options *options);

/** Hold every member of the result file against `expected`, the file that the
 * round and the portfolio give: report those that differ, are missing or are
 * not known. What the run alone can tell (program, input files, options,
 * solver, and what was re-solved) is passed over; the names of re-solved parts
 * that are there are in *unchecked, "trade_offs, frontier", which the caller
 * frees. */
ORE_MUST_USE ore_status ore_compare_result(const char *path,
                                           const char *expected,
                                           ore_diags *diags, char **unchecked);

/** Read a result file (`--json` of an earlier run) of the round `round`. On
 * ORE_OK the caller frees *result with ore_result_free. Unknown projects,
 * instruments and malformed JSON are diagnostics with their position. */
ORE_MUST_USE ore_status ore_read_result(const char *path,
                                        const ore_round *round,
                                        ore_diags *diags, ore_result **result);

/** The same of the file of a round with events: the portfolio of every leaf of
 * the tree. */
ORE_MUST_USE ore_status ore_read_tree_result(const char *path,
                                             const ore_scenario_tree *tree,
                                             ore_diags *diags,
                                             ore_result **result);

#endif
