/* What the sheets of a book share: filters and their sums, evidence, names and
 * notes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_cells.h"
#include "fixture_round.h"
#include "near.h"
#include "orefolio/accounting.h"
#include "write/book/sheet.h"

static ore_book *new_book(const ore_round *round, const ore_result *result,
                          const char *language)
{
    static ore_write_options options;

    options = (ore_write_options){.version = "0",
                                  .statistics = &fixture_statistics,
                                  .solver = "GLPK 5.0",
                                  .language = language,
                                  .money = NULL,
                                  .no_timings = true};
    return ore_book_new(round, result, &options);
}

/* The sums of a filter's rows stand under those of all, which others use. */
static void filtered_sums_stand_twice(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_book *book = new_book(&round, result, "en");
    const ore_sheet_table *commitments =
        book->sheets[ORE_SHEET_COMMITMENTS].tables;
    const ore_sheet_table *schedule = book->sheets[ORE_SHEET_SCHEDULE].tables;
    const ore_sheet_table *funding = book->sheets[ORE_SHEET_FUNDING].tables;

    (void)state;
    assert_true(commitments->def->is_filtered && schedule->def->is_filtered);
    assert_false(funding->def->is_filtered);
    assert_int_equal(commitments->top, ORE_FIRST_ROW + 1);
    assert_int_equal(ore_sheet_total_row(commitments), ORE_FIRST_ROW - 1);
    assert_int_equal(schedule->top, ORE_FIRST_ROW);
    assert_string_equal(ore_book_total(book, "commitments.face", 0),
                        "'Commitments'!$H$4");
    ore_book_free(book);
    ore_result_free(result);
}

static int input_row(const ore_book *book, const char *of, const char *what)
{
    int row = 0;

    while (strcmp(text(book, "inputs", row, "of"), of) != 0 ||
           strcmp(text(book, "inputs", row, "what"), what) != 0) {
        row++;
        assert_true(row < count_rows(book, "inputs"));
    }
    return row;
}

/* A note on a row stands with its figures; one on a row that is not shown
 * brings that row. Columns that nobody fills are left out. */
static void inputs_tell_on_what_they_rest(void **state)
{
    static const ore_evidence evidence[] = {{{"flows.csv", 4, 0},
                                             "flows.P2/oxide.output_tpa",
                                             "400",
                                             "a report",
                                             "",
                                             "",
                                             "B"},
                                            {{"supply.csv", 9, 0},
                                             "supply.oxide/AU/2026.tpa",
                                             "140",
                                             "",
                                             "",
                                             "",
                                             "D"}};
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    round.n_evidence = 2;
    round.evidence = evidence;
    ore_book *book = new_book(&round, result, "en");
    const ore_sheet_table *table = ore_book_table(book, "inputs");
    enum { SOURCE, OWNER, AS_OF, RELIABILITY };

    /* Nobody has an owner or a date. */
    assert_int_equal(ore_column_last(table, "evidence") -
                         ore_column_first(table, "evidence"),
                     1);
    for (int i = 0; i < table->n_rows; i++) {
        if (strcmp(text(book, "inputs", i, "source"), "flows.csv:4") == 0) {
            expect_near(number(book, "inputs", i, "value"), 400.0, 0.0);
            assert_string_equal(
                nth_cell(book, "inputs", i, "evidence", SOURCE)->text,
                "a report");
            assert_string_equal(
                nth_cell(book, "inputs", i, "evidence", RELIABILITY)->text,
                "B");
        }
    }
    const int row =
        input_row(book, "supply.oxide/AU/2026.tpa", "As the table gives it");

    expect_near(number(book, "inputs", row, "value"), 140.0, 0.0);
    assert_string_equal(text(book, "inputs", row, "unit"), "t/yr");
    assert_string_equal(nth_cell(book, "inputs", row, "evidence", SOURCE)->text,
                        "[z]");
    assert_string_equal(
        nth_cell(book, "inputs", row, "evidence", RELIABILITY)->text, "D");
    ore_book_free(book);
    ore_result_free(result);
}

/* The cost of capacity is that of the shown money. */
static void capacity_has_its_cost(void **state)
{
    static const char *const shown[][2] = {
        {"USD", "en"}, {"USD", "ja"}, {"JPY", "en"}, {"JPY", "ja"}};
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    for (int i = 0; i < 4; i++) {
        const ore_write_options options = {.version = "0",
                                           .statistics = &fixture_statistics,
                                           .solver = "GLPK 5.0",
                                           .language = shown[i][1],
                                           .money = shown[i][0],
                                           .no_timings = true};
        ore_book *book = ore_book_new(&round, result, &options);
        const double capex_m = ore_figure_capex_m(&round, result, 0);
        /* Thousands of dollars, or millions of yen. */
        const double expected = capex_m /
                                number(book, "portfolio", 0, "plateau") *
                                (i < 2 ? 1000.0 : 150.0);

        expect_near(number(book, "portfolio", 0, "unit_capex"), expected, 1e-9);
        ore_book_free(book);
    }
    ore_result_free(result);
}

/* Values only, nothing left out, the same names in every language. */
static void data_sheets_are_for_machines(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_book *book = new_book(&round, result, "ja");

    (void)state;
    for (int id = ORE_SHEET_DATA_FUNDING; id <= ORE_SHEET_DATA_PLAN; id++) {
        const ore_sheet_table *table = &book->sheets[id].tables[0];

        assert_string_equal(table->columns[0].heading, "scenario");
        assert_true(table->n_rows > 0);
        for (int i = 0; i < table->n_rows * table->n_columns; i++) {
            assert_null(table->cells[i].formula);
            assert_true(table->cells[i].is_number || table->cells[i].text);
        }
    }
    expect_near(ore_book_sum(book, "data_funding.face", 0),
                ore_book_sum(book, "commitments.face", 0), 1e-9);
    ore_book_free(book);
    ore_result_free(result);
}

static const char *target_of(const ore_book *book, const char *name)
{
    for (int i = 0; i < book->n_names; i++) {
        if (strcmp(book->names[i].name, name) == 0) {
            return book->names[i].target;
        }
    }
    return NULL;
}

/* Names say which money they are in. */
static void names_follow_the_money(void **state)
{
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_write_options options = {.version = "0",
                                 .statistics = &fixture_statistics,
                                 .solver = "GLPK 5.0",
                                 .language = "en",
                                 .money = "USD",
                                 .no_timings = true};

    (void)state;
    round.price_year = 2025;
    ore_book *book = ore_book_new(&round, result, &options);

    assert_int_equal(book->n_names, 10);
    assert_non_null(target_of(book, "Price_year"));
    assert_non_null(target_of(book, "Budget_cap_USDm"));
    assert_non_null(target_of(book, "Total_support_JPY"));
    ore_book_free(book);
    options.money = "JPY";
    book = ore_book_new(&round, result, &options);
    assert_null(target_of(book, "Budget_cap_USDm"));
    assert_non_null(target_of(book, "Budget_cap_JPY"));
    assert_string_equal(target_of(book, "Total_support_JPY"),
                        target_of(book, "Total_support"));
    ore_book_free(book);
    ore_result_free(result);
}

/* Every amount of a book in yen is that of the book in dollars times the rate,
 * whatever pass its sheet is of. */
static void all_money_is_shown_in_one_currency(void **state)
{
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_write_options options = {.version = "0",
                                 .statistics = &fixture_statistics,
                                 .solver = "GLPK 5.0",
                                 .language = "en",
                                 .money = "USD",
                                 .no_timings = true};
    int n_amounts = 0;

    (void)state;
    ore_book *usd = ore_book_new(&round, result, &options);

    options.money = "JPY";
    ore_book *jpy = ore_book_new(&round, result, &options);

    for (int i = 0; i < ORE_SHEETS; i++) {
        for (int k = 0; k < usd->sheets[i].n_tables; k++) {
            const ore_sheet_table *one = &usd->sheets[i].tables[k];
            const ore_sheet_table *other = &jpy->sheets[i].tables[k];

            for (int c = 0; c < one->n_rows * one->n_columns &&
                            one->n_columns == other->n_columns;
                 c++) {
                if (one->cells[c].quantity == ORE_MONEY &&
                    one->cells[c].is_number) {
                    const double rate = jpy->money_rate;

                    expect_near(other->cells[c].number,
                                rate * one->cells[c].number, 1e-6);
                    n_amounts++;
                }
            }
        }
    }
    assert_true(n_amounts > 50);
    ore_book_free(usd);
    ore_book_free(jpy);
    ore_result_free(result);
}

/* Whether the note of that number begins so. */
static void expect_note(const ore_book *book, int number_of, const char *words)
{
    assert_true(number_of <= count_rows(book, "notes"));
    expect_near(number(book, "notes", number_of - 1, "number"), number_of, 0.0);
    assert_int_equal(strncmp(text(book, "notes", number_of - 1, "note"), words,
                             strlen(words)),
                     0);
}

/* Sheets name the notes by the numbers that these have in the book. */
static void sheets_name_their_notes(void **state)
{
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    round.outputs_expected = false;
    ore_book *book = new_book(&round, result, "en");
    const ore_sheet *sheets = book->sheets;

    assert_string_equal(
        ore_sheet_note_marks(book, &sheets[ORE_SHEET_CONSTRAINTS]),
        "[note 1] [note 7] [note 12]");
    expect_note(book, 1, "Money");
    expect_note(book, 7, "Exposure");
    expect_note(book, 12, "Slack");
    expect_note(book, count_rows(book, "notes"), "Not independently reviewed");
    assert_string_equal(ore_sheet_note_marks(book, &sheets[ORE_SHEET_NOTES]),
                        "");
    ore_book_free(book);
    round.reviewed_by = "a third office";
    round.outputs_expected = true;
    book = new_book(&round, result, "en");
    assert_string_equal(
        ore_sheet_note_marks(book, &book->sheets[ORE_SHEET_SCHEDULE]),
        "[note 10] [note 15]");
    expect_note(book, 15, "Capacities");
    expect_note(book, count_rows(book, "notes"),
                "Inputs and goals were reviewed by a third office");
    ore_book_free(book);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filtered_sums_stand_twice),
        cmocka_unit_test(inputs_tell_on_what_they_rest),
        cmocka_unit_test(capacity_has_its_cost),
        cmocka_unit_test(data_sheets_are_for_machines),
        cmocka_unit_test(names_follow_the_money),
        cmocka_unit_test(all_money_is_shown_in_one_currency),
        cmocka_unit_test(sheets_name_their_notes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
