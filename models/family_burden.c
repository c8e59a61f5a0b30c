/* burden: funders share the budget cost of the round.
 *
 *   min[u] * all cost <= cost of funder u <= max[u] * all cost
 *   cost of u = sum over offers f of u, o, s   rate[f,o,s] a[f,o,s]
 *
 * Purchases of stockpiles count with their account's funder.
 *
 * Linear because both sides are sums over the same awards. */
#include <math.h>

#include "orefolio/timing.h"
#include "registry.h"
#include "sums.h"

static int funder_of(const ore_plan *plan, int f)
{
    return plan->instruments[plan->offers[f].instrument].funder;
}

/* A row "cost of the funder - share * all cost" with the given bounds. */
static void add_share_row(const ore_plan *plan, const ore_vars *vars,
                          ore_model *model, int u, bool is_min)
{
    const ore_funder *funder = &plan->funders[u];
    const double share =
        is_min ? funder->budget_cost_share_min : funder->budget_cost_share_max;
    const ore_row row = ore_add_row(
        model, funder->where, is_min ? 0.0 : -HUGE_VAL, is_min ? HUGE_VAL : 0.0,
        "burden_%s(%s)", is_min ? "min" : "max", funder->id);

    ore_row_limit(model, row, "`budget_cost_share_%s` of funder %s = %.10g",
                  is_min ? "min" : "max", funder->id, share);
    for (int f = 0; f < plan->n_offers; f++) {
        const ore_project *project = &plan->projects[plan->offers[f].project];
        const double weight = (funder_of(plan, f) == u ? 1.0 : 0.0) - share;

        for (int i = 0; i < project->n_options * plan->n_commit; i++) {
            ore_put(model, row,
                    weight * ore_charge_rate(plan, f,
                                             project->first_option +
                                                 i / plan->n_commit,
                                             i % plan->n_commit),
                    vars->award[vars->award_first[f] + i]);
        }
    }
    for (int h = 0; h < plan->n_stockpiles; h++) {
        const ore_stockpile *stockpile = &plan->stockpiles[h];
        const double weight =
            (plan->budgets[stockpile->budget].funder == u ? 1.0 : 0.0) - share;

        for (int t = 0; t < plan->n_years; t++) {
            ore_put(model, row, weight * ore_stock_cost_m(plan, stockpile, t),
                    vars->buy[h * plan->n_years + t]);
        }
    }
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int u = 0; u < plan->n_funders; u++) {
        if (plan->funders[u].budget_cost_share_min > 0.0) {
            add_share_row(plan, vars, model, u, true);
        }
        if (plan->funders[u].budget_cost_share_max < 1.0) {
            add_share_row(plan, vars, model, u, false);
        }
    }
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    const double all_m = ore_funder_charge_m(plan, result, -1);

    for (int u = 0; u < plan->n_funders; u++) {
        const ore_funder *funder = &plan->funders[u];
        const double cost_m = ore_funder_charge_m(plan, result, u);

        /* Shares of 0 and 1 are no limits: with subsidy rates below zero, all
         * cost may be less than one funder's. */
        if (funder->budget_cost_share_min > 0.0) {
            ore_expect_ge(report, cost_m, funder->budget_cost_share_min * all_m,
                          funder->where, "least share of funder %s",
                          funder->id);
        }
        if (funder->budget_cost_share_max < 1.0) {
            ore_expect_le(report, cost_m, funder->budget_cost_share_max * all_m,
                          funder->where, "greatest share of funder %s",
                          funder->id);
        }
    }
}

const ore_family ore_family_burden = {
    .name = "burden",
    .summary = "Each funder's share of all budget cost",
    .summary_ja = "資金拠出国間の予算コスト分担",
    .emit = emit,
    .check = check,
};
