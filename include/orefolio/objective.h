/* What is asked of a portfolio: rules and objectives, part of a round. */
#ifndef OREFOLIO_OBJECTIVE_H
#define OREFOLIO_OBJECTIVE_H

#include "orefolio/common.h"
#include "orefolio/filter.h"

typedef enum ore_measure {
    ORE_MEASURE_COUNT,       /**< projects */
    ORE_MEASURE_FACE,        /**< M */
    ORE_MEASURE_BUDGET_COST, /**< M */
    ORE_MEASURE_CAPEX,       /**< M */
    ORE_MEASURE_VALUE,       /**< column `value` of options, summed */
    ORE_MEASURE_SUPPLY,      /**< t/yr, secured and new, each horizon year */
    ORE_MEASURE_ATTRIBUTE    /**< x_NAME */
} ore_measure;

/** A portfolio rule. */
typedef struct ore_rule {
    const char *id, *label, *label_ja;
    ore_measure measure;
    int attribute; /**< index, for ORE_MEASURE_ATTRIBUTE; else -1 */
    ore_filter of;
    bool each_country; /**< the limits hold for every country by itself */
    ore_years years;   /**< commitment years, or horizon years for supply */
    double min, max;   /**< absolute; -HUGE_VAL, HUGE_VAL */
    double min_share, max_share; /**< of the measure over everything (supply:
                                      over the same materials); 0, 1; a limit
                                      that is not given is NAN */
    int n_conditional;           /**< > 0: holds only while one of these */
    const int *conditional;      /**< projects goes ahead; sorted */
    ore_where where;
} ore_rule;

struct ore_goal; /* orefolio/goal.h */

/** A term of a blend. */
typedef struct ore_objective_term {
    double weight;
    const struct ore_objective *use; /**< never a blend itself */
    const struct ore_goal *goal;     /**< ore_objective_goal(use) */
} ore_objective_term;

/** One use of a goal: in the lexicographic order, as a limit, or as a term of a
 * blend. */
typedef struct ore_objective {
    const char *name;  /**< of a goal, x_NAME or of a blend */
    int attribute;     /**< of a goal x_NAME: index into attributes */
    bool is_minimised; /**< of a goal x_NAME: sense = min */
    double level;      /**< of cvar_shortfall: 0 <= level < 1; 0.9 */
    int n_terms;       /**< of a blend; else 0 */
    const ore_objective_term *terms; /**< [n_terms] */
    double tolerance;     /**< relative, of its best value: how much worse later
                               objectives may make it; default 0 */
    double discount_rate; /**< per year; default: the round's */
    double gap;           /**< relative gap asked of this goal; NAN = as for
                               the round */
    double limit;         /**< the worst it may be, in the goal's unit: at most
                               when minimised, at least when maximised; NAN */
    ore_where where;
} ore_objective;

#endif
