/* Why two rounds choose differently: what `diff` finds. */
#ifndef OREFOLIO_STUDY_CAUSES_H
#define OREFOLIO_STUDY_CAUSES_H

#include "orefolio/result.h"
#include "orefolio/study/input_changes.h"
#include "orefolio/study/trade_offs.h"

/** What a round decides about a project. */
typedef struct ore_decided {
    const char *option; /**< its id, borrowed; NULL = it does not go ahead, or
                             the round has no such project */
    int year;           /**< of commitment; 0 without an option */
} ore_decided;

/** A project about which both rounds decide differently. */
typedef struct ore_changed_decision {
    int old_project, new_project; /**< in its round; -1 = it has none such */
    ore_decided before, after;
} ore_changed_decision;

enum { ORE_MAX_CAUSES = 6 };

/** Causes are changes of the input, or groups of them where there are many.
 * Shares are Shapley values: what a cause adds, in the mean of all orders in
 * which the causes can come (Shapley 1953, A value for n-person games). They
 * are sums over replays, rounds with some of the causes and without the others,
 * each solved and verified. */
typedef struct ore_causes {
    const ore_result *before, *after; /**< of either round; borrowed */
    int n_decisions;
    ore_changed_decision *decisions; /**< [n_decisions] */
    int n_changes;
    int *cause_of; /**< [n_changes] -1 = it has no part in any decision, or was
                        not looked at */
    int n_causes;  /**< <= ORE_MAX_CAUSES */
    bool *is_needed;    /**< [n_causes] in the smallest set that explains all
                             decisions */
    bool is_found;      /**< that set; false = not in the work */
    bool is_least;      /**< no smaller set does; false = none of the set can be
                             left out */
    ore_answer answer;  /**< KNOWN = all replays had a portfolio: shares are
                             there; UNKNOWN = some had none that was found, or
                             nothing that can be read */
    double *share;      /**< [n_decisions * n_causes], cause fastest; sums to 1
                             by decision */
    double *goal_share; /**< [n_causes] of the change of the first goal's value,
                             in its unit; NAN where the rounds have others */
    int n_replays, n_open; /**< replays, and those of them that are not proven
                                best */
} ore_causes;

/** Two rounds and what differs between them. Borrowed. */
typedef struct ore_causes_told {
    const ore_round *before, *after;
    const ore_input_change *changes; /**< [causes->n_changes] */
    const ore_causes *causes;
} ore_causes_told;

#endif
