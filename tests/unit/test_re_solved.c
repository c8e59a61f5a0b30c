/* Columns that are re-solved: there when they were asked, with the figures or
 * the word for what became of them, and absent otherwise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "write/book/columns.h"

enum { not_funded_columns = 7, constraints_columns = 9 };

static ore_book *new_book(const ore_round *round, const ore_result *result,
                          const ore_trade_offs *re_solved, const char *language)
{
    static ore_write_options options;

    options = (ore_write_options){.version = "0",
                                  .statistics = &fixture_statistics,
                                  .solver = "GLPK 5.0",
                                  .options = "",
                                  .language = language,
                                  .no_timings = true,
                                  .re_solved = re_solved};
    return ore_book_new(round, result, &options);
}

static const ore_sheet_table *table_of(const ore_book *book, ore_sheet_id id)
{
    return &book->sheets[id].tables[0];
}

static const ore_sheet_cell *cell_at(const ore_sheet_table *table, int row,
                                     int column)
{
    return &table->cells[row * table->n_columns + column];
}

static void nothing_is_there_unasked(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_book *book = new_book(&round, result, NULL, "en");

    (void)state;
    assert_int_equal(table_of(book, ORE_SHEET_NOT_FUNDED)->n_columns,
                     not_funded_columns);
    assert_int_equal(table_of(book, ORE_SHEET_CONSTRAINTS)->n_columns,
                     constraints_columns);
    assert_int_equal(book->sheets[ORE_SHEET_NOT_FUNDED].n_lines, 0);
    ore_book_free(book);
    ore_result_free(result);
}

static void forced_figures_and_words(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_conditional_optimum forced[3] = {
        [2] = {.answer = ORE_ANSWER_KNOWN,
               .loss = 2.5,
               .support_m = 120.0,
               .room = 0.25,
               .entry = ORE_ANSWER_IMPOSSIBLE}};
    const ore_trade_offs all = {.forced = forced};
    ore_book *book = new_book(&round, result, &all, "en");
    const ore_sheet_table *table = table_of(book, ORE_SHEET_NOT_FUNDED);

    (void)state;
    assert_int_equal(table->n_columns, not_funded_columns + 4);
    assert_int_equal(table->n_rows, 1);
    assert_true(cell_at(table, 0, ORE_NOT_FUNDED_LOSS)->number == 2.5);
    assert_true(cell_at(table, 0, ORE_NOT_FUNDED_LOSS + 1)->number == 120.0);
    assert_string_equal(cell_at(table, 0, ORE_NOT_FUNDED_LOSS + 2)->text,
                        "does not enter");
    assert_true(cell_at(table, 0, ORE_NOT_FUNDED_LOSS + 3)->number == 0.25);
    ore_book_free(book);
    forced[2].answer = ORE_ANSWER_IMPOSSIBLE;
    forced[2].entry = ORE_ANSWER_UNASKED;
    book = new_book(&round, result, &all, "ja");
    table = table_of(book, ORE_SHEET_NOT_FUNDED);
    assert_string_equal(cell_at(table, 0, ORE_NOT_FUNDED_LOSS)->text,
                        "実施不可");
    assert_string_equal(cell_at(table, 0, ORE_NOT_FUNDED_LOSS + 2)->text,
                        "再計算未実施");
    ore_book_free(book);
    ore_result_free(result);
}

/* The first limit of that figure and year. */
static ore_limit limit_of(const ore_round *round, const ore_result *result,
                          const char *figure, int s)
{
    ore_limits limits = ore_limits_of(round, result);
    ore_limit found = {0};

    for (int i = limits.n - 1; i >= 0; i--) {
        if (strcmp(limits.list[i].figure, figure) == 0 &&
            limits.list[i].s == s) {
            found = limits.list[i];
        }
    }
    ore_limits_free(&limits);
    assert_non_null(found.figure);
    return found;
}

/* Every limit of the sheet finds its own figure; one that was not asked says
 * so. */
static void relaxed_figures_stand_by_their_limits(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_conditional_optimum forced[3] = {{.answer = ORE_ANSWER_NONE}};
    ore_relaxation relaxed[] = {
        {.limit = limit_of(&round, result, "budget amount", 1),
         .answer = ORE_ANSWER_KNOWN,
         .gain = 7.5},
        {.limit = limit_of(&round, result, "funder budget_cost_share_max", -1),
         .answer = ORE_ANSWER_UNASKED}};

    relaxed[0].limit.step = 4.0;
    const ore_trade_offs all = {
        .forced = forced, .n_relaxed = 2, .relaxed = relaxed};
    ore_book *book = new_book(&round, result, &all, "en");
    const ore_sheet_table *table = table_of(book, ORE_SHEET_CONSTRAINTS);
    int n_known = 0, n_unasked = 0, n_none = 0;

    (void)state;
    assert_int_equal(table->n_columns, constraints_columns + 3);
    for (int i = 0; i < table->n_rows; i++) {
        const ore_sheet_cell *step = cell_at(table, i, ORE_CONSTRAINTS_STEP);
        const ore_sheet_cell *gain = cell_at(table, i, ORE_CONSTRAINTS_GAIN);

        if (gain->is_number) {
            assert_string_equal(cell_at(table, i, 0)->text, "DPA Title III");
            assert_true(cell_at(table, i, 2)->number == 2027.0);
            assert_true(step->number == 4.0 && gain->number == 7.5);
            n_known++;
        } else if (step->is_number) {
            assert_string_equal(cell_at(table, i, 0)->text, "Japan");
            assert_int_equal(step->quantity, ORE_SHARE);
            assert_string_equal(gain->text, "not re-solved");
            n_unasked++;
        } else {
            assert_string_equal(gain->text, "[x]");
            n_none++;
        }
    }
    assert_int_equal(n_known, 1);
    assert_int_equal(n_unasked, 1);
    assert_true(n_none > 0);
    ore_book_free(book);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_there_unasked),
        cmocka_unit_test(forced_figures_and_words),
        cmocka_unit_test(relaxed_figures_stand_by_their_limits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
