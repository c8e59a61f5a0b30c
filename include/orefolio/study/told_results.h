/* Two result files held against each other, as they are written: `diff` of what
 * was decided, where the rounds are not at hand. */
#ifndef OREFOLIO_STUDY_TOLD_RESULTS_H
#define OREFOLIO_STUDY_TOLD_RESULTS_H

#include "orefolio/common.h"

/** What a result file tells. */
typedef enum ore_told_kind {
    ORE_TOLD_ROUND,     /**< "name", "scenario": what it is of */
    ORE_TOLD_INPUT,     /**< a file of the round: its hash */
    ORE_TOLD_STATUS,    /**< "status" */
    ORE_TOLD_GOAL,      /**< a goal: its value, in its unit */
    ORE_TOLD_DECISION,  /**< a project: "2026, base"; "" = not funded */
    ORE_TOLD_SUPPORT,   /**< a project that is funded: commitments, added up, in
                             millions of its round's currency */
    ORE_TOLD_AVAILABLE, /**< an account in a year: what is in it, in the same */
    ORE_TOLD_USED,      /**< and what of it is used */
    ORE_TOLDS
} ore_told_kind;

/** "account_available": the name of a kind in result files. */
const char *ore_told_name(ore_told_kind kind);

/** One thing that is told: a text, or, without one, a number. */
typedef struct ore_told {
    ore_told_kind kind;
    const char *of; /**< id, name or path */
    int year;       /**< of an account; 0 */
    const char *text;
    double number;
} ore_told;

/** What both tell otherwise, or one of them alone; -1 = it does not. */
typedef struct ore_told_difference {
    int before, after;
} ore_told_difference;

/** Two files, and what differs. */
typedef struct ore_told_results {
    const char *paths[2]; /**< borrowed */
    struct ore_store *store;
    int n[2];
    ore_told *told[2]; /**< [n] of each, by kind */
    int n_differences;
    ore_told_difference *differences; /**< [n_differences] by kind, in the order
                                           of the file before, then of the other
                                       */
} ore_told_results;

/** The one that tells of a difference: of the file after, if it does. */
const ore_told *ore_told_of(const ore_told_results *results, int d);

#endif
