/* Lifted covers, by textbook examples. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "small_program.h"
#include "small_view.h"
#include "solve/cuts/lifted_cover.h"

/* The lifted cover of row 0 of the program at x, and the program's end. */
static bool cover_of(ore_model *model, const double *x,
                     void (*check)(const ore_cut_view *, const ore_cut *))
{
    small_seal(model);
    ore_cut_view *view = small_view(model, x);
    ore_aggregated_row *sum = ore_aggregated_row_new(view);
    ore_mixed_knapsack *knapsack = ore_mixed_knapsack_new(view);
    ore_cut cut;

    ore_aggregated_row_add(sum, 0, 1.0);
    ore_aggregated_row_use_variable_bounds(sum);
    assert_true(ore_mixed_knapsack_load(knapsack, sum));
    const bool is_found = ore_lifted_cover(knapsack, &cut);

    if (is_found) {
        check(view, &cut);
        ore_cut_free(&cut);
    }
    ore_mixed_knapsack_free(knapsack);
    ore_aggregated_row_free(sum);
    ore_cut_view_free(view);
    ore_model_free(model);
    return is_found;
}

/* A knapsack of binaries alone. */
static ore_model *knapsack(int n, const double *sizes, double side)
{
    ore_model *model = ore_model_new();

    small_binaries(model, n);
    small_row(model, -HUGE_VAL, side, sizes);
    return model;
}

static void expect_none(const ore_cut_view *view, const ore_cut *cut)
{
    (void)view;
    fail_msg("a cut of %d columns", cut->count);
}

static void expect_wolsey(const ore_cut_view *view, const ore_cut *cut)
{
    expect_cut(view, cut, (double[]){2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0}, 3.0,
               2);
}

/* Wolsey, Integer Programming (1998), section 9.3: the cover 3 to 6, lifted. */
static void test_a_cover_is_lifted(void **unused)
{
    const double sizes[] = {11.0, 6.0, 6.0, 5.0, 5.0, 4.0, 1.0};

    (void)unused;
    assert_true(cover_of(knapsack(7, sizes, 19.0),
                         (double[]){0.0, 0.0, 1.0, 1.0, 0.8, 1.0, 0.0},
                         expect_wolsey));
}

static void expect_complemented(const ore_cut_view *view, const ore_cut *cut)
{
    expect_cut(view, cut, (double[]){1.0, -1.0}, 0.0, 0);
}

/* 7 a - 6 b <= 4: not a without b. */
static void test_what_gives_room_is_complemented(void **unused)
{
    (void)unused;
    assert_true(cover_of(knapsack(2, (double[]){7.0, -6.0}, 4.0),
                         (double[]){1.0, 0.5}, expect_complemented));
}

static void expect_drained(const ore_cut_view *view, const ore_cut *cut)
{
    expect_cut(view, cut, (double[]){3.0, 3.0, -1.0}, 3.0, 0);
}

/* 7 a + 6 b <= 10 + s: both take at least 3 of s. */
static void test_a_real_column_buys_room(void **unused)
{
    ore_model *model = ore_model_new();

    (void)unused;
    small_binaries(model, 2);
    small_col(model, ORE_CONTINUOUS, 0.0, 50.0);
    small_row(model, -HUGE_VAL, 10.0, (double[]){7.0, 6.0, -1.0});
    assert_true(cover_of(model, (double[]){1.0, 0.5, 0.0}, expect_drained));
}

static void expect_flow_cover(const ore_cut_view *view, const ore_cut *cut)
{
    expect_cut(view, cut, (double[]){-5.0, -5.0, 1.0, 1.0}, 5.0, 2);
}

/* An account of 15 for two awards of at most 10: the flow cover
 * y1 + y2 <= 15 - 5 (1 - x1) - 5 (1 - x2). */
static void test_an_account_has_a_flow_cover(void **unused)
{
    ore_model *model = ore_model_new();

    (void)unused;
    small_binaries(model, 2);
    small_col(model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_col(model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_row(model, -HUGE_VAL, 15.0, (double[]){0.0, 0.0, 1.0, 1.0});
    small_row(model, -HUGE_VAL, 0.0, (double[]){-10.0, 0.0, 1.0, 0.0});
    small_row(model, -HUGE_VAL, 0.0, (double[]){0.0, -10.0, 0.0, 1.0});
    assert_true(
        cover_of(model, (double[]){1.0, 0.5, 10.0, 5.0}, expect_flow_cover));
}

static void test_what_fits_together_is_no_cover(void **unused)
{
    (void)unused;
    assert_false(cover_of(knapsack(2, (double[]){3.0, 3.0}, 10.0),
                          (double[]){1.0, 1.0}, expect_none));
}

static void test_a_point_within_the_cover_has_no_cut(void **unused)
{
    (void)unused;
    assert_false(cover_of(knapsack(2, (double[]){7.0, 6.0}, 10.0),
                          (double[]){1.0, 0.0}, expect_none));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_cover_is_lifted),
        cmocka_unit_test(test_what_gives_room_is_complemented),
        cmocka_unit_test(test_a_real_column_buys_room),
        cmocka_unit_test(test_an_account_has_a_flow_cover),
        cmocka_unit_test(test_what_fits_together_is_no_cover),
        cmocka_unit_test(test_a_point_within_the_cover_has_no_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
