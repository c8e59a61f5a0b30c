/* budget: what commitments charge stays within each account's appropriation.
 *
 *   commitment    sum over pairs f of b, o    rate[f,o,y] a[f,o,y]
 *   disbursement  sum over f, o, s   rate[f,o,s] spent[o,s,y] a[f,o,s]
 *                                                 <= amount[b,y]    all b, y
 *
 * plus what stockpiles, optional supply, permits and answers to asset
 * sales cost in that year. With carry_over
 * both sides are sums over the years up to y. Grants and equity are charged in
 * full, loans and guarantees at their credit-subsidy rate (Federal Credit
 * Reform Act of 1990, 2 U.S.C. 661a(5)), contingent commitments at what they
 * are expected to cost. */
#include <math.h>

#include "economics/charges.h"
#include "orefolio/accounting.h"
#include "orefolio/timing.h"
#include "registry.h"

static bool is_charged(const ore_round *round, int f, int budget)
{
    return round->instruments[round->pairs[f].instrument].budget == budget;
}

/* Share of the charge of a commitment of year s that falls on budget year y
 * (with carry-over: on the years up to y). */
static double charged_share(const ore_round *round, const ore_budget *budget,
                            const ore_option *option, int s, int y)
{
    double share = 0.0;

    for (int due = budget->carry_over ? 0 : y; due <= y; due++) {
        share += budget->basis == ORE_BASIS_COMMITMENT
                     ? (double)(due == s)
                     : ore_spent_share(round, option, s, due);
    }
    return share;
}

static void put_charges(const ore_round *round, const ore_variables *variables,
                        ore_model *model, ore_row row, int b, int y)
{
    for (int f = 0; f < round->n_pairs; f++) {
        const ore_project *project = &round->projects[round->pairs[f].project];

        if (!is_charged(round, f, b)) {
            continue;
        }
        for (int o = project->first_option;
             o < project->first_option + project->n_options; o++) {
            for (int s = 0; s < round->n_commit; s++) {
                ore_model_add_coef(
                    model, row,
                    ore_charge_rate(round, f, o, s) *
                        charged_share(round, &round->budgets[b],
                                      &round->options[o], s, y),
                    ore_variables_award(round, variables, f, o, s));
            }
        }
    }
}

/* Purchases that fall on budget year y (with carry-over: on the years up to
 * y). */
static void put_purchases(const ore_round *round,
                          const ore_variables *variables, ore_model *model,
                          ore_row row, int b, int y)
{
    for (int i = 0; i < ore_count_purchases(round); i++) {
        const ore_purchase purchase = ore_purchase_at(round, variables, i);
        const int due = purchase.year - round->commit.first;

        if (purchase.budget == b &&
            (due == y || (due < y && round->budgets[b].carry_over))) {
            ore_model_add_coef(model, row, purchase.cost_m, purchase.col);
        }
    }
}

static int n_years_of(const ore_round *round, const ore_budget *budget)
{
    return budget->basis == ORE_BASIS_COMMITMENT ? round->n_commit
                                                 : round->n_budget_years;
}

/* Where the amount of year y is given. */
static ore_where place_of(const ore_budget *budget, int y)
{
    return budget->rows && budget->rows[y].file ? budget->rows[y]
           : budget->amount_where.file          ? budget->amount_where
                                                : budget->where;
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];
        double available_m = 0.0;

        for (int y = 0; y < n_years_of(round, budget); y++) {
            available_m =
                budget->amount_m[y] + (budget->carry_over ? available_m : 0.0);
            const ore_row row = ore_model_add_row(
                model, place_of(budget, y), -HUGE_VAL, available_m,
                "budget(%s,%d)", budget->id, round->commit.first + y);

            ore_model_row_limit(
                model, row,
                budget->carry_over ? "`amount` up to %d of budget %s = %.10g"
                                   : "`amount` %d of budget %s = %.10g",
                round->commit.first + y, budget->id, available_m);
            ore_model_row_amount(model, row, 0.0);
            put_charges(round, variables, model, row, b, y);
            put_purchases(round, variables, model, row, b, y);
        }
    }
}

/* What the round's commitments charge to account b in budget year y, M. */
static double used_m(const ore_round *round, const ore_result *result, int b,
                     int y)
{
    double sum_m =
        ore_purchase_charge_m(round, result, b, round->commit.first + y);

    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];
        const int s = ore_start_index(round, result, p);

        for (int i = 0; i < project->n_pairs && result->option[p] >= 0; i++) {
            const int f = project->first_pair + i;
            const double due_m =
                is_charged(round, f, b) ? ore_charge_m(round, result, f) : 0.0;

            if (round->budgets[b].basis == ORE_BASIS_DISBURSEMENT) {
                sum_m += due_m *
                         ore_spent_share(
                             round, &round->options[result->option[p]], s, y);
            } else if (s == y) {
                sum_m += due_m;
            }
        }
    }
    return sum_m;
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];
        double left_m = 0.0;

        for (int y = 0; y < n_years_of(round, budget); y++) {
            const double available_m =
                budget->amount_m[y] + (budget->carry_over ? left_m : 0.0);
            const double charge_m = used_m(round, result, b, y);

            ore_expect_le(report, charge_m, available_m, budget->where,
                          "budget %s %d", budget->id, round->commit.first + y);
            left_m = available_m - charge_m;
        }
    }
}

static void list_limits(const ore_round *round, const ore_result *result,
                        ore_limits *limits)
{
    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];

        for (int y = 0; y < n_years_of(round, budget); y++) {
            const double used_m = ore_figure_used_m(round, result, b, y);

            if (budget->amount_m[y] > 0.0 || used_m > 0.0) {
                ore_limits_add(
                    limits,
                    (ore_limit){.figure = "budget amount",
                                .of = b,
                                .s = y,
                                .id = budget->id,
                                .label = budget->label,
                                .label_ja = budget->label_ja,
                                .year = round->commit.first + y,
                                .unit = ORE_LIMIT_MONEY,
                                .limit =
                                    ore_figure_available_m(round, result, b, y),
                                .used = used_m,
                                .step = ore_limit_step(budget->amount_m[y]),
                                .where = place_of(budget, y)});
            }
        }
    }
}

static void relax(ore_round *edited, const ore_limit *limit)
{
    ore_budget *budgets = ore_round_own(edited, edited->budgets,
                                        edited->n_budgets, sizeof *budgets);
    double *amount_m = ore_round_own(edited, budgets[limit->of].amount_m,
                                     edited->n_budget_years, sizeof *amount_m);

    amount_m[limit->s] += limit->step;
    budgets[limit->of].amount_m = amount_m;
    edited->budgets = budgets;
}

/* The what-if sheets charge every commitment in its own year. */
static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];

        if (budget->basis != ORE_BASIS_COMMITMENT) {
            ore_notes_add(notes,
                          (ore_note_line){.text = "Account charged as money is "
                                                  "spent",
                                          .label = budget->label,
                                          .label_ja = budget->label_ja,
                                          .where = budget->where});
        }
    }
}

const ore_family ore_family_budget = {
    .name = "budget",
    .summary = "Yearly appropriations, at budget cost",
    .scope = ORE_SCOPE_SHARED,
    .limit_label = "Account",
    .emit = emit,
    .check = check,
    .list_limits = list_limits,
    .relax = relax,
    .list_unfollowed = list_unfollowed,
};
