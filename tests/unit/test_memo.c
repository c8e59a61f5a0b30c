/* The memo: what it asks for, its options, and what stands there when there is
 * no portfolio. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "book_states.h"
#include "near.h"

static bool memo_says(const ore_book *book, const char *words)
{
    return sheet_says(&book->sheets[ORE_SHEET_MEMO], words);
}

static void it_asks_and_recommends(void **unused)
{
    const ore_round round = fixture_round();
    ore_result *result = result_in(&round, proven);
    ore_write_options how = how_in("en");

    (void)unused;
    how.date = "2026-11-03";
    ore_book *book = ore_book_new(&round, result, &how);

    assert_true(memo_says(book, "draft of 3 November 2026"));
    assert_true(memo_says(book, "(a) Approve"));
    assert_true(memo_says(book, "2 Recommendation"));
    assert_true(memo_says(book, "were not solved in this run"));
    ore_book_free(book);
    how = how_in("ja");
    how.date = "2026-11-03";
    book = ore_book_new(&round, result, &how);
    assert_true(memo_says(book, "2026年11月3日"));
    assert_true(memo_says(book, "決裁を求める事項"));
    ore_book_free(book);
    ore_result_free(result);
}

static ore_run point(bool *goes, double cost_m, double closed,
                     ore_status status)
{
    return (ore_run){.status = status,
                     .has_portfolio = true,
                     .limit = unknown,
                     .value = 10.0 - closed,
                     .gap = 0.0,
                     .other = cost_m,
                     .closed = closed,
                     .n_funded = 1,
                     .goes = goes};
}

/* A point that closes no more than a cheaper one is no option; the last one is
 * recommended. */
static void options_are_points_that_close_more(void **unused)
{
    const ore_round round = fixture_round();
    ore_result *result = result_in(&round, proven);
    ore_write_options how = how_in("en");
    bool goes[8] = {false}; /* more than the round has projects */
    const ore_run runs[] = {point(goes, 100.0, 0.25, ORE_OK),
                            point(goes, 150.0, 0.25, ORE_OK),
                            point(goes, 200.0, 0.75, ORE_STOPPED),
                            point(goes, 400.0, 0.80, ORE_OK)};
    const ore_frontier frontier = {
        .other = &round.goals[1], .n_runs = 4, .runs = runs, .recommended = 3};
    const ore_study study = {.is_beside = true, .frontier = &frontier};

    (void)unused;
    how.study = &study;
    ore_book *book = ore_book_new(&round, result, &how);

    assert_int_equal(count_rows(book, "options"), 3);
    assert_string_equal(text(book, "options", 1, "option"), "B");
    assert_string_equal(text(book, "options", 1, "state"), "stopped early");
    assert_string_equal(text(book, "options", 2, "option"), "C (recommended)");
    expect_near(number(book, "options", 1, "further"), 0.5, 1e-12);
    assert_true(memo_says(book, "Choose the level of ambition"));
    assert_true(memo_says(book, "closes 5.0 percentage points more"));
    ore_book_free(book);
    ore_result_free(result);
}

static void without_a_portfolio_it_says_why(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = ore_result_new(&round);

    (void)unused;
    result->status = ORE_INFEASIBLE;
    ore_book *book = ore_book_new(&round, result, &how);

    assert_true(memo_says(book, "no portfolio satisfies the rules"));
    assert_true(ore_sheet_is_shown(&book->sheets[ORE_SHEET_INPUTS]));
    assert_false(ore_sheet_is_shown(&book->sheets[ORE_SHEET_PORTFOLIO]));
    ore_book_free(book);
    result->status = ORE_NO_ANSWER;
    book = ore_book_new(&round, result, &how);
    assert_true(memo_says(book, "does not mean that there is none"));
    ore_book_free(book);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_asks_and_recommends),
        cmocka_unit_test(options_are_points_that_close_more),
        cmocka_unit_test(without_a_portfolio_it_says_why),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
