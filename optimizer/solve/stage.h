/* One goal's search: what is known so far, and the moves that improve it. */
#ifndef OPTIMIZER_SOLVE_STAGE_H
#define OPTIMIZER_SOLVE_STAGE_H

#include "solve/lp/lp.h"
#include "solve/presolve/probing.h"
#include "solve/search.h"

/** Portfolios that are remembered. */
enum { ORE_RECENT = 4 };

/** The helpers of a goal (team.h). */
typedef struct ore_team ore_team;

typedef struct ore_stage {
    const ore_search *search;
    const ore_model *model; /**< the program's, in order (order.h) */
    ore_program_col *cols;  /**< those of `model`: a start that is found to be
                            impossible is ruled out for good */
    ore_prober *prober;
    ore_lp *lp; /**< relaxation with cuts, searched as a whole */
    int pipe;
    int g;
    double sign;  /**< +1 minimised, -1 maximised */
    double step;  /**< what values of the goal differ by (ore_objective_step) */
    double best;  /**< sign × value of the best portfolio; HUGE_VAL = none */
    double bound; /**< sign × proven bound */
    double
        *held; /**< [n_goals] what sign × goal may be at most, of goals done */
    double deadline_s;
    double root_work; /**< that the root relaxation took (ore_lp_work) */
    double *point;    /**< [n_cols] best portfolio */
    double *relaxed;  /**< [n_cols] root relaxation */
    double *recent;   /**< [ORE_RECENT][n_cols] portfolios kept, in a ring */
    ore_model *tight; /**< the model with cuts; NULL = none yet */
    bool is_eager;    /**< looks on even within the asked gap */
    int n_kept;       /**< portfolios kept so far, of all goals */
    const int *owner; /**< [n_cols] project of the column, else -1 */
    int nodes;
    int part_iterations;      /**< of the simplex method in smaller programs */
    ore_team *team;           /**< NULL = none */
    unsigned short random[3]; /**< state of erand48 */
} ore_stage;

/** Whether the best portfolio is within the asked gap, or time is up. */
bool ore_stage_done(const ore_stage *stage);

/** Tell what the time goes to from here on. */
void ore_stage_phase(const ore_stage *stage, ore_phase phase);

/** Whether its relaxation is expected to take long: a first portfolio is sought
 * before it. */
bool ore_stage_is_large(const ore_stage *stage);

/** Whether the root relaxation took long. */
bool ore_stage_is_slow(const ore_stage *stage);

/** The value that another portfolio must beat to be of use. */
double ore_stage_cutoff(const ore_stage *stage);

/** Fix the integers of a candidate, give the rest its best values, and keep
 * it when it is the best so far. */
bool ore_stage_try(ore_stage *stage, const double *candidate);

/** A point whose binaries are whole becomes the portfolio, and is told; `best`
 * is its value already. */
void ore_stage_keep(ore_stage *stage, const double *point);

/** Every goal searched and projects chosen: give each goal its best value in
 * turn, then break the ties of financing and deliveries by names. */
void ore_settle(ore_stage *stage);

/** Raise the proven bound, and tell. */
void ore_stage_raise_bound(ore_stage *stage, double bound);

/** Solve the root relaxation of the goal, and cut it when it is the first;
 * false when there is no portfolio at all. */
bool ore_root(ore_stage *stage);

/** Begin with the portfolios and the bound that the search was given. */
void ore_try_starts(ore_stage *stage);

/** Some portfolio fast, if there is none yet: nothing, unless something must go
 * ahead; or a few projects. */
void ore_first_portfolio(ore_stage *stage);

/** A dive from the relaxation: fix what is whole, round the largest project
 * up, solve again, one step back when that fails. */
void ore_dive(ore_stage *stage);

/** Neighbourhood search: free a part of the best portfolio and keep the rest,
 * let a small tree find something better; until that failed so many times in a
 * row, or until `until_s`. */
void ore_neighbourhoods(ore_stage *stage, int most_failures, double until_s);

/** Keep what is whole in the root relaxation and let a small tree decide the
 * rest (rounding.c); where that is nothing, all of the projects that are in
 * doubt, or all instruments of projects that would have none. True when that
 * gave a better portfolio. */
bool ore_round_relaxation(ore_stage *stage);

/** One neighbourhood: the projects [n_projects] that are free. */
bool ore_search_around(ore_stage *stage, const bool *is_free);

/** Bounds of the columns that a small tree searches within [n_cols]. */
typedef struct ore_box {
    double *lo, *hi;
} ore_box;

/** Those of the model, to be narrowed. */
ore_box ore_box_new(const ore_stage *stage);
void ore_box_free(ore_box *box);
static inline void ore_box_fix(ore_box *box, int j, double value)
{
    box->lo[j] = box->hi[j] = value;
}

/** No start but in the first year of each option, unless it must happen: a
 * relaxation rarely waits. */
void ore_box_first_years(const ore_stage *stage, ore_box *box);

/** The model with the cuts of its root, once there are any. */
const ore_model *ore_stage_tight(const ore_stage *stage);

/** A portfolio within the box that is better than the best; the first, while
 * there is none. GLPK's presolver and its feasibility pump need a node or three
 * where little is left to decide. Tried; true when it was kept. */
bool ore_find_quickly(ore_stage *stage, ore_box *box, int node_limit);

/** The best within the box, which it narrows, if it is better than the best
 * portfolio: by the tree of branch.h, whose cuts prune what GLPK's would have
 * to look at. True when there was one. */
bool ore_find_better(ore_stage *stage, ore_box *box, int node_limit);

/** Costs [n_cols] of columns in the plan's units become those of the search's.
 */
void ore_stage_scale_costs(const ore_stage *stage, double *costs);

/** Whether column j decides that a project goes ahead. */
bool ore_stage_is_start(const ore_stage *stage, int j);

/** Branch and bound on the whole program, at most node_limit nodes (0 = until
 * the end, the gap or the deadline). True when the tree was searched to its end
 * without finding anything better than the best portfolio. */
bool ore_tree_search(ore_stage *stage, int node_limit);

#endif
