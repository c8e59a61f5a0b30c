/* What is asked of a portfolio: rules and objectives, part of a round. */
#ifndef OREFOLIO_OBJECTIVE_H
#define OREFOLIO_OBJECTIVE_H

#include "orefolio/common.h"
#include "orefolio/filter.h"

struct ore_measure; /* orefolio/measure.h */

/** Bits of what a rule holds for each of, beside those of filter words: of
 * each material and market with a target, and of each year. */
enum {
    ORE_EACH_TARGET = 1 << ORE_FILTER_WORDS,
    ORE_EACH_YEAR = 1 << (ORE_FILTER_WORDS + 1)
};

/** A portfolio rule. */
typedef struct ore_rule {
    const char *id, *label, *label_ja;
    const struct ore_measure *measure;
    int attribute; /**< index, for a measure x_NAME; else -1 */
    ore_filter of;
    ore_filter whole; /**< what shares are of: of `of` the words that the
                           measure keeps; see ore_rule_whole */
    unsigned each;    /**< the limits hold for every value of these words by
                           itself; bits 1 << word, ORE_EACH_… */
    ore_years years;  /**< of the measure: of commitment, or of the horizon */
    double min, max;  /**< absolute, or per unit of `per`; a limit that is not
                           given is NAN */
    double min_share, max_share; /**< of the measure over everything (supply
                                      and deliveries: over the same materials),
                                      or of targets */
    bool is_share_of_target;
    const struct ore_measure *per; /**< what min and max are per; NULL = they
                                        are absolute */
    int per_attribute;             /**< index, for per = x_NAME; else -1 */
    ore_filter per_of;
    ore_years per_years; /**< of `per`, as `years` */
    double penalty; /**< > 0: may be broken, at so much a unit of breach; NAN =
                         must hold */
    int n_conditional;      /**< > 0: holds only while one of these */
    const int *conditional; /**< projects goes ahead; sorted */
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
