/* Which borderline projects come together, and which exclude each other? */
#ifndef OPTIMIZER_STUDY_QUESTIONS_PAIRS_H
#define OPTIMIZER_STUDY_QUESTIONS_PAIRS_H

#include "orefolio/study/alternatives.h"
#include "study/questions/questions.h"

/** Find the pairs of all's borderline projects. Two projects can be in or out
 * in four ways: what no portfolio within shows (the recommended one and
 * `within` [n_projects], NULL = none) is asked for, with both of them decided.
 */
void ore_pairs_find(const ore_inquiry *asked, ore_alternatives *all,
                    ore_result *const *within);

#endif
