/* Which projects first, whatever the appropriation? */
#ifndef OPTIMIZER_STUDY_QUESTIONS_PRIORITY_H
#define OPTIMIZER_STUDY_QUESTIONS_PRIORITY_H

#include "orefolio/study/priority.h"
#include "study/questions/questions.h"

/** Find the list: projects of each appropriation among those of every larger
 * one, best in the mean of the first goal (Koç et al. 2009, solve/chain.h). The
 * appropriations are the round's, or seven of 0.7 to 1.3 of its accounts. The
 * caller frees. */
ore_priority *ore_priority_find(const ore_inquiry *asked);
void ore_priority_free(ore_priority *priority);

#endif
