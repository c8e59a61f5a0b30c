/* What else would do nearly as well? */
#ifndef OPTIMIZER_STUDY_QUESTIONS_ALTERNATIVES_H
#define OPTIMIZER_STUDY_QUESTIONS_ALTERNATIVES_H

#include "orefolio/study/alternatives.h"
#include "study/questions/questions.h"

/** How many alternatives are wanted, and which. */
typedef struct ore_alternatives_wish {
    double margin; /**< of the first goal, relative, >= 0 */
    int count;     /**< at most */
    ore_difference by;
    bool pairs; /**< which projects come together is asked, too */
} ore_alternatives_wish;

/** Turn the decision about each project round, one after the other: that says
 * its role exactly, and what comes out within the margin are the alternatives,
 * of which the most different ones are kept. The caller frees. */
ore_alternatives *ore_alternatives_find(const ore_inquiry *asked,
                                        const ore_alternatives_wish *wish);

#endif
