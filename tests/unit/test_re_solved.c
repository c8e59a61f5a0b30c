/* Columns that are re-solved: there when they were asked, with the figures or
 * the word for what became of them, and absent otherwise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "book_cells.h"
#include "fixture_round.h"
#include "orefolio/family.h"

enum { not_funded_columns = 7, constraints_columns = 10 };

static ore_book *new_book(const ore_round *round, const ore_result *result,
                          const ore_trade_offs *re_solved, const char *language)
{
    static ore_write_options options;

    options = (ore_write_options){.version = "0",
                                  .statistics = &fixture_statistics,
                                  .solver = "GLPK 5.0",
                                  .language = language,
                                  .no_timings = true,
                                  .re_solved = re_solved};
    return ore_book_new(round, result, &options);
}

static int count_columns(const ore_book *book, const char *slug)
{
    return ore_book_table(book, slug)->n_columns;
}

static void nothing_is_there_unasked(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_book *book = new_book(&round, result, NULL, "en");

    (void)state;
    assert_int_equal(count_columns(book, "notfunded"), not_funded_columns);
    assert_int_equal(count_columns(book, "constraints"), constraints_columns);
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
               .opportunity_cost = 2.5,
               .support_m = 120.0,
               .uncertainty = 0.25,
               .break_even = ORE_ANSWER_IMPOSSIBLE}};
    const ore_trade_offs all = {.forced = forced};
    ore_book *book = new_book(&round, result, &all, "en");

    (void)state;
    assert_int_equal(count_columns(book, "notfunded"), not_funded_columns + 4);
    assert_int_equal(count_rows(book, "notfunded"), 1);
    assert_true(cell(book, "notfunded", 0, "loss")->number == 2.5);
    assert_true(cell(book, "notfunded", 0, "support")->number == 120.0);
    assert_string_equal(cell(book, "notfunded", 0, "entry")->text,
                        "does not enter");
    assert_true(cell(book, "notfunded", 0, "within")->number == 0.25);
    ore_book_free(book);
    forced[2].answer = ORE_ANSWER_IMPOSSIBLE;
    forced[2].break_even = ORE_ANSWER_UNASKED;
    book = new_book(&round, result, &all, "ja");
    assert_string_equal(cell(book, "notfunded", 0, "loss")->text, "実施不可");
    assert_string_equal(cell(book, "notfunded", 0, "entry")->text,
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
         .marginal_gain = 7.5},
        {.limit = limit_of(&round, result, "funder budget_cost_share_max", -1),
         .answer = ORE_ANSWER_UNASKED}};

    relaxed[0].limit.step = 4.0;
    const ore_trade_offs all = {
        .forced = forced, .n_relaxed = 2, .relaxed = relaxed};
    ore_book *book = new_book(&round, result, &all, "en");
    int n_known = 0, n_unasked = 0, n_none = 0;

    (void)state;
    assert_int_equal(count_columns(book, "constraints"),
                     constraints_columns + 3);
    for (int i = 0; i < count_rows(book, "constraints"); i++) {
        const ore_sheet_cell *step = cell(book, "constraints", i, "step");
        const ore_sheet_cell *gain = cell(book, "constraints", i, "gain");

        if (gain->is_number) {
            assert_string_equal(
                cell(book, "constraints", i, "constraint")->text,
                "DPA Title III");
            assert_true(cell(book, "constraints", i, "year")->number == 2027.0);
            assert_true(step->number == 4.0 && gain->number == 7.5);
            n_known++;
        } else if (step->is_number) {
            assert_string_equal(
                cell(book, "constraints", i, "constraint")->text, "Japan");
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
