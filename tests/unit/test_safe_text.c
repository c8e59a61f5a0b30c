/* Text that no spreadsheet misreads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "orefolio/memory.h"
#include "write/xlsx/safe_text.h"

static void expect_safe(const char *text, const char *expected)
{
    char *safe = ore_safe_text(text);

    assert_string_equal(safe, expected);
    free(safe);
}

static void plain_text_stays(void **state)
{
    (void)state;
    expect_safe("", "");
    expect_safe("=1+1", "=1+1");
    expect_safe("鉱山 & <b>", "鉱山 & <b>");
}

static void escapes_are_escaped(void **state)
{
    (void)state;
    expect_safe("_x0041_", "_x005F_x0041_");
    expect_safe("_x000D_=1", "_x005F_x000D_=1");
    expect_safe("_x00G1_", "_x00G1_");
    expect_safe("_x0041", "_x0041");
}

static void bad_bytes_are_replaced(void **state)
{
    (void)state;
    expect_safe("a\x83\x5C z", "a\xEF\xBF\xBD\\ z");
    expect_safe("\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    expect_safe("\xEF\xBF\xBF", "\xEF\xBF\xBD");
    expect_safe("a\x1B[31m\tb\x7F", "a [31m b ");
}

static void long_text_is_cut(void **state)
{
    char *text = ore_alloc(40001, 1);

    (void)state;
    memset(text, 'a', 40000);
    char *safe = ore_safe_text(text);

    assert_int_equal(strlen(safe), 32767);
    free(safe);
    free(text);
}

static void formulas_are_seen_through(void **state)
{
    static const char *const formulas[] = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "\"=1+1\"",
        "\"plain\"",
        " =1",
        "\t=1",
        "\r=1",
        "\n-1",
        "\xC2\xA0=1",     /* no-break blank */
        "\xE3\x80\x80=1", /* ideographic blank */
        "\xE2\x80\x87+1", /* figure space */
        "\xE2\x80\xAF@x", /* narrow no-break blank */
        "\xE2\x80\x8B=1", /* zero width space */
        "\xE2\x80\xA8=1", /* line separator */
        "\xEF\xBB\xBF=1", /* byte-order mark */
        "\xE2\x80\x8F=1", /* right-to-left mark */
        "\xEF\xBC\x9D"
        "1", /* full-width = + - @ */
        "\xEF\xBC\x8B"
        "1",
        "\xEF\xBC\x8D"
        "1",
        "\xEF\xBC\xA0"
        "x",
        "\xE2\x88\x92"
        "1",                          /* minus sign */
        "\xE2\x80\x9C=1\xE2\x80\x9D", /* quotation marks */
        "\xC2\xA0 \t\"=1\"",
    };
    static const char *const plain[] = {
        "",    " ",    "P1",   "a=1",   "1-2", "\xE2\x80\x93",
        "'=1", "鉱山", "(=1)", "\x83=1"};

    (void)state;
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
        assert_true(ore_reads_as_formula(formulas[i]));
    }
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        assert_false(ore_reads_as_formula(plain[i]));
    }
}

static void headings_keep_their_unit_together(void **state)
{
    char *heading = ore_safe_heading("Capital cost (USD m)");

    (void)state;
    assert_string_equal(heading, "Capital cost\n(USD m)");
    free(heading);
    heading = ore_safe_heading("同比率（実施前） (%)");
    assert_string_equal(heading, "同比率\n（実施前）\n(%)");
    free(heading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_stays),
        cmocka_unit_test(escapes_are_escaped),
        cmocka_unit_test(bad_bytes_are_replaced),
        cmocka_unit_test(long_text_is_cut),
        cmocka_unit_test(formulas_are_seen_through),
        cmocka_unit_test(headings_keep_their_unit_together),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
