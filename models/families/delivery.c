/* delivery: what a market receives is in proportion to what its funder pays.
 *
 *   (low - band[r]) all <= received[r] <= (high + band[r]) all
 *   received[r] = sum over m, t of deliver[m,r,t] / sum over r' target[m,r',t]
 *   all = sum over r of received[r]
 *
 * low and high are the funder's agreed shares of all budget cost; with
 * `delivery_basis = paid` the ends of the step that its real share is in, one
 * binary a step, and rows that hold only while it is 1:
 *
 *   sum over k of paid[r,k] = 1
 *   low[k] cost of all <= cost of the funder <= high[k] cost of all
 *
 * A tonne is counted as a share of what all markets ask of its material in its
 * year, so that tonnes of different materials add up; with `delivery_each =
 * material` the rule holds for each material by itself. */
#include <math.h>
#include <stdlib.h>

#include "economics/charges.h"
#include "economics/delivery_steps.h"
#include "orefolio/memory.h"
#include "registry.h"

/* A market's rule while its rows are written. */
typedef struct writing {
    const ore_round *round;
    const ore_variables *variables;
    ore_model *model;
    int r;
    const ore_market *market;
    ore_col when; /* the step that the rows are of; absent = they always hold */
    int step;     /* its number, for names */
} writing;

static ore_expression new_row(const writing *w, bool is_min, const char *what,
                              const char *of)
{
    char *step = w->when.at >= 0 ? ore_print(",%d", w->step) : ore_copy("");
    const ore_row row = ore_model_add_row(
        w->model, w->market->where, is_min ? 0.0 : -HUGE_VAL,
        is_min ? HUGE_VAL : 0.0, "%s_%s(%s%s%s%s)", what,
        is_min ? "min" : "max", w->market->id, *of ? "," : "", of, step);

    free(step);
    return (ore_expression){
        .model = w->model, .goal = -1, .scale = 1.0, .row = row};
}

static void finish_row(const writing *w, const ore_expression *sum)
{
    if (w->when.at >= 0) {
        ore_model_relax_row(w->model, sum->row, &w->when, 1);
    }
}

/* Whether a share is no limit: that of 0.9 and a band of 0.1 is all of it, with
 * coefficients that are nothing but rounding. */
static bool is_no_limit(double share, bool is_min)
{
    static const double rounding = 1e-9;

    return is_min ? share <= rounding : share >= 1.0 - rounding;
}

/* received - share all, of material m; of all materials when m is negative. */
static void add_received(const writing *w, int m, double share, bool is_min)
{
    if (is_no_limit(share, is_min)) {
        return;
    }
    const ore_round *round = w->round;
    const ore_expression sum =
        new_row(w, is_min, "delivery", m < 0 ? "" : round->materials[m].id);

    ore_model_row_limit(w->model, sum.row,
                        "`delivery_band` of market %s = %.10g", w->market->id,
                        w->market->delivery_band);
    for (int i = 0; i < round->n_targets; i++) {
        const double mine = round->targets[i].market == w->r ? 1.0 : 0.0;

        for (int t = 0;
             t < round->n_years && (m < 0 || round->targets[i].material == m);
             t++) {
            ore_expression_add(
                &sum, (mine - share) * ore_delivery_per_tonne(round, i, t),
                w->variables->deliver[ore_at_state(round, i, t)]);
        }
    }
    finish_row(w, &sum);
}

/* Both ends of the band, for each material that is looked at by itself. */
static void add_band(const writing *w, double low, double high)
{
    const double band = w->market->delivery_band;

    for (int m = -1; m < w->round->n_materials; m++) {
        if (ore_delivery_holds_for(w->round, w->r, m)) {
            add_received(w, m, low - band, true);
            add_received(w, m, high + band, false);
        }
    }
}

/* cost of the funder - share × cost of all. */
static void add_paid(const writing *w, double share, bool is_min)
{
    if (is_no_limit(share, is_min)) {
        return;
    }
    ore_expression sum = new_row(w, is_min, "delivery_paid", "");

    ore_expression_add_funder_cost(w->round, w->variables, &sum, 1.0,
                                   w->market->funder);
    ore_expression_add_funder_cost(w->round, w->variables, &sum, -share, -1);
    finish_row(w, &sum);
}

static void add_steps(writing *w)
{
    const int n = ore_delivery_count_steps(w->market);
    const ore_row one = ore_model_add_row(w->model, w->market->where, 1.0, 1.0,
                                          "delivery_step(%s)", w->market->id);

    for (int k = 0; k < n; k++) {
        const ore_col paid =
            w->variables->paid[w->r * w->variables->max_paid + k];

        ore_model_add_coef(w->model, one, 1.0, paid);
    }
    for (int k = 0; k < n; k++) {
        const double low = ore_delivery_step_low(w->market, k);
        const double high = ore_delivery_step_low(w->market, k + 1);

        w->when = w->variables->paid[w->r * w->variables->max_paid + k];
        w->step = k + 1;
        add_paid(w, low, true);
        add_paid(w, high, false);
        add_band(w, low, high);
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int r = 0; r < round->n_markets; r++) {
        const ore_market *market = &round->markets[r];
        writing w = {.round = round,
                     .variables = variables,
                     .model = model,
                     .r = r,
                     .market = market,
                     .when = {-1}};

        if (isnan(market->delivery_band)) {
            continue;
        }
        if (market->delivery_basis == ORE_DELIVERY_PAID) {
            add_steps(&w);
        } else {
            const ore_funder *funder = &round->funders[market->funder];

            add_band(&w, funder->budget_cost_share_min,
                     funder->budget_cost_share_max);
        }
    }
}

static void check_market(const ore_round *round, const ore_result *result,
                         ore_report *report, int r)
{
    const ore_market *market = &round->markets[r];
    const ore_share_range range = ore_delivery_range(round, result, r);

    for (int m = -1; m < round->n_materials; m++) {
        double all;

        if (!ore_delivery_holds_for(round, r, m)) {
            continue;
        }
        const double received =
            ore_delivery_received(round, result, r, m, &all);
        const char *of = m < 0 ? "deliveries" : round->materials[m].id;

        ore_expect_ge(report, received,
                      fmax(0.0, range.low - market->delivery_band) * all,
                      market->where, "least share of %s to %s", of, market->id);
        ore_expect_le(report, received,
                      fmin(1.0, range.high + market->delivery_band) * all,
                      market->where, "greatest share of %s to %s", of,
                      market->id);
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int r = 0; r < round->n_markets; r++) {
        if (!isnan(round->markets[r].delivery_band)) {
            check_market(round, result, report, r);
        }
    }
}

static bool has_bands(const ore_round *round)
{
    for (int r = 0; r < round->n_markets; r++) {
        if (!isnan(round->markets[r].delivery_band)) {
            return true;
        }
    }
    return false;
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (has_bands(round)) {
        ore_notes_add(
            notes,
            (ore_note_line){
                .text = "Deliveries to a market by what its funders pay"});
    }
}

const ore_family ore_family_delivery = {
    .name = "delivery",
    .summary = "Deliveries to markets in proportion to what funders pay",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
