/* Mixed-integer rounding, by textbook examples. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "small_program.h"
#include "small_view.h"
#include "solve/cuts/mir.h"

/* A program at a point, and the sum of rows that is rounded. */
typedef struct setting {
    ore_model *model;
    ore_cut_view *view;
    ore_aggregated_row *sum;
    ore_mixed_knapsack *knapsack;
} setting;

static void begin(setting *s, const double *x)
{
    small_seal(s->model);
    s->view = small_view(s->model, x);
    s->sum = ore_aggregated_row_new(s->view);
    s->knapsack = ore_mixed_knapsack_new(s->view);
}

static bool round_sum(setting *s, ore_cut *cut)
{
    return ore_mixed_knapsack_load(s->knapsack, s->sum) &&
           ore_mir_cut(s->knapsack, cut);
}

static void end(setting *s)
{
    ore_mixed_knapsack_free(s->knapsack);
    ore_aggregated_row_free(s->sum);
    ore_cut_view_free(s->view);
    ore_model_free(s->model);
}

/* Of three binaries no two go together: half of the sum of the rows. */
static void test_a_triangle_is_cut_to_one(void **unused)
{
    setting s = {.model = ore_model_new()};
    ore_cut cut;

    (void)unused;
    small_binaries(s.model, 3);
    small_row(s.model, -HUGE_VAL, 1.0, (double[]){1.0, 1.0, 0.0});
    small_row(s.model, -HUGE_VAL, 1.0, (double[]){0.0, 1.0, 1.0});
    small_row(s.model, -HUGE_VAL, 1.0, (double[]){1.0, 0.0, 1.0});
    begin(&s, (double[]){0.5, 0.5, 0.5});
    for (int i = 0; i < 3; i++) {
        ore_aggregated_row_add(s.sum, i, 0.5);
    }
    assert_true(round_sum(&s, &cut));
    expect_cut(s.view, &cut, (double[]){1.0, 1.0, 1.0}, 1.0, 0);
    expect_near(cut.depth, 0.5 / sqrt(3.0), 1e-6);
    ore_cut_free(&cut);
    end(&s);
}

/* 10 a + 10 b <= 15 + s: a + b <= 1 + s / 5. */
static void test_a_real_column_is_weighed_by_the_rounding(void **unused)
{
    setting s = {.model = ore_model_new()};
    ore_cut cut;

    (void)unused;
    small_binaries(s.model, 2);
    small_col(s.model, ORE_CONTINUOUS, 0.0, 50.0);
    small_row(s.model, -HUGE_VAL, 15.0, (double[]){10.0, 10.0, -1.0});
    begin(&s, (double[]){0.75, 0.75, 0.0});
    ore_aggregated_row_add(s.sum, 0, 1.0);
    assert_true(round_sum(&s, &cut));
    expect_cut(s.view, &cut, (double[]){1.0, 1.0, -0.2}, 1.0, 0);
    ore_cut_free(&cut);
    end(&s);
}

/* 10 a + 10 b + 8 c <= 15: of the 0.8 of c, 0.3 are beyond the half of the
 * side, 0.6 of what that leaves. */
static void test_a_part_beyond_that_of_the_side_counts(void **unused)
{
    setting s = {.model = ore_model_new()};
    ore_cut cut;

    (void)unused;
    small_binaries(s.model, 3);
    small_row(s.model, -HUGE_VAL, 15.0, (double[]){10.0, 10.0, 8.0});
    begin(&s, (double[]){0.75, 0.75, 0.0});
    ore_aggregated_row_add(s.sum, 0, 1.0);
    assert_true(round_sum(&s, &cut));
    expect_cut(s.view, &cut, (double[]){1.0, 1.0, 0.6}, 1.0, 0);
    ore_cut_free(&cut);
    end(&s);
}

/* 10 a + 10 b <= 15 + t, where t = 50 - s and s is near its upper bound. */
static void test_a_real_column_is_counted_from_its_nearer_bound(void **unused)
{
    setting s = {.model = ore_model_new()};
    ore_cut cut;

    (void)unused;
    small_binaries(s.model, 2);
    small_col(s.model, ORE_CONTINUOUS, 0.0, 50.0);
    small_row(s.model, -HUGE_VAL, 65.0, (double[]){10.0, 10.0, 1.0});
    begin(&s, (double[]){0.75, 0.75, 50.0});
    ore_aggregated_row_add(s.sum, 0, 1.0);
    assert_true(round_sum(&s, &cut));
    expect_cut(s.view, &cut, (double[]){1.0, 1.0, 0.2}, 11.0, 0);
    ore_cut_free(&cut);
    end(&s);
}

/* Two plants of 10 for a demand of 15: both are needed. */
static void test_variable_bounds_show_how_many_are_needed(void **unused)
{
    setting s = {.model = ore_model_new()};
    ore_cut cut;

    (void)unused;
    small_binaries(s.model, 2);
    small_col(s.model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_col(s.model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_row(s.model, 15.0, HUGE_VAL, (double[]){0.0, 0.0, 1.0, 1.0});
    small_row(s.model, -HUGE_VAL, 0.0, (double[]){-10.0, 0.0, 1.0, 0.0});
    small_row(s.model, -HUGE_VAL, 0.0, (double[]){0.0, -10.0, 0.0, 1.0});
    begin(&s, (double[]){0.75, 0.75, 7.5, 7.5});
    ore_aggregated_row_add(s.sum, 0, -1.0);
    assert_false(round_sum(&s, &cut)); /* no binary is in it yet */
    ore_aggregated_row_use_variable_bounds(s.sum);
    assert_true(round_sum(&s, &cut));
    expect_cut(s.view, &cut, (double[]){-1.0, -1.0, 0.0, 0.0}, -2.0, 0);
    ore_cut_free(&cut);
    end(&s);
}

static void test_a_point_that_keeps_the_rounded_row_has_no_cut(void **unused)
{
    setting s = {.model = ore_model_new()};
    ore_cut cut;

    (void)unused;
    small_binaries(s.model, 2);
    small_row(s.model, -HUGE_VAL, 15.0, (double[]){10.0, 10.0});
    begin(&s, (double[]){0.6, 0.4});
    ore_aggregated_row_add(s.sum, 0, 1.0);
    assert_false(round_sum(&s, &cut));
    end(&s);
}

static void test_a_column_without_bounds_has_no_cut(void **unused)
{
    setting s = {.model = ore_model_new()};
    ore_cut cut;

    (void)unused;
    small_binaries(s.model, 2);
    small_col(s.model, ORE_CONTINUOUS, -HUGE_VAL, HUGE_VAL);
    small_row(s.model, -HUGE_VAL, 15.0, (double[]){10.0, 10.0, -1.0});
    begin(&s, (double[]){0.75, 0.75, 0.0});
    ore_aggregated_row_add(s.sum, 0, 1.0);
    assert_false(round_sum(&s, &cut));
    end(&s);
}

/* 3 x 0.1 a - 0.3 a is rounding, and no cut, whatever it is "at most". */
static void test_what_cancels_out_is_no_cut(void **unused)
{
    setting s = {.model = ore_model_new()};
    ore_cut cut;

    (void)unused;
    small_binaries(s.model, 1);
    small_row(s.model, -HUGE_VAL, 0.05, (double[]){0.1});
    begin(&s, (double[]){0.5});
    ore_aggregated_row_add(s.sum, 0, -1.0);
    assert_true(ore_mixed_knapsack_load(s.knapsack, s.sum));
    assert_int_equal(s.knapsack->n_wholes, 1);
    assert_int_equal(s.knapsack->n_drains, 1);
    s.knapsack->wholes[0].cut_coef = -0.3;
    assert_false(ore_mixed_knapsack_cut(s.knapsack, 3.0, -1.0, &cut));
    end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_triangle_is_cut_to_one),
        cmocka_unit_test(test_a_real_column_is_weighed_by_the_rounding),
        cmocka_unit_test(test_a_part_beyond_that_of_the_side_counts),
        cmocka_unit_test(test_a_real_column_is_counted_from_its_nearer_bound),
        cmocka_unit_test(test_variable_bounds_show_how_many_are_needed),
        cmocka_unit_test(test_a_point_that_keeps_the_rounded_row_has_no_cut),
        cmocka_unit_test(test_a_column_without_bounds_has_no_cut),
        cmocka_unit_test(test_what_cancels_out_is_no_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
