/* Numbers and names as text. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

static void test_numbers(void **state)
{
    static const struct {
        const char *text;
        double value;
    } good[] = {{"0", 0.0},      {"-1.5", -1.5}, {"+2", 2.0},  {".5", 0.5},
                {"1e3", 1000.0}, {"1E-2", 0.01}, {"007", 7.0}, {"5.", 5.0}};

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        double value = nan("");

        assert_null(ore_parse_number(good[i].text, &value));
        assert_true(value == good[i].value);
    }
}

static void test_hints(void **state)
{
    static const struct {
        const char *text, *hint;
    } bad[] = {
        {"", ""},
        {"many", ""},
        {"1,234", " (remove the thousands separator)"},
        {"1,234,567.5", " (remove the thousands separator)"},
        {"12,5", " (the decimal sign is a point)"},
        {"12 %", " (12 % is written 0.12)"},
        {"12%", " (12 % is written 0.12)"},
        {"\xEF\xBC\x91", " (full-width digits: write ASCII ones)"},
        {"NaN", " (it must be finite)"},
        {"-inf", " (it must be finite)"},
        {"1e999", " (it is too large)"},
        {"0x10", " (hexadecimal is not read)"},
        {"(5)", " (negative numbers are written -5, not (5))"},
        {"#N/A", " (a spreadsheet's error value)"},
        {"$5", " without a currency sign"},
        {"10 t", " without a unit"},
        {"1 000", " (remove the blanks)"},
        {"2026/1/5", ", not a date"},
        {" 7", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        double value = 4.0;
        const char *hint = ore_parse_number(bad[i].text, &value);

        assert_non_null(hint);
        assert_string_equal(hint, bad[i].hint);
        assert_true(value == 4.0);
    }
}

static void test_round_trip(void **state)
{
    static const double values[] = {0.0,  0.1,   1.0 / 3.0, 1e300,
                                    -2.5, 1e-12, 123456.0,  0.1 + 0.2};

    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char *text = ore_number_text(values[i]);
        double value = nan("");

        assert_null(ore_parse_number(text, &value));
        assert_true(value == values[i]);
        free(text);
    }
    char *text = ore_number_text(0.1);

    assert_string_equal(text, "0.1");
    free(text);
}

static void test_shown(void **state)
{
    char longer[200];

    (void)state;
    assert_string_equal(ore_shown("a\x1b[b"), "a\\x1B[b");
    assert_string_equal(ore_shown("\xE2\x80\xAE"), "\\xE2\\x80\\xAE");
    assert_string_equal(ore_shown("\xFFx"), "\\xFFx");
    assert_string_equal(ore_shown("\xE9\x89\xB1"), "\xE9\x89\xB1");
    memset(longer, 'a', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_int_equal(strlen(ore_shown(longer)), 63);
    /* Eight at a time stay valid. */
    const char *first = ore_shown("first");

    for (int i = 0; i < 7; i++) {
        ore_shown("other");
    }
    assert_string_equal(first, "first");
}

static void test_near_misses(void **state)
{
    (void)state;
    assert_true(ore_near_miss("ceilling", "ceiling"));
    assert_true(ore_near_miss("amuont", "amount"));
    assert_true(ore_near_miss("Name", "name"));
    assert_true(ore_near_miss("dap", "dpa"));
    assert_false(ore_near_miss("dap", "grant"));
    assert_false(ore_near_miss("", "a"));
    assert_false(ore_near_miss("horizon", "carry_over"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),     cmocka_unit_test(test_hints),
        cmocka_unit_test(test_round_trip),  cmocka_unit_test(test_shown),
        cmocka_unit_test(test_near_misses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
