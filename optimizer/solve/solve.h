/* Solving: a program becomes a result, within the time given, always with a
 * proven bound. */
#ifndef OPTIMIZER_SOLVE_SOLVE_H
#define OPTIMIZER_SOLVE_SOLVE_H

#include "orefolio/statistics.h"
#include "program/program.h"

typedef struct ore_prepared ore_prepared;

/** Where the search stands, for a progress line. */
typedef struct ore_progress {
    double elapsed_s, limit_s;
    ore_phase phase;
    int goal;       /**< number in the round's order */
    double best;    /**< value of the best portfolio; NAN = none yet */
    double bound;   /**< proven; NAN = none yet */
    int n_projects; /**< in the best portfolio */
    int nodes;
    const char *study; /**< where the study stands that it is a part of; NULL */
} ore_progress;

typedef struct ore_solve_settings {
    double time_limit_s; /**< of the whole solve, > 0 */
    double work_limit_s; /**< of the search, in what about a second does
                              (lp.h), whatever the machine; 0 = none */
    double gap;          /**< relative, >= 0; the search aims at
                              1e-6 at least, and 1e-5 counts as proven */
    bool gap_for_all;    /**< even for goals with a gap of their own */
    bool is_bare;        /**< only the portfolio: no reasons of those left out,
                              no conflict of a round that none satisfies */
    int n_looks; /**< around the best of the starts, even within the gap, until
                      so many found nothing better */
    bool takes_start; /**< the first goal was searched before: it is not again
                           when a start is allowed, and has its value */
    /** Portfolios [n_starts] of rounds of the same shape to begin with, as far
     * as this round allows them. Borrowed. */
    int n_starts;
    const ore_result *const *starts;
    /** Not the best portfolio is asked for, but whether there is a good one:
     * the search ends with one that has a first goal better than `good`, or
     * when it has one and none can be better than `bad`. */
    bool has_cutoff;
    double good, bad;
    bool has_bound;     /**< known_bound is there */
    double known_bound; /**< proven: the first goal is no better than this */
    bool first_only; /**< the first goal alone is searched: later ones have what
                          its portfolio leaves them, and no bound */
    const ore_prepared *prepared; /**< of this program or a wider one
                                       (prepared.h); NULL = none */
    int seed;
    int jobs; /**< processes that search, >= 1; the same answer every time is
                   promised for 1 alone, unless it is proven and no other is
                   as good */
    /** Told some times a second, and once with NULL when the search has ended;
     * may be NULL. */
    void (*on_progress)(const void *data, const ore_progress *progress);
    const void *data;
} ore_solve_settings;

/** Solve the program. `*result` (the caller frees) has a status, and a
 * portfolio of written figures when has_portfolio; it is not verified yet.
 *
 * @return result->status: ORE_OK within the gap; ORE_STOPPED by time or
 *         Ctrl-C with a portfolio; ORE_INFEASIBLE with the conflicting rules;
 *         ORE_NO_ANSWER; ORE_INTERNAL or ORE_NO_MEMORY when the solver's
 *         process broke down without one. With a portfolio that is
 *         ORE_STOPPED, too; result->trouble says why. */
ORE_MUST_USE ore_status ore_solve(const ore_program *program,
                                  const ore_solve_settings *settings,
                                  ore_result **result,
                                  ore_statistics *statistics);

/** Name and version of the solver: "GLPK 5.0". */
const char *ore_solver_name(void);

#endif
