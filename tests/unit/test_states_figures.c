/* What the book of a result says of figures that are not known, not proven or
 * means over nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_states.h"
#include "near.h"

static bool has_total(const ore_sheet_table *table, const char *id)
{
    return table->columns[ore_column_index(table, id, 0)].has_total;
}

/* What nobody knows of some commitments has no sum over the others. */
static void sums_over_unknowns_are_left_out(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = result_in(&round, proven);

    (void)unused;
    fixture_instruments[2].terms.interest_rate = unknown;
    ore_book *book = ore_book_new(&round, result, &how);
    const ore_sheet *sheet = &book->sheets[ORE_SHEET_GUARANTEES];
    const ore_sheet_table *table = ore_book_table(book, "guarantees");

    assert_true(sheet_says(sheet, "known of 0 of 1 commitments"));
    assert_true(has_total(table, "contingent"));
    assert_false(has_total(table, "called"));
    assert_false(has_total(table, "loss"));
    assert_string_equal(text(book, "guarantees", 0, "called"), "not known");
    ore_book_free(book);
    ore_result_free(result);
}

/* A target that begins late: its means are over all years, and say so. */
static void means_say_their_years(void **unused)
{
    static const double late[] = {0, 0, 200, 200, 200, 200};
    const ore_write_options how = how_in("en");
    ore_round round = fixture_round();
    ore_target targets[FIXTURE_TARGETS] = {fixture_targets[0],
                                           fixture_targets[1]};
    ore_result *result = result_in(&round, proven);

    (void)unused;
    targets[0].target_tpa = late;
    round.targets = targets;
    ore_book *book = ore_book_new(&round, result, &how);
    const ore_sheet *sheet = &book->sheets[ORE_SHEET_GAPS];

    assert_true(sheet_says(sheet, "all 6 years"));
    expect_near(number(book, "gaps", 0, "years"), 4.0, 0.0);
    expect_near(number(book, "gaps", 1, "years"), 6.0, 0.0);
    ore_book_free(book);
    ore_result_free(result);
}

/* Nothing is said of a project that was not asked. */
static void reasons_promise_nothing(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = result_in(&round, stopped);
    ore_book *book = ore_book_new(&round, result, &how);
    const ore_sheet_table *table =
        &book->sheets[ORE_SHEET_NOT_FUNDED].tables[0];

    (void)unused;
    assert_string_equal(text(book, "notfunded", 0, "reason"),
                        "No gain found for the first goal");
    assert_false(table_says(table, "fford"));
    ore_book_free(book);
    ore_result_free(result);
}

/* Gaps that are too small to name are not none; none need close. */
static void memo_of_gaps_is_exact(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = result_in(&round, proven);

    (void)unused;
    for (int i = 0; i < FIXTURE_TARGETS * FIXTURE_YEARS; i++) {
        result->shortfall_tpa[i] = 0.1;
    }
    ore_book *book = ore_book_new(&round, result, &how);

    assert_true(sheet_says(&book->sheets[ORE_SHEET_MEMO],
                           "What stays open is less than 0.5%"));
    ore_book_free(book);
    for (int i = 0; i < FIXTURE_TARGETS * FIXTURE_YEARS; i++) {
        result->shortfall_tpa[i] =
            fixture_targets[i / FIXTURE_YEARS].target_tpa[i % FIXTURE_YEARS];
    }
    book = ore_book_new(&round, result, &how);
    assert_false(
        sheet_says(&book->sheets[ORE_SHEET_MEMO], "Largest gaps closed"));
    assert_true(
        sheet_says(&book->sheets[ORE_SHEET_MEMO], "Largest gaps remaining"));
    ore_book_free(book);
    ore_result_free(result);
}

/* A disruption that begins in the last commitment year leaves it; one that
 * begins later leaves none, and the book says so. */
static void late_responses_say_that_decisions_stand(void **unused)
{
    static int option[] = {0, 1, -1}, year[] = {2026, 2027, 0};
    static double face_m[] = {60.0, 20.0, 80.0, 40.0};
    static const char *const languages[] = {"en", "ja"};
    static const char *const words[] = {"can no longer change",
                                        "もはや変更できない"};
    ore_disruption hit = {.id = "ban", .label = "Ban", .label_ja = "禁輸"};
    ore_round round = fixture_round();

    (void)unused;
    round.n_disruptions = 1;
    round.disruptions = &hit;
    round.respond = 0;
    round.baseline.path = "base.json";
    round.baseline.option = option;
    round.baseline.year = year;
    round.baseline.face_m = face_m;
    for (int i = 0; i < 4; i++) {
        const ore_write_options how = how_in(languages[i / 2]);
        const bool is_late = i % 2;

        hit.years = (ore_years){2027 + is_late, 2030};
        ore_result *result = result_in(&round, proven);
        ore_book *book = ore_book_new(&round, result, &how);

        assert_int_equal(
            sheet_says(&book->sheets[ORE_SHEET_MEMO], words[i / 2]), is_late);
        assert_int_equal(
            sheet_says(&book->sheets[ORE_SHEET_CHANGES], words[i / 2]),
            is_late);
        ore_book_free(book);
        ore_result_free(result);
    }
}

/* A project that opens after the horizon has no use of capacity to tell, and
 * years without deliveries have no recycled share. */
static void means_over_nothing_are_none(void **unused)
{
    const ore_write_options how = how_in("en");
    ore_round round = fixture_round();
    ore_option late[3] = {fixture_options[0], fixture_options[1],
                          fixture_options[2]};
    ore_result *result = result_in(&round, proven);

    (void)unused;
    late[0].build_years = 20;
    round.options = late;
    memset(result->utilisation, 0, FIXTURE_YEARS * sizeof *result->utilisation);
    memset(result->delivered_tpa, 0,
           FIXTURE_TARGETS * FIXTURE_YEARS * sizeof *result->delivered_tpa);
    ore_book *book = ore_book_new(&round, result, &how);

    assert_string_equal(text(book, "portfolio", 0, "use"), "[x]");
    assert_string_equal(text(book, "circularity", 0, "share"), "[x]");
    ore_book_free(book);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_over_unknowns_are_left_out),
        cmocka_unit_test(means_say_their_years),
        cmocka_unit_test(reasons_promise_nothing),
        cmocka_unit_test(memo_of_gaps_is_exact),
        cmocka_unit_test(means_over_nothing_are_none),
        cmocka_unit_test(late_responses_say_that_decisions_stand),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
