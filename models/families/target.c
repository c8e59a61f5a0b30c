/* target: what a market is not delivered is its shortfall.
 *
 *   deliver[i,j] + unmet[i,j] >= target[i,t]     all targets i, states j of t
 *
 * Bounds keep both within 0..target: nobody is delivered more than asked. */
#include <math.h>

#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int at = 0; at < round->n_targets * round->n_states; at++) {
        const ore_target *target = &round->targets[at / round->n_states];
        const int j = at % round->n_states;

        if (variables->deliver[at].at < 0) {
            continue;
        }
        const ore_row row = ore_model_add_row(
            model, target->where, target->target_tpa[round->states[j].t],
            HUGE_VAL, "target(%s,%s,%s)", round->materials[target->material].id,
            round->markets[target->market].id, round->states[j].name);

        ore_model_add_coef(model, row, 1.0, variables->deliver[at]);
        ore_model_add_coef(model, row, 1.0, variables->unmet[at]);
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int i = 0; i < round->n_targets; i++) {
        const ore_target *target = &round->targets[i];
        const char *material = round->materials[target->material].id;
        const char *market = round->markets[target->market].id;

        for (int j = 0; j < round->n_states; j++) {
            const int at = ore_at_state(round, i, j);
            const double asked_tpa = target->target_tpa[round->states[j].t];
            const char *when = round->states[j].name;

            ore_expect_ge(report, result->delivered_tpa[at], 0.0, target->where,
                          "delivery of %s to %s in %s", material, market, when);
            ore_expect_eq(report, asked_tpa - result->delivered_tpa[at],
                          result->shortfall_tpa[at], target->where,
                          "shortfall of %s in %s in %s", material, market,
                          when);
            ore_expect_ge(report, result->shortfall_tpa[at], 0.0, target->where,
                          "shortfall of %s in %s in %s", material, market,
                          when);
        }
    }
}

const ore_family ore_family_target = {
    .name = "target",
    .summary = "Deliveries and shortfalls against targets",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
};
