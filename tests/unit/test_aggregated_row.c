/* Sums of rows, and what stands in the place of their real columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "small_program.h"
#include "small_view.h"
#include "solve/cuts/aggregated_row.h"

/* Columns: an instrument, its ticket from 3 to 10, and what an account of 7 in
 * row 0 carries over, of which row 1 needs 4 less 2 for the instrument. */
typedef struct setting {
    ore_model *model;
    ore_cut_view *view;
    ore_aggregated_row *sum;
} setting;

enum { ticket_most = 2, ticket_least = 3 }; /* rows */

static setting begin(const double *x)
{
    setting s = {.model = ore_model_new()};

    small_binaries(s.model, 1);
    small_col(s.model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_col(s.model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_row(s.model, 7.0, 7.0, (double[]){0.0, 1.0, 1.0});
    small_row(s.model, -HUGE_VAL, 2.0, (double[]){4.0, 0.0, -1.0});
    small_row(s.model, -HUGE_VAL, 0.0, (double[]){-10.0, 1.0, 0.0});
    small_row(s.model, 0.0, HUGE_VAL, (double[]){-3.0, 1.0, 0.0});
    small_seal(s.model);
    s.view = small_view(s.model, x);
    s.sum = ore_aggregated_row_new(s.view);
    return s;
}

static void end(setting *s)
{
    ore_aggregated_row_free(s->sum);
    ore_cut_view_free(s->view);
    ore_model_free(s->model);
}

static void test_rows_add_up_without_what_is_carried_over(void **unused)
{
    setting s = begin((double[]){0.7, 7.0, 0.0});

    (void)unused;
    ore_aggregated_row_add(s.sum, 0, 2.0);
    ore_aggregated_row_eliminate(s.sum, 2, 1, -1.0);
    expect_near(s.sum->coef[0], 8.0, 1e-12);
    expect_near(s.sum->coef[1], 2.0, 1e-12);
    assert_true(s.sum->coef[2] == 0.0);
    expect_near(s.sum->weight[0], 2.0, 1e-12);
    expect_near(s.sum->weight[1], 2.0, 1e-12);
    assert_int_equal(s.sum->n_rows, 2);
    ore_aggregated_row_clear(s.sum);
    assert_int_equal(s.sum->n_cols, 0);
    assert_int_equal(s.sum->n_rows, 0);
    end(&s);
}

static void test_what_cancels_out_leaves_nothing(void **unused)
{
    setting s = begin((double[]){0.7, 7.0, 0.0});

    (void)unused;
    for (int i = 0; i < 10; i++) {
        ore_aggregated_row_add(s.sum, ticket_most, 0.1);
    }
    ore_aggregated_row_add(s.sum, ticket_most, -1.0);
    assert_true(s.sum->coef[0] == 0.0 && s.sum->coef[1] == 0.0);
    end(&s);
}

static void test_the_nearest_bound_may_be_a_variable_one(void **unused)
{
    setting s = begin((double[]){0.7, 6.0, 1.0});

    (void)unused;
    expect_near(ore_aggregated_row_distance(s.view, 1), 1.0, 1e-12);
    expect_near(ore_aggregated_row_distance(s.view, 2), 0.2, 1e-12);
    ore_aggregated_row_add(s.sum, 0, 1.0);
    ore_aggregated_row_use_variable_bounds(s.sum);
    /* The ticket is 10 u - slack, the rest 4 u - 2 + slack. */
    expect_near(s.sum->coef[0], 14.0, 1e-12);
    assert_true(s.sum->coef[1] == 0.0 && s.sum->coef[2] == 0.0);
    end(&s);
}

/* Without the instrument all of its ticket's bounds are as near. */
static void test_the_sign_decides_between_bounds_as_near(void **unused)
{
    setting s = begin((double[]){0.0, 0.0, 7.0});

    (void)unused;
    ore_aggregated_row_add(s.sum, 0, 1.0);
    ore_aggregated_row_use_variable_bounds(s.sum);
    expect_near(s.sum->coef[0], 3.0, 1e-12);
    assert_true(s.sum->has_row[ticket_least] && !s.sum->has_row[ticket_most]);
    ore_aggregated_row_clear(s.sum);
    ore_aggregated_row_add(s.sum, 0, -1.0);
    ore_aggregated_row_use_variable_bounds(s.sum);
    expect_near(s.sum->coef[0], -10.0, 1e-12);
    assert_true(s.sum->has_row[ticket_most] && !s.sum->has_row[ticket_least]);
    end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_add_up_without_what_is_carried_over),
        cmocka_unit_test(test_what_cancels_out_leaves_nothing),
        cmocka_unit_test(test_the_nearest_bound_may_be_a_variable_one),
        cmocka_unit_test(test_the_sign_decides_between_bounds_as_near),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
