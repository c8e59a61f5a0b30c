/* One goal's search: what is known so far. What improves it are the files of
 * heuristics/ and tree/. */
#ifndef OPTIMIZER_SOLVE_STAGE_H
#define OPTIMIZER_SOLVE_STAGE_H

#include "solve/lp/lp.h"
#include "solve/presolve/probing.h"
#include "solve/search_task.h"

/** Portfolios that are remembered. */
enum { ORE_RECENT = 4 };

struct ore_concurrent; /* solve/concurrent.h */

/** The goal that is searched, and those before it. */
typedef struct ore_stage_objective {
    int g;        /**< its number */
    double sign;  /**< +1 minimised, -1 maximised */
    double step;  /**< what its values differ by (ore_objective_step) */
    double *held; /**< [n_goals] what sign × goal may be at most, of goals
                       done */
} ore_stage_objective;

/** The best portfolio, and what is proven of it. */
typedef struct ore_incumbent {
    double value;   /**< sign × goal; HUGE_VAL = there is none */
    double bound;   /**< sign × proven bound */
    double *point;  /**< [n_cols] */
    double *recent; /**< [ORE_RECENT][n_cols] incumbents so far, in a ring */
    int n_kept;     /**< how many there were, of all goals */
} ore_incumbent;

/** Kinds of neighbourhood (heuristics/lns.c). */
enum { ORE_LNS_KINDS = 5 };

/** Where the search of neighbourhoods stands; all 0 = it has not begun. */
typedef struct ore_lns {
    bool has_begun;
    int size[ORE_LNS_KINDS]; /**< projects that each kind frees */
    int kind;                /**< the last */
    int n_failures;          /**< in a row */
    int failed[ORE_LNS_KINDS], passed[ORE_LNS_KINDS]; /**< of each kind: in a
                                                          row, turns since */
    double work; /**< that it took (ore_work_done) */
} ore_lns;

typedef struct ore_stage_effort {
    int nodes;
    int iterations;   /**< of the simplex method in subproblems */
    double root_work; /**< that the root relaxation took (ore_lp_work) */
} ore_stage_effort;

typedef struct ore_stage_limits {
    double deadline_s; /**< on the clock of ore_search_clock_s */
    bool is_eager;     /**< looks on even within the asked gap */
} ore_stage_limits;

typedef struct ore_stage {
    const ore_search *search;
    const ore_model *model; /**< the program's, tightened */
    ore_model *own;         /**< the same: a start that is found to be
                                 impossible is ruled out in it for good */
    bool only_bounds;       /**< portfolios are not looked for */
    bool is_begun;    /**< the first goal, with a portfolio that was given */
    bool is_prepared; /**< the first goal's relaxation is solved and cut */
    const int *owner; /**< [n_cols] project of the column, else -1 */
    ore_prober *prober;
    ore_lp *lp;       /**< relaxation with cuts, searched as a whole */
    ore_model *tight; /**< the model with cuts; NULL = none yet */
    double *relaxed;  /**< [n_cols] root relaxation */
    int pipe;         /**< to the process that asked */
    struct ore_concurrent *workers; /**< NULL = none */
    unsigned short random[3];       /**< state of erand48 */
    ore_stage_objective objective;
    ore_incumbent incumbent;
    ore_lns lns;
    ore_stage_effort effort;
    ore_stage_limits limits;
} ore_stage;

/** A stage of the search over `model`, which it owns; it tells to the pipe. */
ore_stage *ore_stage_new(const ore_search *search, ore_model *model, int pipe);
void ore_stage_free(ore_stage *stage);
/** What is drawn by lot follows from the seed. */
void ore_stage_seed(ore_stage *stage, int seed);

/** Search for goal g from here on. */
void ore_stage_use_goal(ore_stage *stage, int g);

/** Whether only a question was asked (ore_solve_settings.has_cutoff), and it
 * has its answer: no other goal is searched. */
bool ore_stage_is_answered(const ore_stage *stage);

/** Whether the best portfolio is within the asked gap, the question answered,
 * or time up. */
bool ore_stage_done(const ore_stage *stage);

/** Tell what the time goes to from here on. */
void ore_stage_phase(const ore_stage *stage, ore_phase phase);

/** Whether a relaxation is expected to take long: a first portfolio is sought
 * before it. */
bool ore_model_is_large(const ore_model *model);
bool ore_stage_is_large(const ore_stage *stage);

/** Whether the root relaxation took long. */
bool ore_stage_is_slow(const ore_stage *stage);

/** How much worse than `best` a held goal may become, in its own unit. */
double ore_hold_slack(double best, double tolerance);

/** Portfolios that differ in the goal differ by more than this. */
double ore_stage_within_step(const ore_stage *stage);

/** The value that another portfolio must beat to be of use. */
double ore_stage_cutoff(const ore_stage *stage);

/** Raise the proven bound, and tell. */
void ore_stage_raise_bound(ore_stage *stage, double bound);

/** The model with the cuts of its root, once there are any. */
const ore_model *ore_stage_tight(const ore_stage *stage);

/** Costs [n_cols] of columns in the round's units become those of the search's.
 */
void ore_stage_scale_costs(const ore_stage *stage, double *costs);

/** Whether column j decides that a project goes ahead. */
bool ore_stage_is_start(const ore_stage *stage, int j);

#endif
