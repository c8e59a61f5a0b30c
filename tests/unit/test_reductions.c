/* What rows alone say about columns: bounds, fixings, aggregations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "small_program.h"
#include "solve/presolve/reductions.h"

/* A program, its bounds and their reduction. */
typedef struct reduced {
    ore_model *model;
    double lo[small_cols], hi[small_cols];
    ore_reduction *reduction;
} reduced;

static void reduce(reduced *r)
{
    small_seal(r->model);
    for (int j = 0; j < r->model->n_cols; j++) {
        r->lo[j] = r->model->cols[j].lo;
        r->hi[j] = r->model->cols[j].hi;
    }
    r->reduction = ore_reduction_new(r->model, r->lo, r->hi);
}

static void end(reduced *r)
{
    ore_reduction_free(r->reduction);
    ore_model_free(r->model);
}

static bool is_left(reduced *r, int i)
{
    const ore_linear_sum *sum;
    double lo, hi;

    return ore_reduction_row(r->reduction, i, &sum, &lo, &hi);
}

static void test_a_row_at_its_limit_fixes_its_columns(void **unused)
{
    reduced r = {.model = ore_model_new()};

    (void)unused;
    small_binaries(r.model, 2);
    small_col(r.model, ORE_CONTINUOUS, 0.0, 9.0);
    small_row(r.model, -HUGE_VAL, 0.0, (double[]){2.0, 1.0, 3.0});
    reduce(&r);
    for (int j = 0; j < 3; j++) {
        assert_true(r.lo[j] == 0.0 && r.hi[j] == 0.0);
    }
    assert_false(is_left(&r, 0));
    end(&r);
}

static void test_a_row_of_one_column_is_a_bound(void **unused)
{
    reduced r = {.model = ore_model_new()};

    (void)unused;
    small_col(r.model, ORE_CONTINUOUS, 0.0, 9.0);
    small_binaries(r.model, 1);
    small_row(r.model, 2.0, 6.0, (double[]){2.0, 0.0});
    small_row(r.model, -HUGE_VAL, 1.0, (double[]){0.0, 2.0});
    reduce(&r);
    expect_near(r.lo[0], 1.0, 1e-12);
    expect_near(r.hi[0], 3.0, 1e-12);
    assert_true(r.hi[1] == 0.0); /* a half is no binary's bound */
    assert_false(is_left(&r, 0));
    end(&r);
}

static void test_a_row_that_always_holds_goes(void **unused)
{
    reduced r = {.model = ore_model_new()};

    (void)unused;
    small_binaries(r.model, 2);
    small_row(r.model, -HUGE_VAL, 2.0, (double[]){1.0, 1.0});
    small_row(r.model, -HUGE_VAL, 1.0, (double[]){1.0, 1.0});
    reduce(&r);
    assert_false(is_left(&r, 0));
    assert_true(is_left(&r, 1));
    assert_true(r.hi[0] == 1.0 && r.hi[1] == 1.0);
    end(&r);
}

static void test_a_row_that_cannot_hold_stays(void **unused)
{
    reduced r = {.model = ore_model_new()};

    (void)unused;
    small_col(r.model, ORE_CONTINUOUS, 0.0, 1.0);
    small_row(r.model, 5.0, HUGE_VAL, (double[]){1.0});
    reduce(&r);
    assert_true(is_left(&r, 0));
    end(&r);
}

static void test_a_binary_that_breaks_a_row_alone_is_out(void **unused)
{
    reduced r = {.model = ore_model_new()};

    (void)unused;
    small_binaries(r.model, 2);
    small_col(r.model, ORE_CONTINUOUS, 0.0, 1.0);
    small_row(r.model, -HUGE_VAL, 4.0, (double[]){5.0, 3.0, 2.0});
    small_row(r.model, 2.0, HUGE_VAL, (double[]){0.0, 2.0, 1.0});
    reduce(&r);
    assert_true(r.hi[0] == 0.0);
    assert_true(r.lo[1] == 1.0); /* the second row needs it */
    end(&r);
}

/* x = 2 + 3 b */
static void test_an_equation_of_two_makes_one_of_the_other(void **unused)
{
    reduced r = {.model = ore_model_new()};

    (void)unused;
    small_col(r.model, ORE_CONTINUOUS, 0.0, 10.0);
    small_binaries(r.model, 1);
    small_row(r.model, 2.0, 2.0, (double[]){1.0, -3.0});
    small_row(r.model, -HUGE_VAL, 5.0, (double[]){1.0, 1.0});
    reduce(&r);
    const ore_aggregation x = ore_reduction_column(r.reduction, 0);
    const ore_linear_sum *sum;
    double lo, hi;

    assert_false(is_left(&r, 0));
    /* Then the second row, 2 + 4 b <= 5, leaves b no choice, nor x. */
    assert_true(r.hi[1] == 0.0);
    assert_int_equal(x.on, -1);
    expect_near(x.shift, 2.0, 1e-12);
    assert_false(ore_reduction_row(r.reduction, 1, &sum, &lo, &hi));
    assert_int_equal(sum->count, 0);
    expect_near(sum->offset, 2.0, 1e-12);
    end(&r);
}

static void test_sums_are_over_the_columns_left(void **unused)
{
    reduced r = {.model = ore_model_new()};

    (void)unused;
    small_col(r.model, ORE_CONTINUOUS, 0.0, 10.0);
    small_binaries(r.model, 2);
    small_row(r.model, 2.0, 2.0, (double[]){1.0, -3.0, 0.0});
    reduce(&r);
    const ore_program_entry entries[] = {
        {0, 0, 1.0}, {0, 1, 1.0}, {0, 2, -7.0}};
    const ore_linear_sum *sum = ore_reduction_sum(r.reduction, entries, 3);

    /* x + b - 7 c = 2 + 4 b - 7 c */
    assert_int_equal(sum->count, 2);
    assert_int_equal(sum->cols[0], 1);
    expect_near(sum->coefs[0], 4.0, 1e-12);
    expect_near(sum->coefs[1], -7.0, 1e-12);
    expect_near(sum->offset, 2.0, 1e-12);
    end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_row_at_its_limit_fixes_its_columns),
        cmocka_unit_test(test_a_row_of_one_column_is_a_bound),
        cmocka_unit_test(test_a_row_that_always_holds_goes),
        cmocka_unit_test(test_a_row_that_cannot_hold_stays),
        cmocka_unit_test(test_a_binary_that_breaks_a_row_alone_is_out),
        cmocka_unit_test(test_an_equation_of_two_makes_one_of_the_other),
        cmocka_unit_test(test_sums_are_over_the_columns_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
