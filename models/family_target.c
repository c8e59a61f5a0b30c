/* target: what a market is not delivered is its shortfall.
 *
 *   deliver[i,t] + unmet[i,t] >= target[i,t]          all targets i, years t
 *
 * Bounds keep both within 0..target: nobody is delivered more than asked. */
#include <math.h>

#include "registry.h"

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int at = 0; at < plan->n_targets * plan->n_years; at++) {
        const ore_target *target = &plan->targets[at / plan->n_years];
        const int t = at % plan->n_years;

        if (vars->deliver[at].at < 0) {
            continue;
        }
        const ore_row row = ore_add_row(
            model, target->where, target->target_tpa[t], HUGE_VAL,
            "target(%s,%s,%d)", plan->materials[target->material].id,
            plan->markets[target->market].id, plan->horizon.first + t);

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

        for (int t = 0; t < plan->n_years; t++) {
            const int at = i * plan->n_years + t;
            const int year = plan->horizon.first + t;

            ore_expect_ge(report, result->delivered_tpa[at], 0.0, target->where,
                          "delivery of %s to %s in %d", material, market, year);
            ore_expect_eq(
                report, target->target_tpa[t] - result->delivered_tpa[at],
                result->shortfall_tpa[at], target->where,
                "shortfall of %s in %s in %d", material, market, year);
            ore_expect_ge(report, result->shortfall_tpa[at], 0.0, target->where,
                          "shortfall of %s in %s in %d", material, market,
                          year);
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
