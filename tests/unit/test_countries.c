/* Countries and currencies: every code of ISO 3166-1 and of ISO 4217, sorted,
 * with its names, and what people mean by other words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/countries.h"
#include "base/currencies.h"
#include "orefolio/common.h"

static void countries_are_sorted_and_named(void **unused)
{
    (void)unused;
    for (int i = 0; i < ORE_COUNTRIES; i++) {
        const ore_country_name *country = &ore_country_names[i];

        assert_int_equal(strlen(country->code), 2);
        assert_int_equal(strlen(country->alpha_3), 3);
        assert_true(*country->english && *country->japanese);
        assert_ptr_equal(ore_country_of(country->code), country);
        assert_ptr_equal(ore_country_meant(country->english), country);
        assert_ptr_equal(ore_country_meant(country->alpha_3), country);
        assert_true(i == 0 ||
                    strcmp(ore_country_names[i - 1].code, country->code) < 0);
        assert_false(ore_country_is_free(country->code));
    }
}

static void a_country_is_known_by_other_words(void **unused)
{
    static const char *const words[][2] = {
        {"us", "US"},         {"Australia", "AU"}, {"australia ", "AU"},
        {"ＦＩ", "FI"},       {"UK", "GB"},        {"USA", "US"},
        {"日本", "JP"},       {"Japann", "JP"},    {"South Korea", "KR"},
        {"Ivory Coast", "CI"}};

    (void)unused;
    for (int i = 0; i < ORE_COUNT_OF(words); i++) {
        const ore_country_name *meant = ore_country_meant(words[i][0]);

        assert_non_null(meant);
        assert_string_equal(meant->code, words[i][1]);
        assert_null(ore_country_of(words[i][0]));
    }
    assert_null(ore_country_meant("Atlantis"));
    assert_null(ore_country_meant("ZZ"));
    assert_null(ore_country_of(""));
}

static void codes_of_the_users_are_free(void **unused)
{
    (void)unused;
    assert_true(ore_country_is_free("ZZ"));
    assert_true(ore_country_is_free("XA"));
    assert_true(ore_country_is_free("QM"));
    assert_false(ore_country_is_free("QL"));
    assert_false(ore_country_is_free("xa"));
    assert_false(ore_country_is_free("XAA"));
}

static void a_currency_is_known_by_its_names(void **unused)
{
    static const char *const words[][2] = {{"eur", "EUR"},
                                           {"Euro", "EUR"},
                                           {"yen", "JPY"},
                                           {"米ドル", "USD"},
                                           {"us dollar", "USD"}};

    (void)unused;
    for (int i = 0; i < ORE_COUNT_OF(words); i++) {
        const ore_currency_name *meant = ore_currency_meant(words[i][0]);

        assert_non_null(meant);
        assert_string_equal(meant->code, words[i][1]);
        assert_null(ore_currency_of(words[i][0]));
    }
    assert_null(ore_currency_meant("doubloon"));
    /* A code of ISO 4217 that stands for no money. */
    assert_null(ore_currency_of("XTS"));
}

static void yen_and_won_are_small(void **unused)
{
    (void)unused;
    assert_true(ore_currency_of("JPY")->is_small);
    assert_true(ore_currency_of("KRW")->is_small);
    assert_false(ore_currency_of("USD")->is_small);
    assert_false(ore_currency_of("EUR")->is_small);
    assert_string_equal(ore_currency_of("EUR")->japanese, "ユーロ");
    assert_string_equal(ore_currency_of("ZWL")->code, "ZWL");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(countries_are_sorted_and_named),
        cmocka_unit_test(a_country_is_known_by_other_words),
        cmocka_unit_test(codes_of_the_users_are_free),
        cmocka_unit_test(a_currency_is_known_by_its_names),
        cmocka_unit_test(yen_and_won_are_small),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
