/* Which cuts of a round are worth a row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "small_program.h"
#include "small_view.h"
#include "solve/cuts/cut_pool.h"

enum { n_cols = 3 };

/* Three columns without rows, the last of which has no upper bound. */
typedef struct setting {
    ore_model *model;
    ore_cut_view *view;
    ore_cut_pool pool;
} setting;

static setting begin(void)
{
    setting s = {.model = ore_model_new()};

    small_binaries(s.model, 2);
    small_col(s.model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_seal(s.model);
    s.view = small_view(s.model, (double[]){0.5, 0.5, 10.0});
    return s;
}

static void end(setting *s)
{
    ore_cut_pool_clear(&s->pool);
    assert_int_equal(s->pool.n, 0);
    ore_cut_view_free(s->view);
    ore_model_free(s->model);
}

static bool make(const setting *s, const double *coefs, double most,
                 ore_cut *cut)
{
    static const int cols[n_cols] = {0, 1, 2};

    return ore_cut_make(s->view, n_cols, cols, coefs, most, cut);
}

static void add(setting *s, const double *coefs, double most)
{
    ore_cut cut;

    assert_true(make(s, coefs, most, &cut));
    ore_cut_pool_add(&s->pool, &cut);
}

static void test_the_deepest_come_first(void **unused)
{
    setting s = begin();

    (void)unused;
    add(&s, (double[]){1.0, 0.0, 0.0}, 0.4);  /* 0.1 deep */
    add(&s, (double[]){0.0, 0.0, 2.0}, 14.0); /* 3 deep */
    add(&s, (double[]){0.0, 3.0, 0.0}, 0.6);  /* 0.3 deep */
    ore_cut_pool_select(&s.pool, s.view, 10);
    assert_int_equal(s.pool.n, 3);
    assert_int_equal(s.pool.cuts[0].cols[0], 2);
    assert_int_equal(s.pool.cuts[1].cols[0], 1);
    assert_int_equal(s.pool.cuts[2].cols[0], 0);
    expect_near(s.pool.cuts[0].depth, 3.0, 1e-6);
    end(&s);
}

static void test_no_more_are_kept_than_asked(void **unused)
{
    setting s = begin();

    (void)unused;
    add(&s, (double[]){1.0, 0.0, 0.0}, 0.4);
    add(&s, (double[]){0.0, 0.0, 2.0}, 14.0);
    add(&s, (double[]){0.0, 3.0, 0.0}, 0.6);
    ore_cut_pool_select(&s.pool, s.view, 2);
    assert_int_equal(s.pool.n, 2);
    assert_int_equal(s.pool.cuts[1].cols[0], 1);
    end(&s);
}

/* Of three in nearly one direction the deepest stays; one in the opposite
 * direction and one across say something else. */
static void test_the_deepest_of_parallel_ones_stays(void **unused)
{
    setting s = begin();

    (void)unused;
    add(&s, (double[]){1.0, 1.0, 0.0}, 0.9);
    add(&s, (double[]){2.0, 2.0, 0.0}, 0.2);
    add(&s, (double[]){1.0, 1.2, 0.0}, 0.6);
    add(&s, (double[]){-1.0, -1.0, 0.0}, -1.1);
    add(&s, (double[]){1.0, -1.0, 0.0}, -0.2);
    ore_cut_pool_select(&s.pool, s.view, 10);
    assert_int_equal(s.pool.n, 3);
    expect_near(s.pool.cuts[0].most, 0.2, 1e-6);
    expect_near(s.pool.cuts[1].most, -0.2, 1e-6);
    expect_near(s.pool.cuts[2].most, -1.1, 1e-6);
    end(&s);
}

/* The second is told apart by its own direction, not by that of the first. */
static void test_every_one_that_stays_drops_its_own(void **unused)
{
    setting s = begin();

    (void)unused;
    add(&s, (double[]){1.0, 0.1, 0.0}, 0.45);
    add(&s, (double[]){0.0, 0.0, 1.0}, 7.0);
    add(&s, (double[]){1.0, 0.0, 0.5}, 5.3);
    add(&s, (double[]){1.0, 0.0, 0.0}, 0.2);
    ore_cut_pool_select(&s.pool, s.view, 10);
    assert_int_equal(s.pool.n, 3);
    expect_near(s.pool.cuts[0].most, 7.0, 1e-6);
    expect_near(s.pool.cuts[1].most, 0.2, 1e-6);
    expect_near(s.pool.cuts[2].most, 5.3, 1e-6);
    end(&s);
}

/* In units in which a column is counted by the thousand, its coefficient is
 * what directions are told by. */
static void test_directions_are_in_scaled_units(void **unused)
{
    setting s = begin();

    (void)unused;
    s.view->col_unit[2] = 1000.0;
    add(&s, (double[]){1.0, 0.0, 1.0}, 5.0);
    add(&s, (double[]){0.0, 1.0, 1.0}, 5.5);
    ore_cut_pool_select(&s.pool, s.view, 10);
    assert_int_equal(s.pool.n, 1);
    expect_near(s.pool.cuts[0].most, 5.0, 1e-3);
    end(&s);
}

static void test_an_empty_pool_stays_empty(void **unused)
{
    setting s = begin();

    (void)unused;
    ore_cut_pool_select(&s.pool, s.view, 10);
    assert_int_equal(s.pool.n, 0);
    end(&s);
}

/* A coefficient that does not matter leaves at the bound that costs least. */
static void test_small_coefficients_leave_at_a_bound(void **unused)
{
    setting s = begin();
    ore_cut cut;

    (void)unused;
    assert_true(make(&s, (double[]){1.0, -1e-7, 1e-7}, 0.3, &cut));
    assert_int_equal(cut.count, 1);
    expect_near(cut.most - 0.3, 1e-7, 2e-8);
    assert_true(cut.most >= 0.3 + 1e-7);
    ore_cut_free(&cut);
    assert_false(make(&s, (double[]){1.0, 0.0, -1e-7}, 0.3, &cut));
    end(&s);
}

static void test_what_does_not_cut_is_no_cut(void **unused)
{
    setting s = begin();
    ore_cut cut;

    (void)unused;
    assert_false(make(&s, (double[]){1.0, 1.0, 0.0}, 1.0, &cut));
    assert_false(make(&s, (double[]){0.0, 0.0, 0.0}, -1.0, &cut));
    assert_false(make(&s, (double[]){1.0, 1.0, 0.0}, -HUGE_VAL, &cut));
    end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_deepest_come_first),
        cmocka_unit_test(test_no_more_are_kept_than_asked),
        cmocka_unit_test(test_the_deepest_of_parallel_ones_stays),
        cmocka_unit_test(test_every_one_that_stays_drops_its_own),
        cmocka_unit_test(test_directions_are_in_scaled_units),
        cmocka_unit_test(test_an_empty_pool_stays_empty),
        cmocka_unit_test(test_small_coefficients_leave_at_a_bound),
        cmocka_unit_test(test_what_does_not_cut_is_no_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
