/* stockpile: what is bought is held, and released only in a disruption.
 *
 *   initial[h] + sum over years of buy[h,t] <= capacity[h]
 *   sum over years up to that of j, of its disruption, of release[h,.]
 *       <= initial[h] + sum of buy[h,t] over the years before it began
 *   (with what it lends, and what is paid back before; families/lend.c)
 *
 * What is bought leaves the chain's balance, what is released enters it, and
 * the cost is charged with the commitments (families/budget.c). */
#include <math.h>

#include "orefolio/timing.h"
#include "registry.h"

static void emit_capacity(const ore_round *round,
                          const ore_variables *variables, ore_model *model,
                          int h)
{
    const ore_stockpile *stockpile = &round->stockpiles[h];

    if (!isfinite(stockpile->capacity_t)) {
        return;
    }
    const ore_row row =
        ore_model_add_row(model, stockpile->where, -HUGE_VAL,
                          stockpile->capacity_t - stockpile->initial_t,
                          "stockpile_capacity(%s)", stockpile->id);

    ore_model_row_limit(model, row, "`capacity_t` of stockpile %s = %.10g",
                        stockpile->id, stockpile->capacity_t);
    ore_model_row_amount(model, row, stockpile->initial_t);
    for (int t = 0; t < round->n_years; t++) {
        ore_model_add_coef(model, row, 1.0,
                           variables->buy[ore_at_year(round, h, t)]);
    }
}

/* Whether state i belongs to the disruption of j and is not after it. */
static bool comes_before(const ore_round *round, int i, int j)
{
    return round->states[i].disruption == round->states[j].disruption &&
           round->states[i].t <= round->states[j].t;
}

static void emit_release(const ore_round *round, const ore_variables *variables,
                         ore_model *model, int h, int j)
{
    const ore_stockpile *stockpile = &round->stockpiles[h];

    if (round->states[j].disruption < 0) {
        return;
    }
    const ore_row row = ore_model_add_row(
        model, stockpile->where, -HUGE_VAL, stockpile->initial_t,
        "stockpile_release(%s,%s)", stockpile->id, round->states[j].name);

    for (int i = 0; i < round->n_states; i++) {
        if (comes_before(round, i, j)) {
            ore_model_add_coef(model, row, 1.0,
                               variables->release[ore_at_state(round, h, i)]);
            ore_model_add_coef(model, row, 1.0,
                               variables->lend[ore_at_state(round, h, i)]);
        }
    }
    for (int t = 0; t < round->n_years; t++) {
        if (ore_stock_serves(round, t, j)) {
            ore_model_add_coef(model, row, -1.0,
                               variables->buy[ore_at_year(round, h, t)]);
        }
        if (j < round->n_years && t < j) {
            ore_model_add_coef(model, row, -1.0,
                               variables->repay[ore_at_year(round, h, t)]);
        }
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int h = 0; h < round->n_stockpiles; h++) {
        emit_capacity(round, variables, model, h);
        for (int j = 0; j < round->n_states; j++) {
            emit_release(round, variables, model, h, j);
        }
    }
}

/* Walks through each disruption in time, with what is left in the store. */
static void check_releases(const ore_round *round, const ore_result *result,
                           ore_report *report, int h)
{
    const ore_stockpile *stockpile = &round->stockpiles[h];

    for (int w = 0; w < round->n_disruptions; w++) {
        const int began = round->disruptions[w].years.first;
        double left_t = stockpile->initial_t;

        for (int t = 0; t < began - round->horizon.first && t < round->n_years;
             t++) {
            left_t += result->bought_t[ore_at_year(round, h, t)];
        }
        for (int j = 0; j < round->n_states; j++) {
            if (round->states[j].disruption == w) {
                const double out_t =
                    result->released_t[ore_at_state(round, h, j)];

                ore_expect_le(report, out_t,
                              fmin(left_t, stockpile->release_max_tpa),
                              stockpile->where, "release of %s in %s",
                              stockpile->id, round->states[j].name);
                left_t -= out_t + result->lent_t[ore_at_state(round, h, j)];
                if (stockpile->lends) {
                    ore_expect_ge(report, left_t, 0.0, stockpile->where,
                                  "what %s holds after its loans in %s",
                                  stockpile->id, round->states[j].name);
                }
                left_t += j < round->n_years
                              ? result->repaid_t[ore_at_year(round, h, j)]
                              : 0.0;
            }
        }
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int h = 0; h < round->n_stockpiles; h++) {
        const ore_stockpile *stockpile = &round->stockpiles[h];
        double held_t = stockpile->initial_t;

        for (int t = 0; t < round->n_years; t++) {
            const double bought_t = result->bought_t[ore_at_year(round, h, t)];

            ore_expect_ge(report, bought_t, 0.0, stockpile->where,
                          "purchase for %s in %d", stockpile->id,
                          round->horizon.first + t);
            ore_expect_le(report, bought_t, stockpile->buy_max_tpa,
                          stockpile->where, "purchase for %s in %d",
                          stockpile->id, round->horizon.first + t);
            held_t += bought_t;
        }
        ore_expect_le(report, held_t, stockpile->capacity_t, stockpile->where,
                      "capacity of stockpile %s", stockpile->id);
        check_releases(round, result, report, h);
    }
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (round->n_stockpiles + round->n_disruptions > 0) {
        ore_notes_add(notes,
                      (ore_note_line){.text = "Stockpiles and disruptions"});
    }
}

const ore_family ore_family_stockpile = {
    .name = "stockpile",
    .summary = "Purchases, capacity and releases of stockpiles",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
