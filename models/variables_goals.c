/* The columns that goals and soft rules need, and how a written result spreads
 * over them. */
#include "variables_goals.h"

#include <math.h>
#include <stdlib.h>

#include "economics/deliveries.h"
#include "economics/delivery_steps.h"
#include "economics/gaps.h"
#include "economics/shortfall.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/rules.h"
#include "variables_supply.h"

static bool pays_by_step(const ore_market *market)
{
    return !isnan(market->delivery_band) &&
           market->delivery_basis == ORE_DELIVERY_PAID;
}

static void add_risk(const ore_round *round, ore_variables *variables,
                     ore_model *model)
{
    variables->worst.at = variables->value_at_risk.at = -1;
    variables->tail_excess = ore_absent_cols(round->n_disruptions + 1);
    if (ore_objective_named(round, "worst_shortfall")) {
        variables->worst =
            ore_model_add_col(model, ORE_CONTINUOUS, 0.0, HUGE_VAL, "worst");
    }
    if (!ore_objective_named(round, "cvar_shortfall")) {
        return;
    }
    variables->value_at_risk =
        ore_model_add_col(model, ORE_CONTINUOUS, 0.0, HUGE_VAL, "threshold");
    for (int w = 0; w <= round->n_disruptions; w++) {
        variables->tail_excess[w] = ore_model_add_col(
            model, ORE_CONTINUOUS, 0.0, HUGE_VAL, "excess(%s)",
            w < round->n_disruptions ? round->disruptions[w].id : "none");
    }
}

/* Breaches of soft rules. */
static void add_breaches(const ore_round *round, ore_variables *variables,
                         ore_model *model)
{
    ore_demands demands = ore_demands_of(round);

    variables->breach = ore_absent_cols(demands.n);
    variables->n_breaches = demands.n;
    for (int i = 0; i < demands.n; i++) {
        const ore_rule *rule = &round->rules[demands.list[i].rule];

        if (ore_rule_is_soft(rule)) {
            variables->breach[i] =
                ore_model_add_col(model, ORE_CONTINUOUS, 0.0, HUGE_VAL,
                                  "breach(%s,%d)", rule->id, i);
        }
    }
    ore_demands_free(&demands);
}

/* What of shortfalls is beyond where weight steps begin. */
static void add_steps(const ore_round *round, ore_variables *variables,
                      ore_model *model)
{
    for (int i = 0; i < round->n_targets; i++) {
        const int n = round->targets[i].n_steps;

        variables->max_steps =
            n > variables->max_steps ? n : variables->max_steps;
    }
    variables->steps = ore_absent_cols(round->n_targets * round->n_states *
                                       variables->max_steps);
    for (int at = 0; at < round->n_targets * round->n_states; at++) {
        const ore_target *target = &round->targets[at / round->n_states];
        const ore_state *state = &round->states[at % round->n_states];

        for (int k = 1; k < target->n_steps && variables->unmet[at].at >= 0;
             k++) {
            variables->steps[at * variables->max_steps + k] = ore_model_add_col(
                model, ORE_CONTINUOUS, 0.0, target->target_tpa[state->t],
                "step(%s,%s,%s,%d)", round->materials[target->material].id,
                round->markets[target->market].id, state->name, k + 1);
        }
    }
}

/* How many levels of leximin_gap the round has. */
static int count_levels(const ore_round *round)
{
    int n = 0;

    for (int g = 0; g < round->n_goals; g++) {
        n += round->goals[g].rank > 0;
    }
    return n;
}

static void add_levels(const ore_round *round, ore_variables *variables,
                       ore_model *model)
{
    const ore_objective *use = ore_objective_named(round, "leximin_gap");

    variables->n_levels = count_levels(round);
    variables->reach = ore_absent_cols(variables->n_levels);
    if (!use) {
        variables->beyond = ore_absent_cols(0);
        return;
    }
    ore_gap_groups groups = ore_gap_groups_of(round, use);

    variables->beyond = ore_absent_cols(variables->n_levels * groups.n);
    for (int k = 0; k < variables->n_levels; k++) {
        variables->reach[k] = ore_model_add_col(model, ORE_CONTINUOUS, 0.0, 1.0,
                                                "reach(%d)", k + 1);
        for (int g = 0; g < groups.n; g++) {
            variables->beyond[k * groups.n + g] = ore_model_add_col(
                model, ORE_CONTINUOUS, 0.0, 1.0, "beyond(%d,%d)", k + 1, g);
        }
    }
    ore_gap_groups_free(&groups);
}

static void add_gaps(const ore_round *round, ore_variables *variables,
                     ore_model *model)
{
    variables->largest.at = -1;
    variables->met = ore_absent_cols(round->n_targets);
    if (ore_objective_named(round, "largest_gap")) {
        variables->largest =
            ore_model_add_col(model, ORE_CONTINUOUS, 0.0, 1.0, "largest");
    }
    add_levels(round, variables, model);
    for (int i = 0;
         i < round->n_targets && ore_objective_named(round, "targets_met");
         i++) {
        const ore_target *target = &round->targets[i];

        if (ore_target_t(round, i) > 0.0) {
            variables->met[i] =
                ore_model_add_col(model, ORE_BINARY, 0.0, 1.0, "met(%s,%s)",
                                  round->materials[target->material].id,
                                  round->markets[target->market].id);
        }
    }
}

/* Steps of what funders pay, where deliveries follow it. */
static void add_paid(const ore_round *round, ore_variables *variables,
                     ore_model *model)
{
    variables->max_paid = 0;
    for (int r = 0; r < round->n_markets; r++) {
        if (pays_by_step(&round->markets[r])) {
            const int n = ore_delivery_count_steps(&round->markets[r]);

            variables->max_paid =
                n > variables->max_paid ? n : variables->max_paid;
        }
    }
    variables->paid = ore_absent_cols(round->n_markets * variables->max_paid);
    for (int r = 0; r < round->n_markets; r++) {
        const ore_market *market = &round->markets[r];
        const int n =
            pays_by_step(market) ? ore_delivery_count_steps(market) : 0;

        for (int k = 0; k < n; k++) {
            variables->paid[r * variables->max_paid + k] = ore_model_add_col(
                model, ORE_BINARY, 0.0, 1.0, "paid(%s,%d)", market->id, k + 1);
        }
    }
}

void ore_add_goal_variables(const ore_round *round, ore_variables *variables,
                            ore_model *model)
{
    add_steps(round, variables, model);
    add_paid(round, variables, model);
    add_risk(round, variables, model);
    add_gaps(round, variables, model);
    add_breaches(round, variables, model);
    variables->one =
        round->baseline.path || ore_objective_named(round, "net_benefit")
            ? ore_model_add_col(model, ORE_CONTINUOUS, 1.0, 1.0, "one")
            : (ore_col){-1};
}

static void set_risk(const ore_round *round, const ore_variables *variables,
                     const ore_result *result, double *point)
{
    const ore_objective *worst = ore_objective_named(round, "worst_shortfall");
    const ore_objective *cvar = ore_objective_named(round, "cvar_shortfall");

    if (worst) {
        double max = 0.0;

        for (int w = -1; w < round->n_disruptions; w++) {
            max = fmax(max, ore_shortfall(round, result, worst, w));
        }
        ore_variables_set_point(point, variables->worst, max);
    }
    if (cvar) {
        const double threshold =
            ore_shortfall_value_at_risk(round, result, cvar);

        ore_variables_set_point(point, variables->value_at_risk, threshold);
        for (int w = -1; w < round->n_disruptions; w++) {
            const double over =
                ore_shortfall(round, result, cvar, w) - threshold;

            ore_variables_set_point(
                point, variables->tail_excess[w < 0 ? round->n_disruptions : w],
                fmax(0.0, over));
        }
    }
}

static void set_breaches(const ore_round *round, const ore_variables *variables,
                         const ore_result *result, double *point)
{
    if (!ore_has_soft_rules(round)) {
        return;
    }
    ore_demands demands = ore_demands_of(round);

    for (int i = 0; i < demands.n; i++) {
        const ore_demand *demand = &demands.list[i];
        const ore_rule *rule = &round->rules[demand->rule];

        if (ore_rule_is_soft(rule) && ore_rule_in_force(rule, result)) {
            ore_variables_set_point(
                point, variables->breach[i],
                ore_demand_value(round, result, demand).breach);
        }
    }
    ore_demands_free(&demands);
}

static void set_paid(const ore_round *round, const ore_variables *variables,
                     const ore_result *result, double *point)
{
    for (int r = 0; r < round->n_markets; r++) {
        if (pays_by_step(&round->markets[r])) {
            const int k = ore_delivery_range(round, result, r).step;

            if (k >= 0) {
                ore_variables_set_point(
                    point, variables->paid[r * variables->max_paid + k], 1.0);
            }
        }
    }
}

static void set_steps(const ore_round *round, const ore_variables *variables,
                      const ore_result *result, double *point)
{
    for (int at = 0; at < round->n_targets * round->n_states; at++) {
        const ore_target *target = &round->targets[at / round->n_states];
        const ore_state *state = &round->states[at % round->n_states];

        for (int k = 1; k < target->n_steps; k++) {
            ore_variables_set_point(
                point, variables->steps[at * variables->max_steps + k],
                fmax(0.0,
                     result->shortfall_tpa[at] -
                         target->steps[k].from * target->target_tpa[state->t]));
        }
    }
}

static void set_levels(const ore_round *round, const ore_variables *variables,
                       const ore_result *result, double *point)
{
    const ore_objective *use = ore_objective_named(round, "leximin_gap");

    if (!use) {
        return;
    }
    ore_gap_groups groups = ore_gap_groups_of(round, use);
    double *gaps = ore_gaps(round, result, use, &groups);
    double *sorted = ore_gaps_sorted(round, result, use, &groups);

    for (int k = 0; k < variables->n_levels; k++) {
        const double reach = k < groups.n ? sorted[k] : 0.0;

        ore_variables_set_point(point, variables->reach[k], reach);
        for (int g = 0; g < groups.n; g++) {
            ore_variables_set_point(point, variables->beyond[k * groups.n + g],
                                    fmax(0.0, gaps[g] - reach));
        }
    }
    free(gaps);
    free(sorted);
    ore_gap_groups_free(&groups);
}

void ore_goal_point(const ore_round *round, const ore_variables *variables,
                    const ore_result *result, double *point)
{
    const ore_objective *largest = ore_objective_named(round, "largest_gap");
    const ore_objective *met = ore_objective_named(round, "targets_met");

    ore_variables_set_point(point, variables->one, 1.0);
    set_paid(round, variables, result, point);
    set_steps(round, variables, result, point);
    set_risk(round, variables, result, point);
    set_breaches(round, variables, result, point);
    set_levels(round, variables, result, point);
    if (largest) {
        ore_variables_set_point(
            point, variables->largest,
            ore_objective_goal(largest)->value(round, result, largest));
    }
    for (int i = 0; i < round->n_targets && met; i++) {
        ore_variables_set_point(point, variables->met[i],
                                ore_is_met(round, result, met, i) ? 1.0 : 0.0);
    }
}
