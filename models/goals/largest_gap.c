/* largest_gap: the largest missing share of any target, material or market.
 *
 *   minimise  largest,  largest >= gap[g] for all g      (families/gap.c) */
#include <stdlib.h>

#include "economics/gaps.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    (void)round;
    (void)use;
    ore_expression_add(sum, 1.0, variables->largest);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    ore_gap_groups groups = ore_gap_groups_of(round, use);
    double *gaps = ore_gaps_sorted(round, result, use, &groups);
    const double largest = groups.n > 0 ? gaps[0] : 0.0;

    free(gaps);
    ore_gap_groups_free(&groups);
    return largest;
}

const ore_goal ore_goal_largest_gap = {
    .name = "largest_gap",
    .label = "Largest gap",
    .unit = "share missing",
    .summary = "largest missing share of a target, material or market, over "
               "the years; 1 = nothing of it is delivered",
    .emit = emit,
    .value = value,
};
