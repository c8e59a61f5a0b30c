/* Sheets before they have a file format: texts, addresses, layout, and every
 * formula-carrying sheet of the small round. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "book_cells.h"
#include "fixture_round.h"
#include "near.h"
#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "write/book/layout.h"
#include "write/book/sheet.h"

static ore_book *new_book(const ore_round *round, const ore_result *result,
                          const char *language)
{
    static ore_write_options options;

    options = (ore_write_options){.version = "0",
                                  .statistics = &fixture_statistics,
                                  .solver = "GLPK 5.0",
                                  .language = language,
                                  .no_timings = true};
    return ore_book_new(round, result, &options);
}

static void column_letters(void **state)
{
    char letters[8];

    (void)state;
    ore_column_letters(0, letters);
    assert_string_equal(letters, "A");
    ore_column_letters(25, letters);
    assert_string_equal(letters, "Z");
    ore_column_letters(26, letters);
    assert_string_equal(letters, "AA");
    ore_column_letters(16383, letters);
    assert_string_equal(letters, "XFD");
}

static void every_text_is_there_in_both_languages(void **state)
{
    (void)state;
    for (int i = 0; i < ORE_TEXTS; i++) {
        assert_true(*ore_text_in((ore_text)i, false));
        assert_true(*ore_text_in((ore_text)i, true));
    }
    /* Excel's limit, and what libxlsxwriter quotes by itself. */
    for (int i = ORE_TEXT_NAME_MEMO; i <= ORE_TEXT_NAME_COMMITMENTS; i++) {
        assert_true(strlen(ore_text_in((ore_text)i, false)) <= 12);
        assert_null(strpbrk(ore_text_in((ore_text)i, false), "[]:*?/\\' "));
    }
}

static void widths_and_lines(void **state)
{
    (void)state;
    expect_near(ore_text_width("0000000000"), 10.6, 1e-9);
    expect_near(ore_text_width("日本"), 4.0, 1e-9);
    assert_int_equal(ore_text_line_break("one two three", 8.0),
                     strlen("one two "));
    assert_int_equal(ore_text_line_break("unbreakable", 3.0), strlen("un"));
    /* A full stop does not begin a line. */
    assert_int_equal(ore_text_line_break("供給量。", 6.5), strlen("供給"));
    assert_int_equal(ore_text_lines("", 10.0), 1);
    assert_int_equal(ore_text_lines("one two three", 8.0), 2);
    char *shown = ore_text_of_number(1234567.89, ORE_MONEY);

    assert_int_equal(strlen(shown), strlen("1,234,567.9"));
    free(shown);
}

static void sentences(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_book *book = new_book(&round, result, "ja");

    (void)state;
    assert_string_equal(ore_book_number(book, 1234567.89, 1), "1,234,567.9");
    assert_string_equal(ore_book_number(book, -123.0, 0), "-123");
    assert_string_equal(ore_book_number(book, -0.001, 1), "0.0");
    assert_string_equal(ore_book_target(book, 0),
                        "ネオジム・プラセオジム酸化物（日本）");
    assert_string_equal(ore_book_place(book, (ore_where){"a/b.ini", 7, 1}),
                        "b.ini:7");
    assert_string_equal(ore_book_title(book), "秋季ラウンド");
    ore_book_free(book);
    ore_result_free(result);
}

static void portfolio_sheet(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_book *book = new_book(&round, result, "en");

    (void)state;
    assert_int_equal(count_rows(book, "portfolio"), 2);
    expect_near(number(book, "portfolio", 1, "support"), 120.0, 1e-12);
    assert_string_equal(cell(book, "portfolio", 1, "support")->formula,
                        "=SUM(I8:L8)");
    assert_string_equal(text(book, "notfunded", 0, "reason"),
                        ore_text_in(ORE_TEXT_REASON_NO_GAIN, false));
    assert_string_equal(ore_book_total(book, "portfolio.capex", 0),
                        "'Portfolio'!$G$4");
    ore_book_free(book);
    ore_result_free(result);
}

/* The goals are as reported unless the figures were spoilt. */
static void report_goals(const ore_round *round, ore_result *result)
{
    for (int g = 0; g < round->n_goals; g++) {
        const ore_goal *goal = ore_objective_goal(&round->goals[g]);
        const double value = goal->value(round, result, &round->goals[g]);

        result->goals[g] = (ore_goal_outcome){value, value, 0.0};
    }
}

static void checks_hold_and_notice(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    report_goals(&round, result);
    ore_book *book = new_book(&round, result, "en");

    assert_true(book->all_checks_good);
    ore_book_free(book);
    result->equity_m[0] -= 0.01; /* the sources no longer pay for it */
    book = new_book(&round, result, "en");
    assert_false(book->all_checks_good);
    ore_book_free(book);
    result->equity_m[0] += 0.01;
    result->face_m[2] += 0.1; /* more than the account has left */
    result->debt_m[1] -= 0.1;
    report_goals(&round, result);
    book = new_book(&round, result, "en");
    assert_false(book->all_checks_good);
    ore_book_free(book);
    ore_result_free(result);
}

/* What can be changed by hand begins at the portfolio, by the figures of other
 * sheets and of the result. */
static void what_if_begins_at_the_portfolio(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_book *book = new_book(&round, result, "en");
    double shortfall_tpa = 0.0;

    (void)state;
    expect_near(ore_book_sum(book, "whatprojects.on", 0),
                ore_figure_funded(&round, result), 0.0);
    expect_near(ore_book_sum(book, "whatcommitments.support", 0),
                ore_book_sum(book, "portfolio.support", 0), 1e-9);
    expect_near(ore_book_sum(book, "whatcommitments.cost", 0),
                ore_book_sum(book, "commitments.cost", 0), 1e-9);
    expect_near(ore_book_sum(book, "whatfinancing.capex", 0),
                ore_book_sum(book, "portfolio.capex", 0), 1e-9);
    expect_near(ore_book_sum(book, "whatfinancing.private_over", 0), 0.0, 1e-6);
    expect_near(ore_book_sum(book, "whataccounts.over", 0), 0.0, 1e-6);
    for (int i = 0; i < round.n_targets; i++) {
        for (int t = 0; t < round.n_years; t++) {
            shortfall_tpa += result->shortfall_tpa[i * round.n_states + t];
        }
    }
    expect_near(ore_book_sum(book, "whatbroken.count", 0), 0.0, 0.0);
    /* Means of what is lacking, in the portfolio and now, and their change. */
    expect_near(ore_book_sum(book, "whatbase.mean", 0) * round.n_years,
                shortfall_tpa, 1e-6);
    expect_near(ore_book_sum(book, "whatgaps.mean", 0) * round.n_years,
                shortfall_tpa, 1e-6);
    expect_near(ore_book_sum(book, "whatgaps.change", 0), 0.0, 1e-9);
    ore_book_free(book);
    ore_result_free(result);
}

static void empty_tables_say_so(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    for (int p = 0; p < round.n_projects; p++) {
        result->option[p] = -1;
        result->year[p] = 0;
    }
    for (int f = 0; f < round.n_pairs; f++) {
        result->face_m[f] = 0.0;
    }
    ore_book *book = new_book(&round, result, "en");

    assert_string_equal(text(book, "portfolio", 0, "project"), "None");
    assert_int_equal(count_rows(book, "notfunded"), 3);
    ore_book_free(book);
    ore_result_free(result);
}

/* A project's cell leads to the same project in the other table. */
static void expect_way(const ore_book *book, const char *from, int i,
                       const char *to)
{
    const ore_sheet_cell *project = cell(book, from, i, "project");
    const ore_sheet_table *table = ore_book_table(book, to);
    int row = 0;

    assert_non_null(project->link);
    assert_int_equal(sscanf(strchr(project->link, '!'), "!A%d", &row), 1);
    assert_string_equal(text(book, to, row - table->top - 2, "project"),
                        project->text);
}

static void projects_lead_to_their_rows_and_back(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_book *book = new_book(&round, result, "ja");

    (void)state;
    expect_way(book, "portfolio", 0, "commitments");
    expect_way(book, "portfolio", 1, "commitments");
    expect_way(book, "commitments", 0, "portfolio");
    ore_book_free(book);
    ore_result_free(result);
}

static void origins_add_up(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_book *book = new_book(&round, result, "en");
    const ore_sheet_table *origins = ore_book_table(book, "origins");

    (void)state;
    assert_true(origins->n_columns > 2);
    for (int i = 0; i < origins->n_rows; i++) {
        double sum = number(book, "origins", i, "others");

        for (int c = 0; c < origins->n_columns - 2; c++) {
            sum += nth_cell(book, "origins", i, "country", c)->number;
        }
        expect_near(sum, 1.0, 1e-9);
    }
    ore_book_free(book);
    ore_result_free(result);
}

static void funders_answer_for_every_commitment(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_book *book = new_book(&round, result, "en");
    double face_m = 0.0;

    (void)state;
    for (int f = 0; f < round.n_pairs; f++) {
        face_m += result->face_m[f];
    }
    assert_true(face_m > 0.0);
    expect_near(ore_book_sum(book, "funders.face", 0), face_m, 1e-9);
    ore_book_free(book);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(column_letters),
        cmocka_unit_test(every_text_is_there_in_both_languages),
        cmocka_unit_test(widths_and_lines),
        cmocka_unit_test(sentences),
        cmocka_unit_test(portfolio_sheet),
        cmocka_unit_test(checks_hold_and_notice),
        cmocka_unit_test(what_if_begins_at_the_portfolio),
        cmocka_unit_test(empty_tables_say_so),
        cmocka_unit_test(projects_lead_to_their_rows_and_back),
        cmocka_unit_test(origins_add_up),
        cmocka_unit_test(funders_answer_for_every_commitment),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
