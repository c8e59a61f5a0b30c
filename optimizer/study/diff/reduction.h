/* Changes that are enough to explain all decisions, none of which can be left
 * out. */
#ifndef OPTIMIZER_STUDY_DIFF_REDUCTION_H
#define OPTIMIZER_STUDY_DIFF_REDUCTION_H

#include "study/diff/replays.h"

/** Groups of changes under way. */
typedef struct ore_reduction {
    const ore_replaying *of;
    const ore_replayed *goal; /**< what is to be explained */
    const int *group_of;      /**< [changes] -1 = never applied */
    int n_groups;
    bool *is_in; /**< [n_groups] those that are left */
    int n_replays, n_open;
} ore_reduction;

/** Leave out groups as long as the others explain all. False when the work was
 * not enough: some may not be needed. */
bool ore_reduce(ore_reduction *reduction);

/** How many groups are left. */
int ore_reduction_count(const ore_reduction *reduction);

#endif
