/* Tables: fields, positions, what is passed over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parse_fixture.h"
#include "read/formats/csv_file.h"

static ore_table *parse(const fixture *f, const char *text)
{
    return ore_parse_csv(text, (long)strlen(text), (ore_where){"t.csv", 0, 0},
                         f->store, f->diags);
}

static void expect_cell(const ore_table *table, int row, int column,
                        const char *text, int line, int at)
{
    ore_source_cell cells[8];
    const ore_record record = ore_table_row(table, row, cells);

    assert_true(column < record.count);
    assert_string_equal(cells[column].text, text);
    assert_int_equal(cells[column].where.line, line);
    assert_int_equal(cells[column].where.column, at);
}

static void test_positions(void **state)
{
    const fixture *f = *state;
    const ore_table *table = parse(f, "a,b,c\n"
                                      "1,\"two\nlines, \"\"q\"\"\",3\n"
                                      "\n"
                                      "   \n"
                                      ",,\n"
                                      "\xE9\x89\xB1,  x ,9");

    assert_non_null(table);
    assert_int_equal(table->n_rows, 2);
    expect_cell(table, 0, 1, "two\nlines, \"q\"", 2, 3);
    expect_cell(table, 0, 2, "3", 3, 15);
    expect_cell(table, 1, 0, "\xE9\x89\xB1", 7, 1);
    expect_cell(table, 1, 1, "x", 7, 5);
    expect_cell(table, 1, 2, "9", 7, 8);
    assert_int_equal(ore_diags_errors(f->diags), 0);
}

static void test_ragged(void **state)
{
    const fixture *f = *state;
    const ore_table *table = parse(f, "a,b\n1,2,3\n4\n5,6\n");

    assert_int_equal(table->n_rows, 1);
    assert_int_equal(ore_diags_errors(f->diags), 1); /* one cause */
}

static void test_refused(void **state)
{
    static const char *const bad[] = {
        "", "\n\n", "a;b\n1;2\n", "a\tb\n", "a,b\n\"1,2\n", "a,b\n\"1\"x,2\n"};
    const fixture *f = *state;

    for (int i = 0; i < 6; i++) {
        assert_null(parse(f, bad[i]));
        assert_int_equal(ore_diags_errors(f->diags), i + 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_positions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ragged, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refused, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
