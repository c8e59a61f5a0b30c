/* What rows make of bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "small_program.h"
#include "solve/presolve/propagation.h"

typedef struct propagated {
    ore_model *model;
    double lo[small_cols], hi[small_cols];
    ore_propagator *propagator;
} propagated;

/* The rows are to be looked at. */
static void begin(propagated *p)
{
    small_seal(p->model);
    for (int j = 0; j < p->model->n_cols; j++) {
        p->lo[j] = p->model->cols[j].lo;
        p->hi[j] = p->model->cols[j].hi;
    }
    p->propagator = ore_propagator_new(p->model, p->lo, p->hi);
    ore_propagator_look_at_all(p->propagator);
}

static void end(propagated *p)
{
    ore_propagator_free(p->propagator);
    ore_model_free(p->model);
}

/* Columns: a start, its award, and what its account of 90 carries over. The
 * award is most x start, and no less than least x start. */
static propagated account(double least, double most)
{
    propagated p = {.model = ore_model_new()};

    small_binaries(p.model, 1);
    small_col(p.model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_col(p.model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_row(p.model, 90.0, 90.0, (double[]){0.0, 1.0, 1.0});
    small_row(p.model, -HUGE_VAL, 0.0, (double[]){-most, 1.0, 0.0});
    small_row(p.model, 0.0, HUGE_VAL, (double[]){-least, 1.0, 0.0});
    return p;
}

static void test_an_award_is_no_more_than_its_account_has(void **unused)
{
    propagated p = account(0.0, 120.0);

    (void)unused;
    begin(&p);
    assert_true(ore_propagate(p.propagator));
    expect_near(p.hi[1], 90.0, 1e-6);
    expect_near(p.hi[2], 90.0, 1e-6);
    assert_true(p.hi[1] >= 90.0 && p.hi[2] >= 90.0);
    assert_true(p.lo[0] == 0.0 && p.hi[0] == 1.0);
    end(&p);
}

/* 90 in the first year, 40 in the second, and what is carried over. */
static void test_a_later_award_has_what_is_carried_over(void **unused)
{
    propagated p = account(0.0, 120.0);

    (void)unused;
    small_col(p.model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_row(p.model, -HUGE_VAL, 40.0, (double[]){0.0, 0.0, -1.0, 1.0});
    begin(&p);
    assert_true(ore_propagate(p.propagator));
    expect_near(p.hi[3], 130.0, 1e-6);
    end(&p);
}

static void test_a_project_that_its_account_cannot_pay_is_out(void **unused)
{
    propagated p = account(100.0, 120.0);

    (void)unused;
    begin(&p);
    assert_true(ore_propagate(p.propagator));
    assert_true(p.lo[0] == 0.0 && p.hi[0] == 0.0);
    expect_near(p.hi[1], 0.0, 1e-6);
    expect_near(p.lo[2], 90.0, 1e-6); /* all of it is carried over */
    end(&p);
}

static void test_rounding_rules_no_project_out(void **unused)
{
    propagated p = account(90.0 + 1e-6, 120.0);

    (void)unused;
    begin(&p);
    assert_true(ore_propagate(p.propagator));
    assert_true(p.hi[0] == 1.0);
    end(&p);
}

/* Of three, two are to go ahead, and the first does not. */
static void test_what_a_row_needs_is_in(void **unused)
{
    propagated p = {.model = ore_model_new()};

    (void)unused;
    small_binaries(p.model, 3);
    small_row(p.model, 2.0, HUGE_VAL, (double[]){1.0, 1.0, 1.0});
    begin(&p);
    assert_true(ore_propagate(p.propagator));
    assert_true(p.lo[1] == 0.0 && p.lo[2] == 0.0);
    ore_propagator_narrow(p.propagator, 0, 0.0, 0.0);
    assert_true(ore_propagate(p.propagator));
    assert_true(p.lo[1] == 1.0 && p.lo[2] == 1.0);
    ore_propagator_narrow(p.propagator, 1, 0.0, 0.0);
    assert_false(ore_propagate(p.propagator));
    end(&p);
}

static void test_the_way_back_is_by_marks(void **unused)
{
    propagated p = account(60.0, 120.0);

    (void)unused;
    begin(&p);
    assert_true(ore_propagate(p.propagator));
    const double most = p.hi[1], carried_at_most = p.hi[2];
    const int first = ore_propagator_mark(p.propagator);

    ore_propagator_narrow(p.propagator, 0, 1.0, 1.0);
    assert_true(ore_propagate(p.propagator));
    expect_near(p.lo[1], 60.0, 1e-6);
    expect_near(p.hi[2], 30.0, 1e-6);
    const double carried = p.hi[2];
    const int second = ore_propagator_mark(p.propagator);

    ore_propagator_narrow(p.propagator, 1, p.lo[1], 50.0);
    assert_false(ore_propagate(p.propagator));
    ore_propagator_undo(p.propagator, second);
    assert_true(p.hi[1] == most && p.hi[2] == carried);
    ore_propagator_undo(p.propagator, first);
    assert_true(p.lo[0] == 0.0 && p.lo[1] == 0.0 && p.hi[2] == carried_at_most);
    /* Nothing is left to look at. */
    assert_true(ore_propagate(p.propagator));
    assert_true(p.lo[0] == 0.0 && p.hi[0] == 1.0);
    end(&p);
}

/* x + y - z <= 4, all without end. */
static void test_a_row_tells_about_its_only_endless_column(void **unused)
{
    propagated p = {.model = ore_model_new()};

    (void)unused;
    for (int j = 0; j < 3; j++) {
        small_col(p.model, ORE_CONTINUOUS, -HUGE_VAL, HUGE_VAL);
    }
    small_row(p.model, -HUGE_VAL, 4.0, (double[]){1.0, 1.0, -1.0});
    begin(&p);
    ore_propagator_narrow(p.propagator, 0, 1.0, 2.0);
    assert_true(ore_propagate(p.propagator));
    assert_true(isinf(p.hi[1]) && isinf(p.lo[2]));
    ore_propagator_narrow(p.propagator, 2, 0.0, 3.0);
    assert_true(ore_propagate(p.propagator));
    expect_near(p.hi[1], 6.0, 1e-6);
    assert_true(isinf(p.lo[1]));
    end(&p);
}

/* x <= 0.9 y and y <= 0.9 x come to 0 in steps without end. */
static void test_bounds_that_creep_are_left_alone(void **unused)
{
    propagated p = {.model = ore_model_new()};

    (void)unused;
    small_col(p.model, ORE_CONTINUOUS, 0.0, 1.0);
    small_col(p.model, ORE_CONTINUOUS, 0.0, 1.0);
    small_row(p.model, -HUGE_VAL, 0.0, (double[]){1.0, -0.9});
    small_row(p.model, -HUGE_VAL, 0.0, (double[]){-0.9, 1.0});
    begin(&p);
    assert_true(ore_propagate(p.propagator));
    assert_true(p.hi[0] > 0.0 && p.hi[0] < 1.0);
    end(&p);
}

static void test_a_column_knows_its_rows(void **unused)
{
    propagated p = account(60.0, 120.0);
    int n;

    (void)unused;
    begin(&p);
    const int *rows = ore_propagator_rows(p.propagator, 0, &n);

    assert_int_equal(n, 2);
    assert_int_equal(rows[0], 1);
    assert_int_equal(rows[1], 2);
    (void)ore_propagator_rows(p.propagator, 1, &n);
    assert_int_equal(n, 3);
    end(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_award_is_no_more_than_its_account_has),
        cmocka_unit_test(test_a_later_award_has_what_is_carried_over),
        cmocka_unit_test(test_a_project_that_its_account_cannot_pay_is_out),
        cmocka_unit_test(test_rounding_rules_no_project_out),
        cmocka_unit_test(test_what_a_row_needs_is_in),
        cmocka_unit_test(test_the_way_back_is_by_marks),
        cmocka_unit_test(test_a_row_tells_about_its_only_endless_column),
        cmocka_unit_test(test_bounds_that_creep_are_left_alone),
        cmocka_unit_test(test_a_column_knows_its_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
