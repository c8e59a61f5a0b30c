/* A book in whatever currency: units, names and rates follow it. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "near.h"
#include "write/book/columns.h"
#include "write/book/money.h"
#include "write/book/sheet.h"

/* A round in euros with rates of won, dollars and yen. */
static const ore_currency currencies[] = {
    {"EUR", 1.0, 1.0, false, {0}},
    {"JPY", 160.0, 1.0 / 160.0, false, {0}},
    {"KRW", 1500.0, 1.0 / 1500.0, false, {0}},
    {"USD", 1.25, 0.8, false, {0}}};

static ore_book *book_in(const ore_round *round, const ore_result *result,
                         const char *money, const char *language)
{
    const ore_write_options options = {.version = "0",
                                       .statistics = &fixture_statistics,
                                       .solver = "GLPK 5.0",
                                       .language = language,
                                       .money = money,
                                       .no_timings = true};

    return ore_book_new(round, result, &options);
}

static bool has_name(const ore_book *book, const char *name)
{
    for (int i = 0; i < book->n_names; i++) {
        if (strcmp(book->names[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static void units_follow_the_money(void **state)
{
    static const struct {
        const char *money, *language, *unit, *unit_cost, *cap;
        double rate;
    } shown[] = {
        {"EUR", "en", "EUR m", "EUR k per t/yr", "Budget_cap_EURm", 1.0},
        {"EUR", "ja", "百万ユーロ", "千ユーロ／年産t", "Budget_cap_EURm", 1.0},
        {"USD", "en", "USD m", "USD k per t/yr", "Budget_cap_USDm", 1.25},
        {"JPY", "ja", "億円", "百万円／年産t", "Budget_cap_JPY", 1.6},
        {"KRW", "en", "KRW bn", "KRW m per t/yr", "Budget_cap_KRW", 1.5},
        {"KRW", "ja", "億ウォン", "百万ウォン／年産t", "Budget_cap_KRW", 15.0}};
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    round.currency = "EUR";
    round.n_currencies = ORE_COUNT_OF(currencies);
    round.currencies = currencies;
    for (int i = 0; i < ORE_COUNT_OF(shown); i++) {
        ore_book *book =
            book_in(&round, result, shown[i].money, shown[i].language);

        assert_string_equal(ore_book_unit(book, ORE_MONEY), shown[i].unit);
        assert_string_equal(ore_book_unit(book, ORE_UNIT_COST),
                            shown[i].unit_cost);
        assert_true(has_name(book, shown[i].cap));
        assert_true(has_name(book, "FX_KRW_per_EUR"));
        assert_true(has_name(book, "FX_USD_per_EUR"));
        expect_near(book->money_rate, shown[i].rate, 1e-12);
        ore_book_free(book);
    }
    ore_result_free(result);
}

/* Totals are shown in each of the others, and in none when they are converted.
 */
static void totals_are_shown_in_other_money(void **state)
{
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    round.currency = "EUR";
    round.n_currencies = ORE_COUNT_OF(currencies);
    round.currencies = currencies;
    ore_book *book = book_in(&round, result, "EUR", "en");

    assert_int_equal(ore_book_foreign_count(book), 3);
    assert_string_equal(ore_book_foreign(book, 1)->code, "KRW");
    expect_near(ore_book_sum(book, "funding.foreign", 1),
                ore_book_sum(book, "funding.total", -1) * 1.5, 1e-9);
    expect_near(ore_book_sum(book, "funding.foreign", 2),
                ore_book_sum(book, "funding.total", -1) * 1.25, 1e-9);
    assert_true(has_name(book, "Total_support_KRW"));
    assert_true(has_name(book, "Total_support_EUR"));
    ore_book_free(book);
    book = book_in(&round, result, "KRW", "en");
    assert_int_equal(ore_book_foreign_count(book), 0);
    assert_true(has_name(book, "Total_support_KRW"));
    assert_false(has_name(book, "Total_support_EUR"));
    ore_book_free(book);
    ore_result_free(result);
}

/* A round in yen that says what a dollar is worth shows the rate so, and no
 * totals in dollars. */
static void an_inverse_rate_is_shown_as_it_is_given(void **state)
{
    static const ore_currency in_yen[] = {
        {"JPY", 1.0, 1.0, false, {0}}, {"USD", 1.0 / 150.0, 150.0, true, {0}}};
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    round.currency = "JPY";
    round.currencies = in_yen;
    ore_book *book = book_in(&round, result, "JPY", "en");

    assert_int_equal(ore_book_foreign_count(book), 0);
    assert_true(has_name(book, "FX_JPY_per_USD"));
    assert_string_equal(ore_book_rate_unit(book, &in_yen[1]), "JPY per USD");
    assert_string_equal(ore_book_unit(book, ORE_MONEY), "JPY m");
    ore_book_free(book);
    ore_result_free(result);
}

/* Years of accounts have names where a funder's differ from the round's. */
static void account_years_are_named(void **state)
{
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_funder funders[2] = {fixture_funders[0], fixture_funders[1]};

    (void)state;
    funders[0].year_kind = ORE_YEARS_JFY;
    round.funders = funders;
    ore_book *book = book_in(&round, result, "USD", "en");
    const ore_sheet_row row = ore_book_row(book, "budgets", 0);

    assert_true(ore_book_has_fiscal_years(book));
    assert_non_null(strstr(ore_cell_at(row, "accountyear")->text, "Y 20"));
    for (int b = 0; b < round.n_budgets; b++) {
        assert_string_equal(
            ore_book_account_year(book, &round.budgets[b], 2027),
            round.budgets[b].funder == 0 ? "JFY 2027" : "CY 2027");
    }
    ore_book_free(book);
    round.funders = fixture_funders;
    book = book_in(&round, result, "USD", "en");
    assert_false(ore_book_has_fiscal_years(book));
    assert_string_equal(ore_book_account_year(book, &round.budgets[0], 2027),
                        "2027");
    ore_book_free(book);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_follow_the_money),
        cmocka_unit_test(totals_are_shown_in_other_money),
        cmocka_unit_test(an_inverse_rate_is_shown_as_it_is_given),
        cmocka_unit_test(account_years_are_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
