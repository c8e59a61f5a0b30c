/* What is known of an answer: whether its search ended by itself, and how near
 * it is proven to be to the best. Sentences and figures ask here before they
 * claim anything. */
#ifndef OPTIMIZER_WRITE_BOOK_PROOF_H
#define OPTIMIZER_WRITE_BOOK_PROOF_H

#include "write/book/sheet.h"

typedef enum ore_proof {
    ORE_PROOF_NONE,   /**< no bound: how much better others may be is unknown */
    ORE_PROOF_WITHIN, /**< a bound, and a gap between */
    ORE_PROOF_BEST    /**< no other portfolio is better */
} ore_proof;

/** How near a goal's written value is proven to be to its best. */
ore_proof ore_proof_of(const ore_goal_outcome *outcome);

/** "0.31": a proven gap as per cent that is never rounded down; what is not
 * known is spelled so. Lives as long as the book. */
const char *ore_book_gap(ore_book *book, double gap);

/** Whether the search of a result, or of a run, ended by itself: within the gap
 * asked for, or with the proof that there is no portfolio. */
bool ore_result_has_ended(const ore_result *result);
bool ore_run_has_ended(const ore_run *run);

/** Searches of the book that did not end: of its result or cases, and of other
 * runs of the round; those not begun count too. */
int ore_book_unended(const ore_book *book);
/** Those of other runs of the round alone. */
int ore_study_unended(const ore_study *study);

/** What every sheet says of the arithmetic, which checks show, and of the
 * searches, of which they show nothing: "Arithmetic checks: OK; searches
 * stopped early: 1". The options of a memo tell their own. Lives as long as the
 * book. */
const char *ore_book_flag(ore_book *book, bool is_good);

/** Whether the same command gives the same book again: no clock and no
 * interruption had a part in it. */
bool ore_book_is_repeatable(const ore_book *book);

#endif
