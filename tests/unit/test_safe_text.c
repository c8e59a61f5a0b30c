/* Text that no spreadsheet misreads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "orefolio/memory.h"
#include "write/safe_text.h"

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
        cmocka_unit_test(headings_keep_their_unit_together),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
