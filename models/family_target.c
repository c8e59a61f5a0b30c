/* target: what a market is not delivered is its shortfall.
 *
 *   deliver[i,j] + unmet[i,j] >= target[i,t]     all targets i, moments j of t
 *
 * Bounds keep both within 0..target: nobody is delivered more than asked. */
#include <math.h>

#include "registry.h"

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int at = 0; at < plan->n_targets * plan->n_moments; at++) {
        const ore_target *target = &plan->targets[at / plan->n_moments];
        const int j = at % plan->n_moments;

        if (vars->deliver[at].at < 0) {
            continue;
        }
        const ore_row row = ore_add_row(
            model, target->where, target->target_tpa[plan->moments[j].t],
            HUGE_VAL, "target(%s,%s,%s)", plan->materials[target->material].id,
            plan->markets[target->market].id, plan->moments[j].name);

        ore_put(model, row, 1.0, vars->deliver[at]);
        ore_put(model, row, 1.0, vars->unmet[at]);
    }
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    for (int i = 0; i < plan->n_targets; i++) {
        const ore_target *target = &plan->targets[i];
        const char *material = plan->materials[target->material].id;
        const char *market = plan->markets[target->market].id;

        for (int j = 0; j < plan->n_moments; j++) {
            const int at = i * plan->n_moments + j;
            const double asked_tpa = target->target_tpa[plan->moments[j].t];
            const char *when = plan->moments[j].name;

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
    .summary_ja = "供給目標に対する供給量と不足量",
    .emit = emit,
    .check = check,
};
