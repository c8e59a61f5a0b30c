/* What a comparison says in every state that its searches can end in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_states.h"
#include "near.h"
#include "write/book/proof.h"

/* The round against itself, the second case in the given state. */
static ore_book *compared(const ore_round *round, ore_result *results[2],
                          const ore_write_options *how, state s)
{
    static const double elsewhere[] = {5.0, 9.0, 7.0, 9.0};
    static ore_case cases[2];

    results[0] = result_in(round, proven);
    results[1] = result_in(round, s);
    results[1]->goals[0].value = 9.0;
    results[1]->option[1] = -1;
    results[1]->has_portfolio = s.status != ORE_INFEASIBLE;
    cases[0] = (ore_case){NULL, round, results[0], &elsewhere[0]};
    cases[1] = (ore_case){"High", round, results[1], &elsewhere[2]};
    return ore_comparison_new(cases, 2, how);
}

static void compared_free(ore_book *book, ore_result *results[2])
{
    ore_book_free(book);
    ore_result_free(results[0]);
    ore_result_free(results[1]);
}

static void comparison_draws_nothing_from_stopped_searches(void **unused)
{
    static const ore_sheet_id marked[] = {
        ORE_SHEET_SUMMARY, ORE_SHEET_SELECTION, ORE_SHEET_FUNDING_CHANGE,
        ORE_SHEET_GAPS_CHANGE, ORE_SHEET_REGRET};
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *results[2];
    ore_book *book = compared(&round, results, &how, stopped);

    (void)unused;
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++) {
        const ore_sheet *sheet = &book->sheets[marked[i]];
        bool is_marked = table_says(&sheet->tables[0], "(stopped early)");

        for (int c = 0; c < sheet->tables[0].n_columns; c++) {
            is_marked |= strstr(sheet->tables[0].columns[c].heading,
                                "High (stopped early)") != NULL;
        }
        assert_true(is_marked);
        assert_true(sheet_says(
            sheet, "Stopped before the precision asked for was reached: High"));
    }
    assert_string_equal(ore_book_flag(book, true),
                        "Arithmetic checks: OK; searches stopped early: 1");
    assert_string_equal(nth_cell(book, "summary",
                                 row_of(book, "summary", "Projects funded"),
                                 "change", 1)
                            ->text,
                        "not known");
    assert_string_equal(nth_cell(book, "summary",
                                 row_of(book, "summary", "Budget cost"),
                                 "change", 1)
                            ->text,
                        "not known");
    assert_string_equal(nth_cell(book, "summary",
                                 row_of(book, "summary", "Goal: "), "change", 1)
                            ->text,
                        "not known");
    assert_string_equal(
        nth_cell(book, "summary", row_of(book, "summary", "Status"), "case", 1)
            ->text,
        "stopped early, verified");
    compared_free(book, results);
    book = compared(&round, results, &how, boundless);
    assert_string_equal(nth_cell(book, "summary",
                                 row_of(book, "summary", "Proven bound: "),
                                 "case", 1)
                            ->text,
                        "not known");
    assert_string_equal(
        nth_cell(book, "summary",
                 row_of(book, "summary", "Distance to proven best: "), "case",
                 1)
            ->text,
        "not known");
    /* If the second case comes true nothing is known: 0 is no answer. */
    assert_string_equal(nth_cell(book, "regret", 0, "loss", 1)->text,
                        "not known");
    assert_string_equal(text(book, "regret", 0, "largest"), "not known");
    assert_string_equal(nth_cell(book, "regret", 1, "loss", 1)->text,
                        "not known");
    assert_string_equal(text(book, "regret", 1, "largest"), "not known");
    assert_true(table_says(&book->sheets[ORE_SHEET_PROVENANCE].tables[0],
                           "may give another portfolio"));
    expect_clean(book);
    compared_free(book, results);
}

static void comparison_tells_differences_of_ended_searches(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *results[2];
    ore_book *book = compared(&round, results, &how, (state){ORE_OK, 9.0, 0.0});

    (void)unused;
    assert_string_equal(ore_book_flag(book, true), "Arithmetic checks: OK");
    expect_near(nth_cell(book, "summary",
                         row_of(book, "summary", "Projects funded"), "change",
                         1)
                    ->number,
                -1.0, 0.0);
    expect_near(nth_cell(book, "summary", row_of(book, "summary", "Goal: "),
                         "change", 1)
                    ->number,
                4.0, 0.0);
    compared_free(book, results);
    /* A gap that reaches the base's value leaves the difference open. */
    book = compared(&round, results, &how, (state){ORE_OK, 4.5, 0.5});
    assert_string_equal(nth_cell(book, "summary",
                                 row_of(book, "summary", "Goal: "), "change", 1)
                            ->text,
                        "may be none");
    assert_string_equal(
        nth_cell(book, "summary", row_of(book, "summary", "Status"), "case", 1)
            ->text,
        "within the precision asked for");
    compared_free(book, results);
}

static void infeasible_cases_are_marked(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("ja");
    ore_result *results[2];
    ore_book *book = compared(&round, results, &how,
                              (state){ORE_INFEASIBLE, unknown, unknown});

    (void)unused;
    assert_non_null(strstr(ore_book_table(book, "summary")
                               ->columns[ore_column_index(
                                   ore_book_table(book, "summary"), "case", 1)]
                               .heading,
                           "High（案なし）"));
    expect_clean(book);
    compared_free(book, results);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comparison_draws_nothing_from_stopped_searches),
        cmocka_unit_test(comparison_tells_differences_of_ended_searches),
        cmocka_unit_test(infeasible_cases_are_marked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
