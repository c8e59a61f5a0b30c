/* targets_met: targets that are covered to a level, tonnes over tonnes over the
 * horizon, by weight.
 *
 *   maximise  sum over i of  weight[i] met[i]            (families/gap.c)
 *
 * The weight of a target is the mean over its years. */
#include "economics/deliveries.h"
#include "orefolio/tolerances.h"
#include "registry.h"

/* The mean weight of target i over the years that ask for something. */
static double weight_of(const ore_round *round, int i)
{
    const ore_target *target = &round->targets[i];
    double sum = 0.0;
    int n = 0;

    for (int t = 0; t < round->n_years; t++) {
        if (target->target_tpa[t] > 0.0) {
            sum += target->weight[t];
            n++;
        }
    }
    return n > 0 ? sum / n : 0.0;
}

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    (void)use;
    for (int i = 0; i < round->n_targets; i++) {
        ore_expression_add(sum, weight_of(round, i), variables->met[i]);
    }
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    double sum = 0.0;

    for (int i = 0; i < round->n_targets; i++) {
        sum += ore_is_met(round, result, use, i) ? weight_of(round, i) : 0.0;
    }
    return sum;
}

const ore_goal ore_goal_targets_met = {
    .name = "targets_met",
    .label = "Targets met",
    .unit = "targets, by weight",
    .summary = "targets covered to `level` over the horizon, by weight; "
               "maximised",
    .maximise = true,
    .emit = emit,
    .value = value,
};
