/* face: all commitments at face, whatever they cost a budget.
 *
 *   minimise  sum over f, o, s of a[f,o,s] */
#include "economics/charges.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    (void)use;
    ore_expression_add_awards(round, variables, sum, false);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    double sum_m = 0.0;

    (void)use;
    for (int f = 0; f < round->n_pairs; f++) {
        sum_m += result->face_m[f];
    }
    return sum_m;
}

const ore_goal ore_goal_face = {
    .name = "face",
    .label = "Commitments at face",
    .unit = "M",
    .summary = "all commitments at face, to be kept small",
    .emit = emit,
    .value = value,
};
