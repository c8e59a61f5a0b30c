/* burden: funders share the budget cost of the round.
 *
 *   min[u] * all cost <= cost of funder u <= max[u] * all cost
 *   cost of u = sum over pairs f of u, o, s   rate[f,o,s] a[f,o,s]
 *
 * Purchases of stockpiles and of optional supply count with their account's
 * funder.
 *
 * Linear because both sides are sums over the same awards. */
#include <math.h>

#include "economics/charges.h"
#include "orefolio/accounting.h"
#include "registry.h"

static int funder_of(const ore_round *round, int f)
{
    return round->instruments[round->pairs[f].instrument].funder;
}

/* A row "cost of the funder - share * all cost" with the given bounds. */
static void add_share_row(const ore_round *round,
                          const ore_variables *variables, ore_model *model,
                          int u, bool is_min)
{
    const ore_funder *funder = &round->funders[u];
    const double share =
        is_min ? funder->budget_cost_share_min : funder->budget_cost_share_max;
    const ore_row row = ore_model_add_row(
        model, funder->where, is_min ? 0.0 : -HUGE_VAL, is_min ? HUGE_VAL : 0.0,
        "burden_%s(%s)", is_min ? "min" : "max", funder->id);

    ore_model_row_limit(model, row,
                        "`budget_cost_share_%s` of funder %s = %.10g",
                        is_min ? "min" : "max", funder->id, share);
    for (int f = 0; f < round->n_pairs; f++) {
        const ore_project *project = &round->projects[round->pairs[f].project];
        const double weight = (funder_of(round, f) == u ? 1.0 : 0.0) - share;

        for (int i = 0; i < project->n_options * round->n_commit; i++) {
            ore_model_add_coef(model, row,
                               weight * ore_charge_rate(round, f,
                                                        project->first_option +
                                                            i / round->n_commit,
                                                        i % round->n_commit),
                               variables->award[variables->award_first[f] + i]);
        }
    }
    for (int i = 0; i < ore_count_purchases(round); i++) {
        const ore_purchase purchase = ore_purchase_at(round, variables, i);

        if (purchase.budget >= 0) {
            const bool is_own = round->budgets[purchase.budget].funder == u;

            ore_model_add_coef(model, row,
                               ((is_own ? 1.0 : 0.0) - share) * purchase.cost_m,
                               purchase.col);
        }
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int u = 0; u < round->n_funders; u++) {
        if (round->funders[u].budget_cost_share_min > 0.0) {
            add_share_row(round, variables, model, u, true);
        }
        if (round->funders[u].budget_cost_share_max < 1.0) {
            add_share_row(round, variables, model, u, false);
        }
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    const double all_m = ore_funder_charge_m(round, result, -1);

    for (int u = 0; u < round->n_funders; u++) {
        const ore_funder *funder = &round->funders[u];
        const double cost_m = ore_funder_charge_m(round, result, u);

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

static void list_limits(const ore_round *round, const ore_result *result,
                        ore_limits *limits)
{
    double all_m = 0.0;

    for (int u = 0; u < round->n_funders; u++) {
        all_m += ore_funder_charge_m(round, result, u);
    }
    for (int u = 0; u < round->n_funders; u++) {
        const ore_funder *funder = &round->funders[u];
        const double cost_m = ore_funder_charge_m(round, result, u);

        for (int is_floor = 0; is_floor < 2; is_floor++) {
            const double share = is_floor ? funder->budget_cost_share_min
                                          : funder->budget_cost_share_max;
            const ore_limit limit = {
                .figure = is_floor ? "funder budget_cost_share_min"
                                   : "funder budget_cost_share_max",
                .of = u,
                .part = is_floor,
                .s = -1,
                .id = funder->id,
                .label = funder->label,
                .label_ja = funder->label_ja,
                .unit = ORE_LIMIT_SHARE,
                .is_floor = is_floor,
                .limit = share,
                .used = all_m > 0.0 ? cost_m / all_m : nan(""),
                .step = ore_limit_share_step,
                .where = funder->where};

            if (is_floor ? share > 0.0 : share < 1.0) {
                ore_limits_add(limits, limit);
            }
        }
    }
}

static void relax(ore_round *edited, const ore_limit *limit)
{
    ore_funder *funders = ore_round_own(edited, edited->funders,
                                        edited->n_funders, sizeof *funders);
    ore_funder *funder = &funders[limit->of];

    if (limit->is_floor) {
        funder->budget_cost_share_min =
            fmax(0.0, funder->budget_cost_share_min - limit->step);
    } else {
        funder->budget_cost_share_max =
            fmin(1.0, funder->budget_cost_share_max + limit->step);
    }
    edited->funders = funders;
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (round->n_funders > 1) {
        ore_notes_add(notes, (ore_note_line){.text = "Burden sharing between "
                                                     "funders"});
    }
}

const ore_family ore_family_burden = {
    .name = "burden",
    .summary = "Each funder's share of all budget cost",
    .scope = ORE_SCOPE_PORTFOLIO,
    .reason = "burden sharing",
    .limit_label = "Share of budget cost",
    .emit = emit,
    .check = check,
    .list_limits = list_limits,
    .relax = relax,
    .list_unfollowed = list_unfollowed,
};
