/* leximin_gap: the largest missing share, then the second largest, and so on:
 * one objective a level, each the sum of the k largest gaps.
 *
 *   minimise  k reach[k] + sum over g of beyond[k,g]
 *   reach[k] + beyond[k,g] >= gap[g]                     (families/gap.c)
 *
 * Source: W. Ogryczak and T. Śliwiński, On solving linear programs with the
 * ordered weighted averaging objective, European Journal of Operational
 * Research 148 (2003) 80-91. */
#include <stdlib.h>

#include "economics/gaps.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    ore_gap_groups groups = ore_gap_groups_of(round, use);
    const int k = use->rank - 1;

    ore_expression_add(sum, use->rank, variables->reach[k]);
    for (int g = 0; g < groups.n; g++) {
        ore_expression_add(sum, 1.0, variables->beyond[k * groups.n + g]);
    }
    ore_gap_groups_free(&groups);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    ore_gap_groups groups = ore_gap_groups_of(round, use);
    double *gaps = ore_gaps_sorted(round, result, use, &groups);
    double sum = 0.0;

    for (int k = 0; k < use->rank && k < groups.n; k++) {
        sum += gaps[k];
    }
    free(gaps);
    ore_gap_groups_free(&groups);
    return sum;
}

const ore_goal ore_goal_leximin_gap = {
    .name = "leximin_gap",
    .label = "Largest gaps in turn",
    .unit = "shares missing",
    .summary = "largest missing share, then the sum of the two largest, and "
               "so on; 1 = nothing of one is delivered",
    .has_levels = true,
    .emit = emit,
    .value = value,
};
