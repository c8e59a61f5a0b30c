/* face: all commitments at face, whatever they cost a budget.
 *
 *   minimise  sum over f, o, s of a[f,o,s] */
#include "registry.h"
#include "sums.h"

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model,
                 int g)
{
    ore_put_awards_goal(plan, vars, model, g, false);
}

static double value(const ore_plan *plan, const ore_result *result, int g)
{
    double sum_m = 0.0;

    (void)g;
    for (int f = 0; f < plan->n_offers; f++) {
        sum_m += result->face_m[f];
    }
    return sum_m;
}

const ore_goal ore_goal_face = {
    .name = "face",
    .label = "Commitments at face",
    .label_ja = "支援額面",
    .unit = "M",
    .unit_ja = "百万",
    .summary = "all commitments at face, to be kept small",
    .emit = emit,
    .value = value,
};
