/* The sheets of a comparison: the small round against itself, with decisions
 * changed one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture_plan.h"
#include "near.h"
#include "orefolio/memory.h"
#include "orefolio/model.h"
#include "write/columns.h"
#include "write/sheet.h"

/* The round and another result of it; the caller frees. */
static ore_book *compared(const ore_plan *plan, const ore_result *base,
                          const ore_result *other)
{
    static ore_write_options options;
    static ore_case cases[2];
    static const double elsewhere[] = {1.0, 3.0, __builtin_nan(""), 2.0};

    options = (ore_write_options){.version = "0",
                                  .solver = "GLPK 5.0",
                                  .options = "",
                                  .language = "en",
                                  .no_timings = true};
    cases[0] = (ore_case){NULL, plan, base, &elsewhere[0]};
    cases[1] = (ore_case){"other", plan, other, &elsewhere[2]};
    return ore_comparison_new(cases, 2, &options);
}

/* A goal's value and bound are as reported. */
static ore_result *reported(const ore_plan *plan, double value, double bound)
{
    ore_result *result = fixture_result(plan);

    for (int g = 0; g < plan->n_goals; g++) {
        result->goals[g] = (ore_goal_outcome){value, bound, 0.5};
    }
    return result;
}

static const char *text_at(const ore_book *book, ore_sheet_id id, int row,
                           int column)
{
    const ore_table *table = &book->sheets[id].tables[0];

    assert_true(row < table->n_rows && column < table->n_columns);
    return table->cells[row * table->n_columns + column].text;
}

static void expect_switch(const ore_plan *plan, const ore_result *base,
                          const ore_result *other, const char *change)
{
    ore_book *book = compared(plan, base, other);

    assert_int_equal(book->sheets[ORE_SHEET_SWITCHES].tables[0].n_rows, 1);
    assert_string_equal(text_at(book, ORE_SHEET_SWITCHES, 0, 5), change);
    ore_book_free(book);
}

static void switches_tell_what_changed(void **state)
{
    const ore_plan plan = fixture_plan();
    ore_result *base = fixture_result(&plan), *other = fixture_result(&plan);

    (void)state;
    other->face_m[0] += 5.0;
    other->face_m[1] -= 5.0;
    expect_switch(&plan, base, other, "other instruments");
    other->face_m[1] -= 5.0;
    expect_switch(&plan, base, other, "other amounts");
    other->year[0] = 2027;
    expect_switch(&plan, base, other, "other year");
    other->option[0] = -1;
    other->reason[0].detail = ore_copy("the account is empty");
    expect_switch(&plan, base, other, "dropped");

    ore_book *book = compared(&plan, base, other);

    assert_string_equal(text_at(book, ORE_SHEET_SWITCHES, 0, 10),
                        "the account is empty");
    ore_book_free(book);
    ore_result_free(base);
    ore_result_free(other);
}

/* What is best lies between 4 and 5 in the one case; between 4.5 and 6, or 5.5
 * and 6, in the other. */
static void changes_within_the_gaps_prove_nothing(void **state)
{
    const ore_plan plan = fixture_plan();
    ore_result *base = reported(&plan, 5.0, 4.0);
    ore_result *other = reported(&plan, 6.0, 4.5);

    (void)state;
    ore_book *book = compared(&plan, base, other);

    assert_string_equal(text_at(book, ORE_SHEET_SUMMARY, 4, 4), "may be none");
    ore_book_free(book);
    other->goals[0].bound = 5.5;
    book = compared(&plan, base, other);
    assert_string_equal(text_at(book, ORE_SHEET_SUMMARY, 4, 4), "larger");
    ore_book_free(book);
    ore_result_free(base);
    ore_result_free(other);
}

/* The second portfolio is not possible in the first case. */
static void regret_is_over_the_possible_cases(void **state)
{
    const ore_plan plan = fixture_plan();
    ore_result *base = reported(&plan, 1.0, 1.0);
    ore_result *other = reported(&plan, 2.0, 2.0);
    ore_book *book = compared(&plan, base, other);
    const ore_table *table = &book->sheets[ORE_SHEET_REGRET].tables[0];

    (void)state;
    assert_int_equal(table->n_rows, 2);
    expect_near(table->cells[3].number, 0.0, 0.0);
    expect_near(table->cells[4].number, 1.0, 0.0);
    assert_string_equal(text_at(book, ORE_SHEET_REGRET, 1, 1), "not possible");
    expect_near(table->cells[table->n_columns + 3].number, 1.0, 0.0);
    expect_near(table->cells[table->n_columns + 4].number, 0.0, 0.0);
    ore_book_free(book);
    ore_result_free(base);
    ore_result_free(other);
}

static void checks_notice_a_false_goal(void **state)
{
    const ore_plan plan = fixture_plan();
    ore_result *base = fixture_result(&plan);
    ore_goal_outcome *outcome = &base->goals[0];

    (void)state;
    outcome->value =
        ore_goal_of(&plan.goals[0])->value(&plan, base, &plan.goals[0]);
    ore_book *book = compared(&plan, base, base);

    assert_true(book->all_checks_good);
    ore_book_free(book);
    outcome->value += 0.01;
    book = compared(&plan, base, base);
    assert_false(book->all_checks_good);
    ore_book_free(book);
    ore_result_free(base);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(switches_tell_what_changed),
        cmocka_unit_test(changes_within_the_gaps_prove_nothing),
        cmocka_unit_test(regret_is_over_the_possible_cases),
        cmocka_unit_test(checks_notice_a_false_goal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
