/* What many runs of one round came to, for the sheets that show them beside the
 * recommended portfolio. */
#ifndef OREFOLIO_STUDY_STUDY_H
#define OREFOLIO_STUDY_STUDY_H

#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/study/answers.h"
#include "orefolio/study/reliability.h"
#include "orefolio/study/repair.h"
#include "orefolio/study/response.h"
#include "orefolio/study/sweep.h"

/** One run. Goals are those of the round itself. */
typedef struct ore_run {
    const char *id; /**< of the sweep's point, borrowed; NULL = of none */
    ore_design_family family;
    ore_status status;
    bool has_portfolio; /**< the figures below mean something */
    double limit;       /**< of the frontier's other goal; NAN = none was set */
    double value;       /**< of the first goal, in its unit */
    double gap;         /**< of the first goal: relative, proven */
    double other;       /**< of the frontier's other goal; NAN without one */
    double closed; /**< share of what targets lack, as goal shortfall weighs
                        it, that the portfolio closes; NAN = nothing lacks */
    int n_funded;
    bool is_sought; /**< the first goal is the run's own first goal, too */
    bool is_scored; /**< it is known what the recommended projects are worth */
    double kept;    /**< the first goal with them; NAN = not possible */
    bool *goes;     /**< [n_projects] of the recommended round: goes ahead */
} ore_run;

/** An efficient frontier between the first goal and another. */
typedef struct ore_frontier {
    const ore_objective *other; /**< borrowed from the round of a run */
    int n_runs;
    const ore_run *runs;  /**< [n_runs] by limit, or by the other goal where
                               every point was sought */
    int recommended;      /**< number of the recommended one; the last one where
                               only some were sought */
    const double *may_be; /**< [n_runs] what the first goal of a portfolio
                               between this point and the one before may be,
                               proven to be no better; NAN = nothing lies there;
                               NULL = not every point was sought */
    bool is_first_proven; /**< with may_be: nothing lies before the first point
                           */
    bool is_last_proven;  /**< and nothing beyond the last one */
} ore_frontier;

/** Whether every point is there, proven. */
bool ore_frontier_is_complete(const ore_frontier *frontier);

/** How a point stands to the others. */
typedef enum ore_standing {
    ORE_OF_ITS_OWN, /**< no other is as good in both goals, and of equal ones it
                         is the first; or it has no portfolio */
    ORE_SAME,       /**< the projects and goals of an earlier one */
    ORE_NO_BETTER   /**< another one is as good in both goals */
} ore_standing;

/** How much better `a` is than `b` by one goal; less than written figures tell
 * apart is nothing. */
double ore_lead(const ore_objective *use, double a, double b);

/** How run i stands; *by is the number of the one that makes it one too many,
 * if there is any. */
ore_standing ore_frontier_standing(const ore_round *round,
                                   const ore_frontier *frontier, int i,
                                   int *by);

/** Number of the point that lies farthest from the straight line between the
 * ends, on its better side, each goal as a part of what lies between them; -1 =
 * none of three or more points does. */
int ore_frontier_knee(const ore_round *round, const ore_frontier *frontier);

/** What becomes of the round when one uncertain figure alone is low or high:
 * its 10th and 90th percentile. */
typedef struct ore_swing {
    const ore_uncertain *of;
    double low, high;      /**< factors */
    const ore_run *at_low; /**< borrowed; NULL = not solved yet */
    const ore_run *at_high;
} ore_swing;

/** What the book shows beside one result; borrowed. */
typedef struct ore_study {
    bool is_beside; /**< found for the workbook of a solve: result files leave
                         it out */
    const ore_frontier *frontier; /**< NULL = none */
    int n_runs;
    const ore_run *runs; /**< [n_runs] all but the frontier's, the round itself
                              first */
    int n_swings;
    const ore_swing *swings;
    int n_missing;                     /**< points that are not solved yet */
    const struct ore_tree_study *tree; /**< of a round with events, whose book
                                            is that of one leaf; NULL */
    const ore_repairs *repairs; /**< of a round without a portfolio; NULL = not
                                     sought */
    const ore_playbook *playbook;       /**< of a response; NULL = none */
    const ore_reliability *reliability; /**< of the plan; NULL = not asked */
    const ore_answers *answers; /**< of a book of them; NULL = it is none */
    int n_left_out;
    const ore_explanation *left_out; /**< [n_left_out] projects that do not go
                                          ahead, and what would turn that
                                          round; not asked: n_left_out is 0 */
} ore_study;

#endif
