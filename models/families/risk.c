/* risk: the columns of the goals worst_shortfall and cvar_shortfall.
 *
 *   worst >= S[w]                    all w, the base case included
 *   excess[w] >= S[w] - threshold    (goals/cvar_shortfall.c)
 *
 * Only where such a goal is used. Its check is the goal's value, which the
 * verifier computes from the written result. */
#include <math.h>

#include "economics/shortfall.h"
#include "registry.h"

static const char *disruption_name(const ore_round *round, int w)
{
    return w < 0 ? "none" : round->disruptions[w].id;
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    const ore_objective *worst = ore_objective_named(round, "worst_shortfall");
    const ore_objective *cvar = ore_objective_named(round, "cvar_shortfall");

    for (int w = -1; w < round->n_disruptions; w++) {
        ore_expression sum = {.model = model, .goal = -1, .scale = 1.0};

        if (worst) {
            sum.row =
                ore_model_add_row(model, worst->where, 0.0, HUGE_VAL,
                                  "risk_worst(%s)", disruption_name(round, w));
            ore_model_add_coef(model, sum.row, 1.0, variables->worst);
            ore_expression_add_shortfall(round, variables, worst, &sum, -1.0,
                                         w);
        }
        if (cvar) {
            sum.row =
                ore_model_add_row(model, cvar->where, 0.0, HUGE_VAL,
                                  "risk_excess(%s)", disruption_name(round, w));
            ore_model_add_coef(
                model, sum.row, 1.0,
                variables->tail_excess[w < 0 ? round->n_disruptions : w]);
            ore_model_add_coef(model, sum.row, 1.0, variables->value_at_risk);
            ore_expression_add_shortfall(round, variables, cvar, &sum, -1.0, w);
        }
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    const char *const names[] = {"worst_shortfall", "cvar_shortfall"};

    for (int i = 0; i < ORE_COUNT_OF(names); i++) {
        const ore_objective *use = ore_objective_named(round, names[i]);

        for (int g = 0; use && g < round->n_goals; g++) {
            if (&round->goals[g] == use && !isnan(result->goals[g].value)) {
                ore_expect_eq(
                    report, result->goals[g].value,
                    ore_objective_goal(use)->value(round, result, use),
                    use->where, "%s", names[i]);
            }
        }
    }
}

const ore_family ore_family_risk = {
    .name = "risk",
    .summary = "The worst shortfalls of what may happen",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
};
