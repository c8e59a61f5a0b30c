/* What the sheets of many runs say when some were stopped or not solved. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_states.h"
#include "near.h"
#include "write/book/proof.h"

/* Points of a frontier, samples among them: 0 and 1 are the same; 2 is worse
 * than 3 by both goals; 4 was stopped; 5 was not solved; 6 is recommended. */
enum { POINTS = 7 };

typedef struct study {
    bool goes[3];
    ore_run runs[POINTS];
    ore_frontier frontier;
    ore_study study;
    ore_write_options how;
    ore_round round;
    ore_result *result;
    ore_book *book;
} study;

static ore_run point(study *s, double value, double other, ore_status status)
{
    return (ore_run){.family = ORE_DESIGN_SAMPLE,
                     .status = status,
                     .has_portfolio = status <= ORE_STOPPED,
                     .limit = unknown,
                     .value = value,
                     .gap = status == ORE_STOPPED ? unknown : 0.0,
                     .other = other,
                     .closed = 0.5,
                     .is_sought = true,
                     .is_scored = true,
                     .kept = unknown,
                     .goes = s->goes};
}

static study *study_in(const char *language)
{
    study *s = ore_alloc(1, sizeof *s);

    s->round = fixture_round();
    s->result = result_in(&s->round, proven);
    s->runs[0] = point(s, 9.0, 10.0, ORE_OK);
    s->runs[1] = point(s, 9.0, 10.0, ORE_OK);
    s->runs[2] = point(s, 8.0, 30.0, ORE_OK);
    s->runs[3] = point(s, 7.0, 20.0, ORE_OK);
    s->runs[4] = point(s, 6.0, 40.0, ORE_STOPPED);
    s->runs[5] = point(s, 0.0, 0.0, ORE_INFEASIBLE);
    s->runs[6] = point(s, 5.0, 60.0, ORE_OK);
    s->runs[1].kept = 9.5;
    s->runs[4].kept = 6.0;
    s->frontier = (ore_frontier){.other = &s->round.goals[1],
                                 .n_runs = POINTS,
                                 .runs = s->runs,
                                 .recommended = POINTS - 1};
    s->study = (ore_study){
        .frontier = &s->frontier, .n_runs = POINTS, .runs = s->runs};
    s->how = how_in(language);
    s->how.study = &s->study;
    s->book = ore_book_new(&s->round, s->result, &s->how);
    return s;
}

static void study_free(study *s)
{
    ore_book_free(s->book);
    ore_result_free(s->result);
    free(s);
}

static void frontier_marks_what_is_no_point_of_its_own(void **unused)
{
    study *s = study_in("en");
    const ore_sheet *sheet = &s->book->sheets[ORE_SHEET_FRONTIER];
    static const char *const remarks[] = {
        "\u2013",
        "same as point 1",
        "no better than point 4",
        "knee: farthest from the line between the ends",
        "stopped early",
        "\u2013"};

    (void)unused;
    assert_int_equal(count_rows(s->book, "frontier"), 6);
    for (int i = 0; i < 6; i++) {
        assert_string_equal(text(s->book, "frontier", i, "remark"), remarks[i]);
    }
    assert_string_equal(text(s->book, "frontier", 4, "gap"), "not known");
    assert_true(sheet_says(sheet, "other portfolios may lie there"));
    assert_true(sheet_says(sheet, "(see Remark): 2, 3"));
    assert_true(
        sheet_says(sheet, "before the precision asked for was reached: 5."));
    assert_true(sheet_says(sheet, "not solved yet: 6"));
    expect_clean(s->book);
    study_free(s);
}

/* Means say over how many runs they are, and no loss is told against a search
 * that was stopped. */
static void robustness_tells_of_how_many(void **unused)
{
    study *s = study_in("en");
    const ore_sheet *sheet = &s->book->sheets[ORE_SHEET_ROBUSTNESS];
    const ore_book *book = s->book;

    (void)unused;
    expect_near(number(book, "outcomes", 0, "without"), 1.0, 0.0);
    expect_near(number(book, "outcomes", 0, "stopped"), 1.0, 0.0);
    expect_near(number(book, "scores", 0, "number"), 6.0, 0.0);
    expect_near(number(book, "scores", 0, "impossible"), 4.0, 0.0);
    expect_near(number(book, "scores", 0, "possible"), 2.0, 0.0);
    expect_near(number(book, "scores", 0, "mean"), 7.75, 1e-12);
    expect_near(number(book, "scores", 0, "compared"), 1.0, 0.0);
    expect_near(number(book, "scores", 0, "mean_loss"), 0.5, 1e-12);
    assert_non_null(
        strstr(ore_book_table(book, "robustness")->note, "(6 of 7)"));
    assert_true(
        sheet_says(sheet, "before the precision asked for was reached: 1."));
    sheet = &s->book->sheets[ORE_SHEET_MEMO];
    assert_true(sheet_says(sheet, "1 of 6 other runs have no portfolio"));
    assert_true(sheet_says(sheet, "1 of these 5 portfolios"));
    /* Once as a point of the frontier, once as a run. */
    assert_string_equal(ore_book_flag(s->book, true),
                        "Arithmetic checks: OK; searches stopped early: 2");
    assert_true(table_says(&s->book->sheets[ORE_SHEET_PROVENANCE].tables[0],
                           "may give another portfolio"));
    study_free(s);
    s = study_in("ja");
    expect_clean(s->book);
    study_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frontier_marks_what_is_no_point_of_its_own),
        cmocka_unit_test(robustness_tells_of_how_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
