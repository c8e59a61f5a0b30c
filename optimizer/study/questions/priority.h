/* Which projects first, whatever the appropriation? */
#ifndef OPTIMIZER_STUDY_QUESTIONS_PRIORITY_H
#define OPTIMIZER_STUDY_QUESTIONS_PRIORITY_H

#include "orefolio/priority.h"
#include "study/questions/questions.h"

/** Find the list: projects of each appropriation among those of every larger
 * one, best in the mean of the first goal (Koç et al. 2009, solve/chain.h). The
 * appropriations are the round's, or seven of 0.7 to 1.3 of its accounts. The
 * caller frees. */
ore_priority *ore_priority_find(const ore_inquiry *asked);
void ore_priority_free(ore_priority *priority);

/** How much worse the list is in a case than a portfolio for it alone, in the
 * first goal's unit: at least, and at most where that is proven (NAN). */
typedef struct ore_priority_cost {
    double least, most;
} ore_priority_cost;
ore_priority_cost ore_priority_cost_of(const ore_round *round,
                                       const ore_priority_case *of);
/** The same in the mean. */
ore_priority_cost ore_priority_mean_cost(const ore_round *round,
                                         const ore_priority *priority);
/** Whether the list is proven to be the best one. */
bool ore_priority_is_proven(const ore_round *round,
                            const ore_priority *priority);

#endif
