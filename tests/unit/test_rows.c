/* Exact evaluation of rows: what doubles would call equal, rationals do not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "near.h"
#include "verify/rows.h"

static void count(void *data, const ore_program_row *row, double violation)
{
    (void)row;
    (void)violation;
    ++*(int *)data;
}

/* A model of two columns and one row, without the builder. */
static double check(ore_col_kind kind, const double coefs[2], double lo,
                    double hi, const double point[2], int *broken)
{
    char name[] = "row(x)";
    ore_program_col cols[2] = {{.name = name, .hi = 1e6, .kind = kind},
                               {.name = name, .hi = 1e6, .kind = kind}};
    ore_program_row row = {.name = name, .lo = lo, .hi = hi};
    ore_program_entry entries[2] = {{0, 0, coefs[0]}, {0, 1, coefs[1]}};
    int start[2] = {0, 2};
    const ore_model model = {.n_cols = 2,
                             .n_rows = 1,
                             .n_entries = 2,
                             .cols = cols,
                             .rows = &row,
                             .entries = entries,
                             .row_start = start};

    *broken = 0;
    return ore_check_rows(&model, point, count, broken);
}

static void test_a_row_within_its_tolerance_holds(void **unused)
{
    int broken = 0;
    const double ones[2] = {1.0, 1.0};

    (void)unused;
    check(ORE_CONTINUOUS, ones, -HUGE_VAL, 100.0, (double[]){60.0, 40.00001},
          &broken);
    assert_int_equal(broken, 0);
    check(ORE_CONTINUOUS, ones, -HUGE_VAL, 100.0, (double[]){60.0, 40.001},
          &broken);
    assert_int_equal(broken, 1);
}

static void test_a_row_is_measured_by_its_own_terms(void **unused)
{
    int broken = 0;
    const double sides[2] = {1.0, -1.0};

    (void)unused;
    expect_near(check(ORE_CONTINUOUS, sides, 0.0, 0.0,
                      (double[]){500000.0, 499999.0}, &broken),
                2e-6, 1e-9);
    assert_int_equal(broken, 1);
}

static void test_a_row_of_whole_numbers_holds_exactly(void **unused)
{
    int broken = 0;

    (void)unused;
    check(ORE_BINARY, (double[]){1.0, 1.0}, -HUGE_VAL, 1.0,
          (double[]){1.0, 1.0}, &broken);
    assert_int_equal(broken, 1);
    check(ORE_BINARY, (double[]){1.0, 1.0}, -HUGE_VAL, 2.0,
          (double[]){1.0, 0.5}, &broken);
    assert_int_equal(broken, 1); /* a binary that is a half */
}

static void test_sums_are_exact(void **unused)
{
    int broken = 0;

    (void)unused;
    /* In doubles 1e16 + 1 - 1e16 is 0, and the row would look broken by 1. */
    check(ORE_CONTINUOUS, (double[]){1e16, -1e16}, 0.0, HUGE_VAL,
          (double[]){1.0, 1.0}, &broken);
    assert_int_equal(broken, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_row_within_its_tolerance_holds),
        cmocka_unit_test(test_a_row_is_measured_by_its_own_terms),
        cmocka_unit_test(test_a_row_of_whole_numbers_holds_exactly),
        cmocka_unit_test(test_sums_are_exact),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
