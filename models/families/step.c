/* step: what of a shortfall is beyond where a weight step begins.
 *
 *   unmet[i,j] - beyond[i,j,k] <= from[k] target[i,t]     all steps k > 0
 *
 * Weights never fall from step to step, so a goal that is minimised leaves no
 * more beyond than there must be. Only targets with `weight_steps` have them;
 * the verifier computes the goals from the shortfalls themselves. */
#include <math.h>

#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int at = 0; at < round->n_targets * round->n_states; at++) {
        const ore_target *target = &round->targets[at / round->n_states];
        const ore_state *state = &round->states[at % round->n_states];

        for (int k = 1; k < target->n_steps; k++) {
            const ore_col beyond =
                variables->steps[at * variables->max_steps + k];

            if (beyond.at < 0) {
                continue;
            }
            const ore_row row = ore_model_add_row(
                model, target->where, -HUGE_VAL,
                target->steps[k].from * target->target_tpa[state->t],
                "step(%s,%s,%s,%d)", round->materials[target->material].id,
                round->markets[target->market].id, state->name, k + 1);

            ore_model_add_coef(model, row, 1.0, variables->unmet[at]);
            ore_model_add_coef(model, row, -1.0, beyond);
        }
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    (void)result;
    for (int i = 0; i < round->n_targets; i++) {
        const ore_target *target = &round->targets[i];

        for (int k = 1; k < target->n_steps; k++) {
            ore_expect_ge(report, target->steps[k].weight,
                          target->steps[k - 1].weight, target->where,
                          "weight step %d of %s for %s", k + 1,
                          round->materials[target->material].id,
                          round->markets[target->market].id);
        }
    }
}

const ore_family ore_family_step = {
    .name = "step",
    .summary = "Shortfalls that weigh more the larger they are",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
};
