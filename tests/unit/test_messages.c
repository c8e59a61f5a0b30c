/* What the program says in Japanese: formats take the arguments of the English
 * ones, and lines fit a terminal. tests/style/messages.py looks for texts
 * without a translation. */
#include <printf.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/wrap.h"
#include "orefolio/messages.h"

enum { MAX_ARGUMENTS = 16 };

static void formats_take_the_same_arguments(void **state)
{
    const char *english, *japanese = NULL;

    (void)state;
    for (int i = 0; (english = ore_messages_entry(i, &japanese)); i++) {
        int ours[MAX_ARGUMENTS] = {0}, theirs[MAX_ARGUMENTS] = {0};
        const size_t n = parse_printf_format(english, MAX_ARGUMENTS, ours);
        const size_t m = parse_printf_format(japanese, MAX_ARGUMENTS, theirs);

        /* A percent sign of its own: the text is no format. */
        if (strstr(english, "% ") && !strstr(english, "%%")) {
            continue;
        }
        if (n != m || memcmp(ours, theirs, sizeof ours) != 0) {
            fail_msg("'%s' takes other arguments than '%s'", japanese, english);
        }
    }
}

static void the_language_is_chosen(void **state)
{
    (void)state;
    ore_messages_choose("ja");
    assert_true(ore_messages_are_japanese());
    assert_string_equal(_("error"), "エラー");
    assert_string_equal(_("no such text"), "no such text");
    ore_messages_choose("en");
    assert_string_equal(_("error"), "error");
}

static void the_locale_names_a_language(void **state)
{
    (void)state;
    unsetenv("LC_ALL");
    unsetenv("LC_MESSAGES");
    setenv("LANG", "ja_JP.UTF-8", 1);
    assert_string_equal(ore_messages_locale(), "ja");
    setenv("LC_MESSAGES", "C", 1);
    assert_string_equal(ore_messages_locale(), "en");
    setenv("LC_ALL", "ja_JP.eucJP", 1);
    assert_string_equal(ore_messages_locale(), "ja");
    setenv("LC_ALL", "", 1);
    assert_string_equal(ore_messages_locale(), "en");
    unsetenv("LC_MESSAGES");
    unsetenv("LANG");
    assert_string_equal(ore_messages_locale(), "en");
}

static void lines_break_where_they_may(void **state)
{
    char *lines = ore_wrapped("予算と上限では、賄えない", 10);

    (void)state;
    /* No line begins with a comma. */
    assert_string_equal(lines, "予算と上限\nでは、賄え\nない");
    free(lines);
    lines = ore_wrapped("よさん予、か", 8);
    assert_string_equal(lines, "よさん\n予、か");
    free(lines);
    lines = ore_wrapped("one two three", 7);
    assert_string_equal(lines, "one \ntwo \nthree");
    free(lines);
    lines = ore_wrapped("a\nlong line\n", 9);
    assert_string_equal(lines, "a\nlong line\n");
    free(lines);
    assert_int_equal(ore_terminal_columns("年2トン"), 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_take_the_same_arguments),
        cmocka_unit_test(the_language_is_chosen),
        cmocka_unit_test(the_locale_names_a_language),
        cmocka_unit_test(lines_break_where_they_may)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
