/* INI files: sections, keys, positions, what inih would misread. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parse_fixture.h"
#include "read/formats/ini_file.h"

static ore_ini *parse(const fixture *f, char *text)
{
    return ore_parse_ini(text, (ore_where){"r.ini", 0, 0}, f->store, f->diags);
}

static void test_sections(void **state)
{
    const fixture *f = *state;
    char text[] = "; comment\n[round]\nname = A  b ; comment\n\n[empty]\n"
                  "[instrument us-loan] ; more\nkey=1:2\n# end\n"
                  "\xE2\x80\x8Bx";
    const ore_ini *ini = parse(f, text);

    assert_int_equal(ini->n_sections, 3);
    assert_int_equal(ini->n_lines, 9);
    const ore_section *round = &ini->sections[0], *last = &ini->sections[2];

    assert_string_equal(round->kind, "round");
    assert_string_equal(round->record.names[0], "name");
    assert_string_equal(round->record.cells[0].text, "A  b");
    assert_int_equal(round->record.cells[0].where.line, 3);
    assert_int_equal(round->record.cells[0].where.column, 8);
    assert_int_equal(ini->sections[1].record.count, 0);
    assert_string_equal(last->name, "us-loan");
    assert_string_equal(last->record.cells[0].text, "1:2");
    assert_int_equal(last->record.where.line, 6);
    assert_int_equal(ore_diags_errors(f->diags), 1);
}

/* Names and values longer than inih's own buffers come through whole. */
static void test_long(void **state)
{
    const fixture *f = *state;
    char text[4200], *at = text;

    at += sprintf(at, "[instrument %040d]\nlabel = ", 7);
    memset(at, 'x', 3900);
    strcpy(at + 3900, "\n");
    const ore_ini *ini = parse(f, text);

    assert_int_equal(ore_diags_errors(f->diags), 0);
    assert_int_equal(strlen(ini->sections[0].name), 40);
    assert_int_equal(strlen(ini->sections[0].record.cells[0].text), 3900);
}

static void test_refused(void **state)
{
    static const char *const bad[] = {
        "  b = 2", "[a ;]",       "[a] b = 1", "[a",       "b : 2",
        "b",       "= 1",         "b =",       "b = ; no", "a = again",
        "[round]", "[one two x]", "[\xE9]",    "b c = 1",
    };
    const fixture *f = *state;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[200];

        snprintf(text, sizeof text, "[round]\na = 1\n%s\n", bad[i]);
        const ore_ini *ini = parse(f, text);

        assert_int_equal(ore_diags_errors(f->diags), i + 1);
        assert_string_equal(ini->sections[0].record.cells[0].text, "1");
        assert_int_equal(ini->sections[0].record.count, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sections, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refused, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
