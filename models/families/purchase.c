/* purchase: optional supply is bought as far as it is there, in years that the
 * account which pays for it covers.
 *
 *   0 <= take[i,t] <= supply[i,t]
 *
 * The bounds of the columns say it, so there are no rows; what is bought enters
 * the chain's balance, and its cost is charged with the commitments
 * (families/budget.c). */
#include "orefolio/timing.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    (void)round;
    (void)variables;
    (void)model;
}

static void check_taken(const ore_round *round, const ore_result *result,
                        ore_report *report, int i, int t)
{
    const ore_supply *supply = &round->supplies[i];
    const double taken_tpa = result->taken_tpa[ore_at_year(round, i, t)];
    const int year = round->horizon.first + t;
    const bool is_covered =
        supply->budget < 0 || ore_account_covers(round, supply->budget, year);

    ore_expect_ge(report, taken_tpa, 0.0, supply->where,
                  "supply of %s bought from %s in %d",
                  round->materials[supply->material].id, supply->country, year);
    ore_expect_le(report, taken_tpa,
                  supply->is_optional && is_covered ? supply->tpa[t] : 0.0,
                  supply->where, "supply of %s bought from %s in %d",
                  round->materials[supply->material].id, supply->country, year);
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int i = 0; i < round->n_supplies; i++) {
        for (int t = 0; t < round->n_years && round->supplies[i].is_optional;
             t++) {
            check_taken(round, result, report, i, t);
        }
    }
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (ore_has_optional_supply(round)) {
        ore_notes_add(
            notes,
            (ore_note_line){.text = "Optional supply: stays as it was bought"});
    }
}

const ore_family ore_family_purchase = {
    .name = "purchase",
    .summary = "Optional supply: how much of it is bought",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
