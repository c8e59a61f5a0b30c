/* The step of a goal's values: whole multiples of what divides its figures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "small_program.h"
#include "solve/presolve/objective_step.h"

/* Of goal 0, whose binaries have these coefficients. */
static double step_of(double a, double b, double c)
{
    ore_model *model = ore_model_new();

    small_binaries(model, 3);
    small_col(model, ORE_CONTINUOUS, 0.0, 1.0);
    small_goal(model, 0, a, 0);
    small_goal(model, 0, b, 1);
    small_goal(model, 0, c, 2);
    small_goal(model, 1, 0.1234567, 3);
    small_seal(model);
    const double step = ore_objective_step(model, 0);

    assert_true(ore_objective_step(model, 1) == 0.0); /* it is continuous */
    ore_model_free(model);
    return step;
}

static void test_the_largest_divisor_is_the_step(void **unused)
{
    (void)unused;
    expect_near(step_of(6.0, -4.0, 10.0), 2.0, 1e-12);
    expect_near(step_of(7.0, 4.0, 10.0), 1.0, 1e-12);
    expect_near(step_of(0.0, 0.0, 5.0), 5.0, 1e-12);
}

static void test_three_decimals_have_a_step(void **unused)
{
    (void)unused;
    expect_near(step_of(0.5, 0.75, 1.0), 0.25, 1e-12);
    expect_near(step_of(0.003, 0.006, 3.0), 0.003, 1e-12);
}

static void test_other_figures_have_none(void **unused)
{
    (void)unused;
    assert_true(step_of(1.0 / 3.0, 1.0, 1.0) == 0.0);
    assert_true(step_of(0.0001, 1.0, 1.0) == 0.0);
    assert_true(step_of(0.0, 0.0, 0.0) == 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_largest_divisor_is_the_step),
        cmocka_unit_test(test_three_decimals_have_a_step),
        cmocka_unit_test(test_other_figures_have_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
