/* Missing shares: what part of what is asked for is not delivered, of each
 * target, material or market, for the goals and the family that compare them.
 *
 *   gap[g] = sum over i of g, t of  w[i,t] unmet[i,t] / target[i,t]
 *          / sum over i of g, t of  w[i,t]
 *
 * w is the target's weight, later years counting less, so that targets of
 * unlike materials add up. 0 = all is delivered, 1 = nothing is. */
#ifndef MODELS_ECONOMICS_GAPS_H
#define MODELS_ECONOMICS_GAPS_H

#include "orefolio/variables.h"

/** What the gaps are of, as a use of a goal says. */
typedef struct ore_gap_groups {
    int n;
    int *of_target; /**< [n_targets] which group; -1 = nothing is asked */
    double *weight; /**< [n] the sum of weights, > 0 */
} ore_gap_groups;

/** Groups that ask for something. The caller ends it with ore_gap_groups_free.
 */
ore_gap_groups ore_gap_groups_of(const ore_round *round,
                                 const ore_objective *use);
void ore_gap_groups_free(ore_gap_groups *groups);

/** Add coef × the gap of group g in the base case to the sum. */
void ore_expression_add_gap(const ore_round *round,
                            const ore_variables *variables,
                            const ore_objective *use,
                            const ore_gap_groups *groups, int g,
                            const ore_expression *sum, double coef);

/** The gaps [groups->n] of the written result. The caller frees. */
double *ore_gaps(const ore_round *round, const ore_result *result,
                 const ore_objective *use, const ore_gap_groups *groups);

/** The same, the largest first. */
double *ore_gaps_sorted(const ore_round *round, const ore_result *result,
                        const ore_objective *use, const ore_gap_groups *groups);

#endif
