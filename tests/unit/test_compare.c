/* The sheets of a comparison: the small round against itself, with decisions
 * changed one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_cells.h"
#include "fixture_round.h"
#include "near.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

/* The round and another result of it; the caller frees. */
static ore_book *compared(const ore_round *round, const ore_result *base,
                          const ore_result *other)
{
    static ore_write_options options;
    static ore_case cases[2];
    static const double elsewhere[] = {1.0, 3.0, __builtin_nan(""), 2.0};

    options = (ore_write_options){.version = "0",
                                  .statistics = &fixture_statistics,
                                  .solver = "GLPK 5.0",
                                  .language = "en",
                                  .no_timings = true};
    cases[0] = (ore_case){NULL, round, base, &elsewhere[0]};
    cases[1] = (ore_case){"other", round, other, &elsewhere[2]};
    return ore_comparison_new(cases, 2, &options);
}

/* A goal's value and bound are as reported. */
static ore_result *reported(const ore_round *round, double value, double bound)
{
    ore_result *result = fixture_result(round);

    for (int g = 0; g < round->n_goals; g++) {
        result->goals[g] = (ore_goal_outcome){value, bound, 0.5};
    }
    return result;
}

static void expect_switch(const ore_round *round, const ore_result *base,
                          const ore_result *other, const char *change)
{
    ore_book *book = compared(round, base, other);

    assert_int_equal(count_rows(book, "switches"), 1);
    assert_string_equal(text(book, "switches", 0, "change"), change);
    ore_book_free(book);
}

static void switches_tell_what_changed(void **state)
{
    const ore_round round = fixture_round();
    ore_result *base = fixture_result(&round), *other = fixture_result(&round);

    (void)state;
    other->face_m[0] += 5.0;
    other->face_m[1] -= 5.0;
    expect_switch(&round, base, other, "other instruments");
    other->face_m[1] -= 5.0;
    expect_switch(&round, base, other, "other amounts");
    other->year[0] = 2027;
    expect_switch(&round, base, other, "other year");
    other->option[0] = -1;
    other->reason[0].detail = ore_copy("the account is empty");
    expect_switch(&round, base, other, "dropped");

    ore_book *book = compared(&round, base, other);

    assert_string_equal(text(book, "switches", 0, "why_out"),
                        "the account is empty");
    ore_book_free(book);
    ore_result_free(base);
    ore_result_free(other);
}

/* What is best lies between 4 and 5 in the one case; between 4.5 and 6, or 5.5
 * and 6, in the other. */
static void changes_within_the_gaps_prove_nothing(void **state)
{
    const ore_round round = fixture_round();
    ore_result *base = reported(&round, 5.0, 4.0);
    ore_result *other = reported(&round, 6.0, 4.5);

    (void)state;
    ore_book *book = compared(&round, base, other);

    assert_string_equal(nth_cell(book, "summary", 4, "change", 1)->text,
                        "may be none");
    ore_book_free(book);
    other->goals[0].bound = 5.5;
    book = compared(&round, base, other);
    assert_string_equal(nth_cell(book, "summary", 4, "change", 1)->text,
                        "larger");
    ore_book_free(book);
    ore_result_free(base);
    ore_result_free(other);
}

/* The second portfolio is not possible in the first case. */
static void regret_is_over_the_possible_cases(void **state)
{
    const ore_round round = fixture_round();
    ore_result *base = reported(&round, 1.0, 1.0);
    ore_result *other = reported(&round, 2.0, 2.0);
    ore_book *book = compared(&round, base, other);

    (void)state;
    assert_int_equal(count_rows(book, "regret"), 2);
    expect_near(number(book, "regret", 0, "impossible"), 0.0, 0.0);
    expect_near(number(book, "regret", 0, "largest"), 1.0, 0.0);
    assert_string_equal(nth_cell(book, "regret", 1, "loss", 0)->text,
                        "not possible");
    expect_near(number(book, "regret", 1, "impossible"), 1.0, 0.0);
    expect_near(number(book, "regret", 1, "largest"), 0.0, 0.0);
    ore_book_free(book);
    ore_result_free(base);
    ore_result_free(other);
}

static void expect_difference(const ore_book *book, int row, const char *what,
                              double base, double other)
{
    assert_true(row < count_rows(book, "inputsdiff"));
    assert_string_equal(text(book, "inputsdiff", row, "what"), what);
    expect_near(number(book, "inputsdiff", row, "base"), base, 0.0);
    expect_near(number(book, "inputsdiff", row, "other"), other, 0.0);
    expect_near(number(book, "inputsdiff", row, "change"), other - base, 0.0);
}

/* What both change alike is no difference, and a list is told by its years. */
static void inputs_differ_figure_by_figure(void **state)
{
    static const ore_changed of_base[] = {
        {"projects.A.capex", "10", "12", {0}, {"r.ini", 0, 0}},
        {"projects.B.capex", "10", "12", {0}, {"r.ini", 0, 0}},
        {"projects.C.capex", "10", "12", {0}, {"r.ini", 0, 0}}};
    static const ore_changed of_other[] = {
        {"budget us.amount",
         "2026:40 2027:30",
         "2026:20 2027:30",
         {0},
         {"r.ini", 9, 1}},
        {"projects.A.capex", "10", "15", {0}, {"r.ini", 10, 1}},
        {"projects.B.capex", "10", "12.0", {0}, {"r.ini", 0, 0}},
        {"round.decide_by", "", "2026-07-14", {0}, {"r.ini", 11, 1}}};
    const ore_round round = fixture_round();
    ore_round base_round = round, other_round = round;
    ore_result *base = fixture_result(&round), *other = fixture_result(&round);
    static const ore_write_options options = {.version = "0",
                                              .statistics = &fixture_statistics,
                                              .solver = "GLPK 5.0",
                                              .language = "en",
                                              .money = NULL,
                                              .no_timings = true};

    (void)state;
    base_round.n_changed = 3;
    base_round.changed = of_base;
    other_round.n_changed = 4;
    other_round.changed = of_other;
    const ore_case cases[] = {{NULL, &base_round, base, NULL},
                              {"other", &other_round, other, NULL}};
    ore_book *book = ore_comparison_new(cases, 2, &options);

    assert_int_equal(count_rows(book, "inputsdiff"), 4);
    expect_difference(book, 0, "budget us.amount 2026", 40.0, 20.0);
    expect_difference(book, 1, "projects.A.capex", 12.0, 15.0);
    expect_difference(book, 2, "projects.C.capex", 12.0, 10.0);
    assert_string_equal(text(book, "inputsdiff", 3, "base"), "not given");
    assert_string_equal(text(book, "inputsdiff", 3, "source"), "r.ini:11");
    ore_book_free(book);
    ore_result_free(base);
    ore_result_free(other);
}

/* Of another round file: files, and what Inputs shows of it. */
static void other_rounds_differ_by_their_inputs(void **state)
{
    static const ore_input first[] = {{"a.ini", "11", 3, NULL},
                                      {"p.csv", "22", 3, NULL}};
    static const ore_input second[] = {{"b.ini", "12", 3, NULL},
                                       {"q.csv", "22", 3, NULL}};
    const ore_round round = fixture_round();
    ore_round base_round = round, other_round = round;
    ore_result *result = fixture_result(&round);
    static const ore_write_options options = {.version = "0",
                                              .statistics = &fixture_statistics,
                                              .solver = "GLPK 5.0",
                                              .language = "en",
                                              .money = NULL,
                                              .no_timings = true};

    (void)state;
    base_round.n_inputs = other_round.n_inputs = 2;
    base_round.inputs = first;
    other_round.inputs = second;
    other_round.discount_rate = 0.5;
    const ore_case cases[] = {{NULL, &base_round, result, NULL},
                              {"other", &other_round, result, NULL}};
    ore_book *book = ore_comparison_new(cases, 2, &options);

    assert_int_equal(count_rows(book, "inputsdiff"), 2);
    assert_string_equal(text(book, "inputsdiff", 0, "what"), "Input b.ini");
    expect_difference(book, 1, "Round: Discount rate per year",
                      round.discount_rate, 0.5);
    ore_book_free(book);
    ore_result_free(result);
}

static void checks_notice_a_false_goal(void **state)
{
    const ore_round round = fixture_round();
    ore_result *base = fixture_result(&round);
    ore_goal_outcome *outcome = &base->goals[0];

    (void)state;
    outcome->value = ore_objective_goal(&round.goals[0])
                         ->value(&round, base, &round.goals[0]);
    ore_book *book = compared(&round, base, base);

    assert_true(book->all_checks_good);
    ore_book_free(book);
    outcome->value += 0.01;
    book = compared(&round, base, base);
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
        cmocka_unit_test(inputs_differ_figure_by_figure),
        cmocka_unit_test(other_rounds_differ_by_their_inputs),
        cmocka_unit_test(checks_notice_a_false_goal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
