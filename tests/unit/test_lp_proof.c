/* Infeasible is what a sum of rows proves, and nothing that rounding could be.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "orefolio/tolerances.h"
#include "small_program.h"
#include "solve/lp/lp.h"
#include "solve/lp/lp_prob.h"

typedef struct setting {
    ore_model *model;
    ore_lp *lp;
} setting;

/* lo <= a x + b y <= hi, x and y from 0 to 1. */
static setting begin(double a, double b, double lo, double hi)
{
    setting s = {.model = ore_model_new()};

    small_col(s.model, ORE_CONTINUOUS, 0.0, 1.0);
    small_col(s.model, ORE_CONTINUOUS, 0.0, 1.0);
    small_row(s.model, lo, hi, (double[]){a, b});
    small_goal(s.model, 0, 1.0, 0);
    small_seal(s.model);
    s.lp = ore_lp_new(s.model, 1e9);
    ore_lp_goal(s.lp, 0, 1.0);
    return s;
}

static void end(setting *s)
{
    ore_lp_free(s->lp);
    ore_model_free(s->model);
}

static void expect_infeasible(const setting *s)
{
    assert_int_equal(ore_lp_solve(s->lp), ORE_LP_INFEASIBLE);
    assert_true(ore_lp_is_proven_infeasible(s->lp));
}

static void test_rows_prove_it_on_either_side(void **unused)
{
    setting above = begin(1.0, 1.0, -HUGE_VAL, -1e-6);
    setting below = begin(-1.0, -1.0, 1e-6, HUGE_VAL);

    (void)unused;
    expect_infeasible(&above);
    expect_infeasible(&below);
    end(&above);
    end(&below);
}

static void test_tolerances_of_all_bounds_together_prove_nothing(void **unused)
{
    setting s = begin(1.0, 1.0, 2.0 + 2.0 * ORE_TOLERANCE_LP, HUGE_VAL);

    (void)unused;
    assert_int_equal(ore_lp_solve(s.lp), ORE_LP_OPTIMAL);
    end(&s);
}

static void test_a_column_without_end_proves_nothing(void **unused)
{
    setting s = begin(1.0, 1e-6, 1.5, HUGE_VAL);

    (void)unused;
    expect_infeasible(&s);
    ore_lp_bounds(s.lp, 1, 0.0, HUGE_VAL);
    assert_false(ore_lp_is_proven_infeasible(s.lp));
    assert_int_equal(ore_lp_solve(s.lp), ORE_LP_OPTIMAL);
    end(&s);
}

static void test_rows_without_coefficients_need_no_basis(void **unused)
{
    setting s = {.model = ore_model_new()};

    (void)unused;
    small_row(s.model, 1.0, HUGE_VAL, NULL);
    small_col(s.model, ORE_CONTINUOUS, 0.0, 1.0);
    small_seal(s.model);
    s.lp = ore_lp_new(s.model, 1e9);
    assert_int_equal(ore_lp_solve(s.lp), ORE_LP_INFEASIBLE);
    end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_prove_it_on_either_side),
        cmocka_unit_test(test_tolerances_of_all_bounds_together_prove_nothing),
        cmocka_unit_test(test_a_column_without_end_proves_nothing),
        cmocka_unit_test(test_rows_without_coefficients_need_no_basis),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
