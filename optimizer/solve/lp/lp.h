/* The linear algebra behind the search: one program loaded once, its bounds
 * and goal changed in place. The only door to GLPK.
 *
 * Runs inside the forked solver process (worker.h): GLPK's way out of misuse or
 * memory exhaustion is abort(), which the parent sees and survives. */
#ifndef OPTIMIZER_SOLVE_LP_LP_H
#define OPTIMIZER_SOLVE_LP_LP_H

#include "program/program.h"

typedef struct ore_lp ore_lp;

typedef enum ore_lp_end {
    ORE_LP_OPTIMAL,
    ORE_LP_INFEASIBLE,
    ORE_LP_UNFINISHED /**< time is up, or numerical trouble */
} ore_lp_end;

/** Load the whole program. Integer columns are relaxed until ore_lp_tree.
 * `deadline_s` is on the monotonic clock (ore_now_s). */
ore_lp *ore_lp_new(const ore_model *model, double deadline_s);
/** The same, for programs whose relaxation is wanted: a project's own rows,
 * most of which never bind, come in when a solve breaks them. Not for
 * ore_lp_tree. */
ore_lp *ore_lp_new_lazy(const ore_model *model, double deadline_s);
void ore_lp_free(ore_lp *lp);

void ore_lp_deadline(ore_lp *lp, double deadline_s);

/** Give up a solve after so many iterations of the simplex method, as
 * unfinished; 0 = never. */
void ore_lp_iteration_limit(ore_lp *lp, int max_iterations);

/** What was done so far: iterations of the simplex method × rows, columns and
 * coefficients of the program. What is searched so long or so wide is measured
 * by it and never by the clock, so that equal rounds are searched alike. */
double ore_lp_work(const ore_lp *lp);
/** The same of every program of this process. */
double ore_work_done(void);
/** From here on the clock of this process is the work that it does: equal
 * programs are then stopped alike on any machine, however busy. It begins at 0.
 */
void ore_clock_by_work(void);
/** What deadlines of a search are on: the clock of ore_now_s, or the work done
 * in ORE_WORK_A_SECOND. */
double ore_search_clock_s(void);
/** About what a second does (2 GHz; 30 to 300 projects). */
#define ORE_WORK_A_SECOND 1.5e8
/** Give up, as unfinished, once the work so far comes to this; HUGE_VAL =
 * never. */
void ore_lp_work_limit(ore_lp *lp, double max_work);

/** Give up a solve, as infeasible, when its value is sure to come to this;
 * HUGE_VAL = never. */
void ore_lp_ceiling(ore_lp *lp, double ceiling);

/** Whether the deadline is over. */
bool ore_lp_is_out_of_time(const ore_lp *lp);

/** Minimise sign × goal g from here on. */
void ore_lp_goal(ore_lp *lp, int g, double sign);
/** Minimise these costs [n_cols] from here on. */
void ore_lp_costs(ore_lp *lp, const double *costs);
/** Add, or move, the row "sign × goal g <= most". */
void ore_lp_hold(ore_lp *lp, int g, double sign, double most);
/** Give row `i` of the model these bounds. */
void ore_lp_row_bounds(ore_lp *lp, int i, double lo, double hi);
/** Give column j these bounds; lo = hi fixes it. */
void ore_lp_bounds(ore_lp *lp, int j, double lo, double hi);
/** The bounds that binary j has. */
void ore_lp_get_bounds(const ore_lp *lp, int j, double *lo, double *hi);
/** Give every column the bounds of the model. */
void ore_lp_reset(ore_lp *lp);

/** Give every row of the model that is in the bounds of the model. */
void ore_lp_reset_rows(ore_lp *lp);

/** Solve the linear relaxation from the last basis. Infeasible is what that
 * basis proves, or the primal simplex method from a fresh one. */
ore_lp_end ore_lp_solve(ore_lp *lp);
/** Bounds were only widened since the last solve: go on from its point, which
 * is still feasible, as far as that leads; ore_lp_solve says how it ended. */
void ore_lp_widened(ore_lp *lp);
/** The basis of the last solve [ore_lp_basis_size bytes], and the way back to
 * it. Cuts may not come or go in between. */
int ore_lp_basis_size(const ore_lp *lp);
void ore_lp_get_basis(const ore_lp *lp, unsigned char *basis);
void ore_lp_set_basis(ore_lp *lp, const unsigned char *basis);
/** The last basis is of no use: the next solve starts afresh. */
void ore_lp_forget(ore_lp *lp);
/** The same where much hangs on infeasible: the primal simplex method must say
 * so, afresh, in any case. */
ore_lp_end ore_lp_solve_surely(ore_lp *lp);
/** Tighten the relaxation, which has just been solved with every column at the
 * model's bounds, by cuts that no portfolio breaks, until the most work is
 * done. They stay. Told of every better bound; return true to stop. */
ore_lp_end ore_lp_cut(ore_lp *lp, bool (*on_bound)(void *data, double bound),
                      void *data);
/** The model with the cuts that stand as rows of it; columns and goals are the
 * model's own. The caller frees it (lazy_rows.h). */
ore_model *ore_lp_with_cuts(const ore_lp *lp);
/** Value of the objective and point [n_cols] of the last solve. */
double ore_lp_value(const ore_lp *lp);
/** What the last solve proved the value to be at the least: rows that are still
 * to come only raise it, so there is one before it has ended. -HUGE_VAL = none.
 */
double ore_lp_proven(const ore_lp *lp);
void ore_lp_point(const ore_lp *lp, double *point);
/** Iterations of the simplex method so far. */
int ore_lp_iterations(const ore_lp *lp);
/** Dual value of row `i` of the model in the last solve; 0 when it is not in.
 */
double ore_lp_row_dual(const ore_lp *lp, int i);
/** Reduced cost of column j in the last solve. */
double ore_lp_reduced_cost(const ore_lp *lp, int j);

/** A run of GLPK's branch and bound over a small program. */
typedef struct ore_tree {
    /* in */
    bool presolve; /**< candidates only: GLPK's presolver is loose */
    bool first; /**< any point will do: depth first, with a feasibility pump */
    double cutoff;   /**< only portfolios better than this are of use */
    double gap;      /**< relative gap at which to stop */
    int node_limit;  /**< 0 = none */
    double max_work; /**< see ore_lp_work; 0 = any */
    /* out */
    double *point; /**< [n_cols] best found (integers not yet rounded) */
    bool found;
    double value;  /**< the solver's own objective at `point` */
    bool complete; /**< searched to the end: nothing better than `value` or
                        `cutoff` exists within the bounds given */
    int nodes;
} ore_tree;

/** Search for integer points. Without presolve the relaxation must have been
 * solved to optimality just before. */
void ore_lp_tree(ore_lp *lp, ore_tree *tree);

/** The library and its version: "GLPK 5.0". */
const char *ore_lp_solver_name(void);

#endif
