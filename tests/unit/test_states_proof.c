/* What the book of a result says in every state that a run can end in: nothing
 * that the search did not prove. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_states.h"
#include "near.h"
#include "write/book/proof.h"

/* What the memo says of a result in that state, in both languages. */
static void expect_memo(state s, const char *en, const char *ja,
                        const char *never_en, const char *never_ja)
{
    static const char *const languages[] = {"en", "ja"};
    const ore_round round = fixture_round();

    for (int i = 0; i < 2; i++) {
        const ore_write_options how = how_in(languages[i]);
        ore_result *result = result_in(&round, s);
        ore_book *book = ore_book_new(&round, result, &how);
        const ore_sheet *memo = &book->sheets[ORE_SHEET_MEMO];

        assert_true(sheet_says(memo, i ? ja : en));
        assert_false(sheet_says(memo, i ? never_ja : never_en));
        expect_clean(book);
        /* Of the search the checks of arithmetic say nothing. */
        assert_string_equal(
            ore_book_flag(book, true),
            s.status == ORE_OK
                ? (i ? "計算の検算：OK" : "Arithmetic checks: OK")
            : i ? "計算の検算：OK、途中で終了した探索：1件"
                : "Arithmetic checks: OK; searches stopped early: 1");
        ore_book_free(book);
        ore_result_free(result);
    }
}

static const state within = {ORE_OK, 4.5, 0.1};
static const state stopped_best = {ORE_STOPPED, 5.0, 0.0};

static void memo_tells_what_is_proven(void **unused)
{
    (void)unused;
    expect_memo(proven, "Proved optimal", "最適性を証明済み", "stopped",
                "終了した");
    /* The tolerance of the first goal is no failure. */
    expect_memo(within,
                "within 10.00% of the best possible; its tolerance lets later "
                "goals take up to 0.50%",
                "最良値から10.00％以内", "stopped", "終了した");
    expect_memo(stopped, "within 50.00% of the best possible",
                "最良値から50.00％以内", "Proved optimal", "最適性を証明済み");
    expect_memo(stopped_best, "Stopped before the precision", "終了した",
                "within 0", "0.00％以内");
    expect_memo(boundless, "no bound is proven yet", "限界は未証明",
                "of the best possible", "最良値から");
}

static void unknown_gaps_are_no_figures(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = result_in(&round, boundless);
    ore_book *book = ore_book_new(&round, result, &how);
    const ore_sheet_table *told = &book->sheets[ORE_SHEET_PROVENANCE].tables[0];

    (void)unused;
    expect_near(
        cell(book, "keyfigures", row_of(book, "keyfigures", "Goal: "), "value")
            ->number,
        5.0, 0.0);
    assert_string_equal(
        cell(book, "keyfigures",
             row_of(book, "keyfigures", "Distance to proven best: "), "value")
            ->text,
        "not known");
    assert_true(table_says(told, "no bound is proven"));
    assert_false(table_says(told, "proven bound"));
    ore_book_free(book);
    ore_result_free(result);
}

/* A proven gap is never told smaller than it is. */
static void gaps_are_rounded_up(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = result_in(&round, within);
    ore_book *book = ore_book_new(&round, result, &how);

    (void)unused;
    assert_string_equal(ore_book_gap(book, 0.1), "10.00");
    assert_string_equal(ore_book_gap(book, 0.000831), "0.09");
    assert_string_equal(ore_book_gap(book, 0.0000201), "0.0021");
    assert_string_equal(ore_book_gap(book, unknown), "not known");
    ore_book_free(book);
    ore_result_free(result);
}

/* Equal bytes are promised where no clock had a part. */
static void reproduction_is_promised_when_searches_ended(void **unused)
{
    static const state states[] = {{ORE_OK, 4.5, 0.1}, {ORE_STOPPED, 2.5, 0.5}};
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");

    (void)unused;
    for (int i = 0; i < 2; i++) {
        ore_result *result = result_in(&round, states[i]);
        ore_book *book = ore_book_new(&round, result, &how);
        const ore_sheet_table *told =
            &book->sheets[ORE_SHEET_PROVENANCE].tables[0];

        assert_int_equal(table_says(told, "byte for byte"), i == 0);
        assert_int_equal(table_says(told, "may give another portfolio"), i);
        ore_book_free(book);
        ore_result_free(result);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memo_tells_what_is_proven),
        cmocka_unit_test(unknown_gaps_are_no_figures),
        cmocka_unit_test(gaps_are_rounded_up),
        cmocka_unit_test(reproduction_is_promised_when_searches_ended),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
