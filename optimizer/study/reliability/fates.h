/* What happens in each draw: how events turn out, which disruption happens and
 * which projects fail, all independent of each other but for disruptions, of
 * which one at most happens. */
#ifndef OPTIMIZER_STUDY_RELIABILITY_FATES_H
#define OPTIMIZER_STUDY_RELIABILITY_FATES_H

#include "orefolio/result.h"

/** A plan: of a round without events the only one, else that of a leaf.
 * Borrowed. */
typedef struct ore_plan {
    const ore_round *round;
    const ore_result *result; /**< with a portfolio */
    double probability;       /**< of the leaf; those of all add up to 1 */
} ore_plan;

typedef struct ore_fates {
    int n;           /**< draws */
    int *plan;       /**< [n] of the draw */
    int *disruption; /**< [n] -1 = none happens */
    bool *fails;     /**< [n * n_projects] projects that would fail, in a
                                    plan or not: equal seeds give them equal fates
                        in     every plan */
} ore_fates;

/** Draw as the round of the first plan says. The caller ends with
 * ore_fates_free. */
ore_fates ore_fates_draw(const ore_plan *plans, int n_plans);
void ore_fates_free(ore_fates *fates);

/** Whether project p is in the plan, makes something and may fail. */
bool ore_is_at_risk(const ore_plan *plan, int p);

#endif
