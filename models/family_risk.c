/* risk: what the goals of the worst and of the bad worlds look at.
 *
 *   worst >= S[w]                    all worlds w, the undisturbed one included
 *   excess[w] >= S[w] - threshold    (goal_cvar_shortfall.c)
 *
 * Only where such a goal is used. Its check is the goal's value, which the
 * verifier computes from the written result. */
#include <math.h>

#include "registry.h"
#include "shortfall.h"

static const char *world_name(const ore_plan *plan, int w)
{
    return w < 0 ? "none" : plan->disruptions[w].id;
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    const ore_goal_use *worst = ore_goal_used(plan, "worst_shortfall");
    const ore_goal_use *cvar = ore_goal_used(plan, "cvar_shortfall");

    for (int w = -1; w < plan->n_disruptions; w++) {
        ore_sum sum = {.model = model, .goal = -1, .scale = 1.0};

        if (worst) {
            sum.row = ore_add_row(model, worst->where, 0.0, HUGE_VAL,
                                  "risk_worst(%s)", world_name(plan, w));
            ore_put(model, sum.row, 1.0, vars->worst);
            ore_sum_shortfall(plan, vars, worst, &sum, -1.0, w);
        }
        if (cvar) {
            sum.row = ore_add_row(model, cvar->where, 0.0, HUGE_VAL,
                                  "risk_excess(%s)", world_name(plan, w));
            ore_put(model, sum.row, 1.0,
                    vars->excess[w < 0 ? plan->n_disruptions : w]);
            ore_put(model, sum.row, 1.0, vars->threshold);
            ore_sum_shortfall(plan, vars, cvar, &sum, -1.0, w);
        }
    }
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    const char *const names[] = {"worst_shortfall", "cvar_shortfall"};

    for (int i = 0; i < 2; i++) {
        const ore_goal_use *use = ore_goal_used(plan, names[i]);

        for (int g = 0; use && g < plan->n_goals; g++) {
            if (&plan->goals[g] == use && !isnan(result->goals[g].value)) {
                ore_expect_eq(report, result->goals[g].value,
                              ore_goal_of(use)->value(plan, result, use),
                              use->where, "%s", names[i]);
            }
        }
    }
}

const ore_family ore_family_risk = {
    .name = "risk",
    .summary = "The worst shortfalls of what may happen",
    .summary_ja = "混乱時の最悪供給不足",
    .emit = emit,
    .check = check,
};
