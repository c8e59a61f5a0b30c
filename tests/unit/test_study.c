/* Sheets of many runs: shares, distributions, swings and frontiers as they
 * follow from runs made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "book_cells.h"
#include "fixture_round.h"
#include "near.h"

enum { RUNS = 6 };

/* P1 in all, P2 in the round, a scenario and a sample, P3 in one sample; the
 * last run has no portfolio. */
static bool goes[RUNS][3] = {{1, 1, 0}, {1, 1, 0}, {1, 0, 0},
                             {1, 0, 1}, {1, 1, 0}, {0, 0, 0}};

static ore_run run_of(int i, ore_design_family family, double value)
{
    return (ore_run){.family = family,
                     .has_portfolio = i < RUNS - 1,
                     .status = i < RUNS - 1 ? ORE_OK : ORE_INFEASIBLE,
                     .limit = nan(""),
                     .is_sought = true,
                     .value = value,
                     .other = 10.0 * i,
                     .closed = 0.1 * i,
                     .n_funded = goes[i][0] + goes[i][1] + goes[i][2],
                     .goes = goes[i]};
}

typedef struct study {
    ore_run runs[RUNS];
    ore_uncertain uncertain[2];
    ore_swing swings[2];
    ore_frontier frontier;
    ore_study study;
    ore_write_options options;
    ore_round round;
    ore_result *result;
    ore_book *book;
} study;

static study *study_new(void)
{
    study *s = ore_alloc(1, sizeof *s);

    s->round = fixture_round();
    s->result = fixture_result(&s->round);
    s->runs[0] = run_of(0, ORE_DESIGN_ROUND, 5.0);
    s->runs[1] = run_of(1, ORE_DESIGN_LOW, 3.0);
    s->runs[2] = run_of(2, ORE_DESIGN_HIGH, 6.0);
    s->runs[3] = run_of(3, ORE_DESIGN_SAMPLE, 9.0);
    s->runs[4] = run_of(4, ORE_DESIGN_SAMPLE, 4.0);
    s->runs[5] = run_of(5, ORE_DESIGN_SCENARIO, 0.0);
    s->runs[0].gap = 0.1;
    s->runs[2].gap = 0.2;
    s->runs[3].is_scored = s->runs[4].is_scored = true;
    s->runs[3].kept = nan("");
    s->runs[4].kept = 4.5;
    s->uncertain[0] = (ore_uncertain){.id = "a", .label = "A", .address = "x"};
    s->uncertain[1] = (ore_uncertain){.id = "b", .label = "B", .address = "y"};
    s->swings[0] = (ore_swing){&s->uncertain[0], 0.9, 1.2, &s->runs[5], NULL};
    s->swings[1] =
        (ore_swing){&s->uncertain[1], 0.8, 1.1, &s->runs[1], &s->runs[2]};
    s->frontier = (ore_frontier){.other = &s->round.goals[1],
                                 .n_runs = 3,
                                 .runs = s->runs,
                                 .recommended = 2};
    s->study = (ore_study){.frontier = &s->frontier,
                           .n_runs = RUNS,
                           .runs = s->runs,
                           .n_swings = 2,
                           .swings = s->swings,
                           .n_missing = 7};
    s->options = (ore_write_options){.version = "0",
                                     .statistics = &fixture_statistics,
                                     .solver = "GLPK 5.0",
                                     .language = "en",
                                     .study = &s->study};
    s->book = ore_book_new(&s->round, s->result, &s->options);
    return s;
}

static void study_free(study *s)
{
    ore_book_free(s->book);
    ore_result_free(s->result);
    free(s);
}

static void robustness(void **state)
{
    study *s = study_new();
    const ore_book *book = s->book;
    enum { SCENARIOS, SINGLE_CHANGES, SAMPLES, ALL };

    (void)state;
    assert_string_equal(text(book, "robustness", 0, "project"), "P1");
    expect_near(number(book, "robustness", 0, "recommended"), 1.0, 0.0);
    expect_near(nth_cell(book, "robustness", 0, "share", ALL)->number, 1.0,
                0.0);
    assert_string_equal(text(book, "robustness", 1, "project"), "P2");
    expect_near(nth_cell(book, "robustness", 1, "share", SCENARIOS)->number,
                1.0, 0.0);
    expect_near(
        nth_cell(book, "robustness", 1, "share", SINGLE_CHANGES)->number, 0.5,
        0.0);
    expect_near(nth_cell(book, "robustness", 1, "share", SAMPLES)->number, 0.5,
                0.0);
    expect_near(nth_cell(book, "robustness", 1, "share", ALL)->number, 0.6,
                1e-12);
    /* Of three different portfolios one has it. */
    expect_near(number(book, "robustness", 1, "core"), 1.0 / 3.0, 1e-12);
    assert_string_equal(text(book, "robustness", 1, "class"), "borderline");
    assert_string_equal(text(book, "robustness", 2, "project"), "P3");
    expect_near(nth_cell(book, "robustness", 2, "share", ALL)->number, 0.2,
                1e-12);
    study_free(s);
}

static void outcomes(void **state)
{
    study *s = study_new();
    const ore_book *book = s->book;

    (void)state;
    assert_int_equal(count_rows(book, "outcomes"), 4);
    expect_near(number(book, "outcomes", 0, "number"), 2.0, 0.0);
    expect_near(number(book, "outcomes", 0, "without"), 1.0, 0.0);
    /* All runs: 3, 4, 5, 6, 9. */
    expect_near(number(book, "outcomes", 3, "stopped"), 0.0, 0.0);
    expect_near(number(book, "outcomes", 3, "least"), 3.0, 0.0);
    expect_near(number(book, "outcomes", 3, "median"), 5.0, 0.0);
    expect_near(number(book, "outcomes", 3, "most"), 9.0, 0.0);
    expect_near(number(book, "outcomes", 3, "projects"), 1.8, 1e-12);
    assert_string_equal(text(book, "scores", 0, "runs"), "Samples");
    expect_near(number(book, "scores", 0, "number"), 2.0, 0.0);
    expect_near(number(book, "scores", 0, "impossible"), 1.0, 0.0);
    expect_near(number(book, "scores", 0, "possible"), 1.0, 0.0);
    expect_near(number(book, "scores", 0, "mean"), 4.5, 1e-12);
    expect_near(number(book, "scores", 0, "compared"), 1.0, 0.0);
    expect_near(number(book, "scores", 0, "max_loss"), 0.5, 1e-12);
    study_free(s);
}

static void sensitivity(void **state)
{
    study *s = study_new();
    const ore_book *book = s->book;

    (void)state;
    /* What has no figure comes last. */
    assert_string_equal(text(book, "sensitivity", 0, "assumption"), "B");
    expect_near(number(book, "sensitivity", 0, "at_low"), -2.0, 1e-12);
    expect_near(number(book, "sensitivity", 0, "at_high"), 1.0, 1e-12);
    expect_near(number(book, "sensitivity", 0, "swing"), 3.0, 1e-12);
    /* Gaps of 0.1 of 5 and 0.2 of 6. */
    expect_near(number(book, "sensitivity", 0, "within"), 1.7, 1e-12);
    expect_near(number(book, "sensitivity", 0, "changed"), 1.0, 0.0);
    assert_string_equal(text(book, "sensitivity", 1, "assumption"), "A");
    assert_false(cell(book, "sensitivity", 1, "at_low")->is_number);
    study_free(s);
}

static void frontier(void **state)
{
    study *s = study_new();
    const ore_book *book = s->book;

    (void)state;
    assert_int_equal(count_rows(book, "frontier"), 3);
    assert_string_equal(text(book, "frontier", 2, "which"), "Recommended");
    expect_near(number(book, "frontier", 1, "closed"), 0.1, 1e-12);
    /* P2 is in the first two of three points; P3 in none. */
    expect_near(number(book, "frontierprojects", 1, "points"), 2.0, 0.0);
    expect_near(number(book, "frontierprojects", 1, "first_at"), 0.0, 0.0);
    assert_string_equal(text(book, "frontierprojects", 2, "first_at"),
                        "in none");
    study_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(robustness),
        cmocka_unit_test(outcomes),
        cmocka_unit_test(sensitivity),
        cmocka_unit_test(frontier),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
