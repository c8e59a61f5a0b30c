/* lend: a stockpile that lends serves the markets of its owner; what others
 * have of it in a response they pay back with interest until the horizon ends.
 * For material m in state j of a disruption, R[u] what stockpiles of owner u
 * release, L[u] what they lend, pooled[r] what market r has of what every
 * market may use:
 *
 *   R[u] <= sum over its markets of pooled
 *   L[u] + sum over other owners of R <= sum over other markets of pooled
 *   sum R + sum L <= sum over all markets of pooled
 *   owed[t] = (1 + rate) owed[t-1] + lend[t] - repay[t] >= 0, = 0 at the end
 *
 * The first three say that the tonnes can be shared out so (Hall's condition).
 * Repayments leave the chain's balance as purchases do. */

#include <math.h>

#include "economics/charges.h"
#include "orefolio/lending.h"
#include "registry.h"

/* Whose markets a sum is over: all, those of an owner, or those of others. */
typedef enum whose { EVERYBODY, OWN, OTHERS } whose;

static bool is_of(whose who, int owner, int funder)
{
    return who == EVERYBODY || (funder == owner) == (who == OWN);
}

/* Whether the stock's releases, and its loans, count in the sum. */
static bool releases_in(const ore_round *round, int h, whose who, int owner)
{
    return ore_lender(round, h) >= 0 && is_of(who, owner, ore_lender(round, h));
}

static bool lends_in(const ore_round *round, int h, whose who, int owner)
{
    return ore_lender(round, h) >= 0 &&
           (who == EVERYBODY ||
            (who == OTHERS && ore_lender(round, h) == owner));
}

static const char *const words[] = {
    [EVERYBODY] = "all", [OWN] = "own", [OTHERS] = "others"};

static void emit_share(const ore_round *round, const ore_variables *variables,
                       ore_model *model, int m, int j, whose who, int owner)
{
    const ore_row row = ore_model_add_row(
        model, round->materials[m].where, -HUGE_VAL, 0.0, "lend_%s(%s,%s,%s)",
        words[who], round->funders[owner].id, round->materials[m].id,
        round->states[j].name);

    for (int h = 0; h < round->n_stockpiles; h++) {
        const int at = ore_at_state(round, h, j);

        if (round->stockpiles[h].material != m) {
            continue;
        }
        if (releases_in(round, h, who, owner)) {
            ore_model_add_coef(model, row, 1.0, variables->release[at]);
        }
        if (lends_in(round, h, who, owner)) {
            ore_model_add_coef(model, row, 1.0, variables->lend[at]);
        }
    }
    for (int i = 0; i < round->n_targets; i++) {
        const ore_target *target = &round->targets[i];

        if (target->material == m &&
            is_of(who, owner, round->markets[target->market].funder)) {
            ore_model_add_coef(model, row, -1.0,
                               variables->pooled[ore_at_state(round, i, j)]);
        }
    }
}

/* The first stockpile of its owner that lends the material. */
static bool is_first(const ore_round *round, int h)
{
    for (int i = 0; i < h; i++) {
        if (round->stockpiles[i].material == round->stockpiles[h].material &&
            ore_lender(round, i) == ore_lender(round, h)) {
            return false;
        }
    }
    return ore_lender(round, h) >= 0;
}

static void emit_owed(const ore_round *round, const ore_variables *variables,
                      ore_model *model, int h, int t)
{
    const ore_stockpile *stockpile = &round->stockpiles[h];
    const bool is_last = t == round->n_years - 1;
    const ore_row row = ore_model_add_row(
        model, stockpile->where, 0.0, is_last ? 0.0 : HUGE_VAL, "owed(%s,%d)",
        stockpile->id, round->horizon.first + t);
    double factor = 1.0;

    for (int year = t; year >= 0; year--) {
        ore_model_add_coef(model, row, factor,
                           variables->lend[ore_at_state(round, h, year)]);
        ore_model_add_coef(model, row, -factor,
                           variables->repay[ore_at_year(round, h, year)]);
        factor *= 1.0 + stockpile->loan_rate;
    }
}

static bool lends_at_all(const ore_round *round, int h)
{
    bool does = false;

    for (int t = 0; t < round->n_years; t++) {
        does = does || ore_may_lend(round, h, t);
    }
    return does;
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int h = 0; h < round->n_stockpiles; h++) {
        const int m = round->stockpiles[h].material;

        for (int j = 0; j < round->n_states && is_first(round, h); j++) {
            if (round->states[j].disruption >= 0) {
                for (whose who = EVERYBODY; who <= OTHERS; who++) {
                    emit_share(round, variables, model, m, j, who,
                               ore_lender(round, h));
                }
            }
        }
        for (int t = 0; t < round->n_years && lends_at_all(round, h); t++) {
            emit_owed(round, variables, model, h, t);
        }
    }
}

static void check_share(const ore_round *round, const ore_result *result,
                        ore_report *report, int m, int j, whose who, int owner)
{
    double given_t = 0.0, pooled_tpa = 0.0;

    for (int h = 0; h < round->n_stockpiles; h++) {
        const int at = ore_at_state(round, h, j);

        if (round->stockpiles[h].material == m) {
            given_t += releases_in(round, h, who, owner)
                           ? result->released_t[at]
                           : 0.0;
            given_t +=
                lends_in(round, h, who, owner) ? result->lent_t[at] : 0.0;
        }
    }
    for (int i = 0; i < round->n_targets; i++) {
        const ore_target *target = &round->targets[i];

        if (target->material == m &&
            is_of(who, owner, round->markets[target->market].funder)) {
            pooled_tpa += ore_pooled_tpa(round, result, i, j);
        }
    }
    ore_expect_le(report, given_t, pooled_tpa, round->materials[m].where,
                  "releases and loans of %s by %s in %s (%s markets)",
                  round->materials[m].id, round->funders[owner].id,
                  round->states[j].name, words[who]);
}

static void check_loans(const ore_round *round, const ore_result *result,
                        ore_report *report, int h)
{
    const ore_stockpile *stockpile = &round->stockpiles[h];

    for (int j = 0; j < round->n_states; j++) {
        const double lent_t = result->lent_t[ore_at_state(round, h, j)];

        ore_expect_ge(report, lent_t, 0.0, stockpile->where, "loan of %s in %s",
                      stockpile->id, round->states[j].name);
        ore_expect_le(report, lent_t,
                      ore_may_lend(round, h, j) ? stockpile->loan_max_t : 0.0,
                      stockpile->where, "loan of %s in %s", stockpile->id,
                      round->states[j].name);
    }
    for (int t = 0; t < round->n_years; t++) {
        ore_expect_ge(report, result->repaid_t[ore_at_year(round, h, t)], 0.0,
                      stockpile->where, "repayment to %s in %d", stockpile->id,
                      round->horizon.first + t);
        ore_expect_ge(report, ore_owed_t(round, result, h, t), 0.0,
                      stockpile->where, "what is owed to %s in %d",
                      stockpile->id, round->horizon.first + t);
    }
    ore_expect_eq(report, ore_owed_t(round, result, h, round->n_years - 1), 0.0,
                  stockpile->where, "what is owed to %s at the end",
                  stockpile->id);
}

/* One that lends nothing has neither loans nor repayments. */
static bool has_loans(const ore_round *round, const ore_result *result, int h)
{
    bool has = round->stockpiles[h].lends;

    for (int j = 0; j < round->n_states; j++) {
        has = has || result->lent_t[ore_at_state(round, h, j)] != 0.0 ||
              (j < round->n_years &&
               result->repaid_t[ore_at_year(round, h, j)] != 0.0);
    }
    return has;
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int h = 0; h < round->n_stockpiles; h++) {
        if (has_loans(round, result, h)) {
            check_loans(round, result, report, h);
        }
        for (int j = 0; j < round->n_states && is_first(round, h); j++) {
            if (round->states[j].disruption >= 0) {
                for (whose who = EVERYBODY; who <= OTHERS; who++) {
                    check_share(round, result, report,
                                round->stockpiles[h].material, j, who,
                                ore_lender(round, h));
                }
            }
        }
    }
}

const ore_family ore_family_lend = {
    .name = "lend",
    .summary = "Stockpiles that lend serve their owner; loans are paid back",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
};
