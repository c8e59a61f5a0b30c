/* Which change of the input caused which change of the portfolio? */
#ifndef OPTIMIZER_STUDY_DIFF_CAUSES_H
#define OPTIMIZER_STUDY_DIFF_CAUSES_H

#include "study/diff/replays.h"

/** Find the causes of what differs between both portfolios, of->before and
 * of->after, both of which there are. Up to ORE_MAX_CAUSES changes are causes
 * one by one: every set of them is replayed. Of more, those without a part are
 * left out first, half of them at a time (Zeller & Hildebrandt 2002,
 * Simplifying and isolating failure-inducing input), and what stays is grouped,
 * by what it is of, where it is still too many. The caller frees. */
ore_causes *ore_causes_find(const ore_replaying *of);
void ore_causes_free(ore_causes *causes);

/** Ids of the projects of both rounds, sorted; *n of them. The caller frees the
 * list. */
const char **ore_projects_of_both(const ore_two_rounds *two, int *n);

#endif
