/* Branching candidates: which there are, and what is learnt about them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "near.h"
#include "small_program.h"
#include "solve/tree/pseudo_costs.h"

/* A project of two years, columns 0 and 1, and two binaries more. The
 * candidates are the project, 0, and the columns, 1 to 4. */
typedef struct setting {
    ore_model *model;
    ore_lp *lp;
    ore_candidates *candidates;
} setting;

static const double half[] = {0.5, 0.0, 0.5, 0.5};

static setting begin(void)
{
    setting s = {.model = ore_model_new()};

    small_binaries(s.model, 4);
    ore_model_mark_choice(
        s.model,
        small_row(s.model, -HUGE_VAL, 1.0, (double[]){1.0, 1.0, 0.0, 0.0}), 0);
    small_row(s.model, 0.5, HUGE_VAL, (double[]){1.0, 1.0, 1.0, 1.0});
    for (int j = 0; j < 4; j++) {
        small_goal(s.model, 0, 1.0 + j, j);
    }
    small_seal(s.model);
    s.lp = ore_lp_new(s.model, 1e9);
    ore_lp_goal(s.lp, 0, 1.0);
    assert_int_equal(ore_lp_solve_surely(s.lp), ORE_LP_OPTIMAL);
    s.candidates = ore_candidates_new(s.model, s.lp);
    return s;
}

static void end(setting *s)
{
    ore_candidates_free(s->candidates);
    ore_lp_free(s->lp);
    ore_model_free(s->model);
}

static void test_projects_come_before_their_years(void **unused)
{
    setting s = begin();

    (void)unused;
    assert_int_equal(s.candidates->n, 5);
    assert_int_equal(s.candidates->list[0].row, 0);
    assert_int_equal(s.candidates->list[1].column, 0);
    expect_near(
        ore_candidate_value(s.candidates, 0, (double[]){0.3, 0.4, 0.0, 0.0}),
        0.7, 1e-12);
    end(&s);
}

static void test_a_score_is_the_product_of_both_sides(void **unused)
{
    setting s = begin();

    (void)unused;
    /* Nothing is known: a unit on each side. */
    expect_near(ore_candidate_score(s.candidates, 1, 0.25), 0.25 * 0.75, 1e-12);
    ore_candidate_update(s.candidates, 1, false, 2.0, 0.5); /* 4 a unit */
    ore_candidate_update(s.candidates, 1, true, 6.0, 0.5);  /* 12 a unit */
    expect_near(ore_candidate_score(s.candidates, 1, 0.5), 2.0 * 6.0, 1e-12);
    /* Others are expected to be like all, so far. */
    expect_near(ore_candidate_score(s.candidates, 3, 0.5), 2.0 * 6.0, 1e-12);
    ore_candidate_update(s.candidates, 3, true, 1.0, 0.5); /* 2 a unit */
    expect_near(ore_candidate_score(s.candidates, 3, 0.5), 2.0 * 1.0, 1e-12);
    expect_near(ore_candidate_score(s.candidates, 1, 0.5), 2.0 * 6.0, 1e-12);
    expect_near(ore_candidate_score(s.candidates, 2, 0.5), 2.0 * 3.5, 1e-12);
    end(&s);
}

static void test_four_rises_of_each_side_are_reliable(void **unused)
{
    setting s = begin();

    (void)unused;
    for (int i = 0; i < 4; i++) {
        assert_false(ore_candidate_is_reliable(s.candidates, 2));
        ore_candidate_update(s.candidates, 2, false, 1.0, 0.5);
        assert_false(ore_candidate_is_reliable(s.candidates, 2));
        ore_candidate_update(s.candidates, 2, true, 1.0, 0.5);
    }
    assert_true(ore_candidate_is_reliable(s.candidates, 2));
    end(&s);
}

static void test_the_most_promising_fraction_comes_first(void **unused)
{
    setting s = begin();
    int n;

    (void)unused;
    ore_candidate_update(s.candidates, 4, false, 5.0, 0.5);
    ore_candidate_update(s.candidates, 4, true, 5.0, 0.5);
    ore_candidate_update(s.candidates, 3, false, 1.0, 0.5);
    ore_candidate_update(s.candidates, 3, true, 1.0, 0.5);
    int *open = ore_candidates_fractional(s.candidates, half, 1e-6, &n);

    /* Column 1 is whole; the project and column 0 are like all: between. */
    assert_int_equal(n, 4);
    assert_int_equal(open[0], 4);
    assert_int_equal(open[1], 0);
    assert_int_equal(open[2], 1);
    assert_int_equal(open[3], 3);
    free(open);
    end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_projects_come_before_their_years),
        cmocka_unit_test(test_a_score_is_the_product_of_both_sides),
        cmocka_unit_test(test_four_rises_of_each_side_are_reliable),
        cmocka_unit_test(test_the_most_promising_fraction_comes_first),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
