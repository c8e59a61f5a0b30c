/* Diagnostics: sorted, once, at most a hundred. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diagnostics.h"

/* What is printed; the caller frees. */
static char *printed(const ore_diags *diags)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    ore_diags_print(diags, out);
    fclose(out);
    return text;
}

static void test_order(void **state)
{
    const ore_where late = {"b.ini", 9, 2}, early = {"b.ini", 2, 5};
    const ore_where other = {"a.csv", 1, 1}, nowhere = {0};
    ore_diags *diags = ore_diags_new();

    (void)state;
    ore_error(diags, late, "late %d", 1);
    ore_warn(diags, early, "early");
    ore_error(diags, other, "other");
    ore_error(diags, late, "late %d", 1);
    ore_error(diags, nowhere, "nowhere");
    ore_note(diags, (ore_where){"b.ini", 0, 0}, "noted");
    assert_int_equal(ore_diags_errors(diags), 4);
    assert_int_equal(ore_diags_warnings(diags), 1);
    char *text = printed(diags);

    assert_string_equal(text, "orefolio: error: nowhere\n"
                              "b.ini: note: noted\n"
                              "b.ini:2:5: warning: early\n"
                              "b.ini:9:2: error: late 1\n"
                              "a.csv:1:1: error: other\n");
    free(text);
    ore_diags_free(diags);
}

static void test_many(void **state)
{
    ore_diags *diags = ore_diags_new();

    (void)state;
    for (int i = 1; i <= 250; i++) {
        ore_error(diags, (ore_where){"a.ini", i, 1}, "bad");
    }
    char *text = printed(diags);

    assert_non_null(strstr(text, "a.ini:100:1: error: bad\n"));
    assert_null(strstr(text, "a.ini:101:1"));
    assert_non_null(strstr(text, "orefolio: 150 more errors\n"));
    free(text);
    ore_diags_free(diags);
    ore_diags_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
