/* sale: each proposed asset sale that is open has one answer at most; without
 * any it goes ahead, and the supply is lost from its year on.
 *
 *   sum over a   answer[i,a] <= 1     all i;  = 1 where the review demands one
 *
 * Under conditions a share of the supply at risk stays, blocked all of it, and
 * after a counter-bid all of it for the bidder's market. What stays enters
 * the chain's balance and the markets like optional supply that is bought; what
 * the answer costs is charged in the year of the sale (families/budget.c). */
#include <math.h>

#include "orefolio/asset_sales.h"
#include "orefolio/variables.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        if (!supply->is_open) {
            continue;
        }
        const ore_row row = ore_model_add_row(
            model, supply->where, supply->must_answer ? 1.0 : -HUGE_VAL, 1.0,
            "sale(%s,%s,%d)", round->materials[supply->material].id,
            supply->country, i + 1);

        for (int a = 0; a < ORE_SALE_ANSWERS; a++) {
            ore_model_add_coef(model, row, 1.0,
                               variables->answer[i * ORE_SALE_ANSWERS + a]);
        }
    }
}

/* A sale that nobody asks about has no answer, and one that is open has one of
 * those that its row of the table gives. */
static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];
        const int answer = (int)result->answer[i];
        const bool is_given = answer == ORE_SALE_LET_GO
                                  ? !(supply->is_open && supply->must_answer)
                                  : supply->is_open && answer > 0 &&
                                        answer < ORE_SALE_ANSWERS &&
                                        isfinite(supply->answer_cost_m[answer]);

        if (supply->is_open || answer != ORE_SALE_LET_GO) {
            ore_expect_eq(report, is_given ? 1.0 : 0.0, 1.0, supply->where,
                          "answer to the sale of %s %s",
                          round->materials[supply->material].id,
                          *supply->asset ? supply->asset : supply->country);
        }
    }
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (ore_has_open_sales(round)) {
        ore_notes_add(
            notes,
            (ore_note_line){.text = "Asset sales: stay as they are answered"});
    }
}

const ore_family ore_family_sale = {
    .name = "sale",
    .summary = "Proposed asset sales: let go, conditions, block, counter-bid",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
