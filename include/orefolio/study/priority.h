/* One nested list of projects for several appropriations: what `priority`
 * finds. */
#ifndef OREFOLIO_STUDY_PRIORITY_H
#define OREFOLIO_STUDY_PRIORITY_H

#include "orefolio/result.h"
#include "orefolio/study/trade_offs.h"

/** How much worse the list is than planning anew, in the first goal's unit: at
 * least, and at most where that is proven (NAN). */
typedef struct ore_priority_cost {
    double least, most;
} ore_priority_cost;

/** A round with its accounts as an appropriation has them. */
typedef struct ore_priority_case {
    const ore_appropriation *of; /**< borrowed from the list or the round */
    double amount_m;             /**< of all accounts and years, M */
    ore_answer answer;           /**< IMPOSSIBLE = no portfolio keeps its rules;
                                      UNKNOWN = none was found */
    ore_result *own; /**< the best for this appropriation alone; owned; NULL */
    ore_result *listed;     /**< the best of the list's projects; owned; NULL */
    ore_priority_cost cost; /**< where there are both */
} ore_priority_case;

/** Means are over the cases that have a portfolio, by their probabilities, of
 * the first goal in its unit. */
typedef struct ore_priority {
    int n;
    ore_priority_case *cases;   /**< [n] from the tightest on */
    ore_appropriation *assumed; /**< where the round has none; owned; NULL */
    double *assumed_shares;     /**< of those; owned */
    bool is_found;              /**< there is a list; else what follows is
                                     not known */
    double probability;         /**< of the cases that have a portfolio */
    double mean;                /**< of the list */
    double bound;               /**< proven: no list has a better mean */
    double own_mean, own_mean_best; /**< of the cases by themselves: found, and
                                         proven to be no better; NAN */
    ore_priority_cost cost;         /**< in the mean */
    bool is_proven;                 /**< that no list has a better mean */
    int *first; /**< [n_projects] the tightest case in which the list has the
                     project; n = it is in none */
} ore_priority;

#endif
