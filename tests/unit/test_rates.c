/* Rates of currencies, and amounts and prices that are given in them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "near.h"
#include "read/read.h"

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[200];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *out = fopen(path, "w");

    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

/* A round with what `more` says of it and of its currency. */
static ore_round *read_round(const char *currency, const char *more)
{
    char folder[] = "/tmp/ore_rates_XXXXXX", path[200], text[2000];
    const ore_read_options asked = {0};
    ore_diags *diags = ore_diags_new();
    ore_round *round = NULL;

    assert_non_null(mkdtemp(folder));
    snprintf(text, sizeof text,
             "[round]\nname = R\nhorizon = 2026-2030\ncommit = 2026-2027\n"
             "currency = %s\n[tables]\nprojects = projects.csv\n"
             "flows = flows.csv\n[funder F]\n%s",
             currency, more);
    write_file(folder, "round.ini", text);
    write_file(
        folder, "projects.csv",
        "id,name,mineral,stage,country,capex\nA,Mine,nickel,mine,AU,9\n");
    write_file(folder, "flows.csv", "project,material,output_tpa\nA,ore,10\n");
    snprintf(path, sizeof path, "%s/round.ini", folder);
    const ore_status status = ore_read_round_file(path, &asked, diags, &round);

    ore_diags_print(diags, stderr);
    assert_int_equal(status, ORE_OK);
    ore_diags_free(diags);
    unlink(path);
    snprintf(path, sizeof path, "%s/projects.csv", folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/flows.csv", folder);
    unlink(path);
    rmdir(folder);
    return round;
}

static void expect_rate(const ore_round *round, const char *code, double rate)
{
    const ore_currency *currency = ore_currency_in(round, code);

    assert_non_null(currency);
    expect_near(currency->rate, rate, 1e-12);
    expect_near(currency->worth, 1.0 / rate, 1e-12);
}

static void any_number_of_rates_is_read(void **unused)
{
    ore_round *round = read_round("EUR", "[currency USD]\nrate = 1.25\n"
                                         "[currency JPY]\nrate = 160\n");

    (void)unused;
    assert_int_equal(round->n_currencies, 3);
    expect_rate(round, "EUR", 1.0);
    expect_rate(round, "USD", 1.25);
    expect_rate(round, "JPY", 160.0);
    assert_null(ore_currency_in(round, "KRW"));
    ore_round_free(round);
}

/* In a round in dollars it is the rate; of the round's own currency it says
 * what a dollar is worth. */
static void per_usd_is_a_rate_of_the_dollar(void **unused)
{
    ore_round *usd = read_round("USD", "[currency EUR]\nper_usd = 0.8\n");
    ore_round *jpy = read_round("JPY", "[currency JPY]\nper_usd = 150\n");

    (void)unused;
    expect_rate(usd, "EUR", 0.8);
    assert_false(ore_currency_in(usd, "EUR")->is_inverse);
    expect_rate(jpy, "USD", 1.0 / 150.0);
    assert_true(ore_currency_in(jpy, "USD")->worth == 150.0);
    assert_true(ore_currency_in(jpy, "USD")->is_inverse);
    ore_round_free(usd);
    ore_round_free(jpy);
}

static void amounts_are_converted(void **unused)
{
    ore_round *round =
        read_round("EUR", "[currency JPY]\nrate = 160\n"
                          "[budget b]\nfunder = F\namount = 1600\n"
                          "currency = JPY\n"
                          "[budget c]\nfunder = F\namount = 7\n"
                          "currency = round\n"
                          "[instrument grant]\nkind = grant\nfunder = F\n"
                          "budget = b\ncurrency = JPY\nticket_max = 800\n");

    (void)unused;
    expect_near(round->budgets[0].amount_m[0], 10.0, 1e-12);
    expect_near(round->budgets[1].amount_m[0], 7.0, 0.0);
    expect_near(round->instruments[0].ticket_max_m, 5.0, 1e-12);
    ore_round_free(round);
}

static void prices_are_in_the_rounds_currency_or_in_dollars(void **unused)
{
    ore_round *round = read_round(
        "EUR", "[currency USD]\nrate = 1.25\n"
               "[material ore]\nprice_usd_per_t = 1000\n"
               "[budget b]\nfunder = F\namount = 9\n"
               "[stockpile own]\nmaterial = ore\nbudget = b\nprice_per_t = 70\n"
               "[stockpile usual]\nmaterial = ore\nbudget = b\n"
               "[instrument floor]\nkind = price_support\nfunder = F\n"
               "budget = b\nmaterial = ore\nstrike_usd_per_t = 2000\n"
               "price_usd_per_t = 2026:500 2028:750\ncharge = stress\n"
               "stress_price_per_t = 300\n");
    const ore_contingent *floor = &round->instruments[0].contingent;

    (void)unused;
    expect_near(round->materials[0].price_per_t, 800.0, 1e-9);
    expect_near(round->stockpiles[0].cost_m_per_t, 70e-6, 1e-15);
    expect_near(round->stockpiles[1].cost_m_per_t, 800e-6, 1e-15);
    expect_near(floor->strike_per_t, 1600.0, 1e-9);
    expect_near(floor->stress_per_t, 300.0, 0.0);
    expect_near(floor->price_per_t[1], 400.0, 1e-9);
    expect_near(floor->price_per_t[4], 600.0, 1e-9);
    ore_round_free(round);
}

static void fiscal_years_are_the_rounds_or_the_funders(void **unused)
{
    ore_round *round =
        read_round("EUR", "[report]\nyears = JFY\n"
                          "[funder G]\nfiscal_year = USFY\n"
                          "[funder H]\nfiscal_year = calendar\n");

    (void)unused;
    assert_int_equal(round->funders[0].year_kind, ORE_YEARS_JFY);
    assert_int_equal(round->funders[1].year_kind, ORE_YEARS_USFY);
    assert_int_equal(round->funders[2].year_kind, ORE_YEARS_CALENDAR);
    ore_round_free(round);
}

static void countries_have_labels(void **unused)
{
    ore_round *round =
        read_round("EUR", "[country ROW]\nlabel = Rest\n[country CN]\n");

    (void)unused;
    assert_string_equal(ore_country_in(round, "ROW")->label, "Rest");
    assert_string_equal(ore_country_in(round, "ROW")->label_ja, "Rest");
    assert_string_equal(ore_country_in(round, "CN")->label, "China");
    assert_string_equal(ore_country_in(round, "CN")->label_ja, "中国");
    assert_null(ore_country_in(round, "AU"));
    ore_round_free(round);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_rates_is_read),
        cmocka_unit_test(per_usd_is_a_rate_of_the_dollar),
        cmocka_unit_test(amounts_are_converted),
        cmocka_unit_test(prices_are_in_the_rounds_currency_or_in_dollars),
        cmocka_unit_test(fiscal_years_are_the_rounds_or_the_funders),
        cmocka_unit_test(countries_have_labels),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
