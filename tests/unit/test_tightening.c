/* Tighter rows for the same portfolios, by examples that can be done by hand;
 * prop_tightening tries all portfolios of others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "small_program.h"
#include "solve/presolve/tightening.h"

/* The coefficient of column j in row i. */
static double coef_of(const ore_model *model, int i, int j)
{
    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        if (model->entries[e].col == j) {
            return model->entries[e].coef;
        }
    }
    return 0.0;
}

/* A start, its award of at most 120, and what its account of 90 has left; row 1
 * is sign x "award <= 120 start". */
static ore_model *account(double sign)
{
    ore_model *model = ore_model_new();

    small_binaries(model, 1);
    small_col(model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_col(model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_row(model, 90.0, 90.0, (double[]){0.0, 1.0, 1.0});
    small_row(model, sign > 0.0 ? -HUGE_VAL : 0.0, sign > 0.0 ? 0.0 : HUGE_VAL,
              (double[]){sign * -120.0, sign, 0.0});
    return model;
}

static void test_an_award_has_no_more_room_than_its_account(void **unused)
{
    (void)unused;
    for (double sign = -1.0; sign <= 1.0; sign += 2.0) {
        ore_model *model = account(sign);

        small_seal(model);
        ore_tighten(model);
        expect_near(coef_of(model, 1, 0), sign * -90.0, 1e-6);
        assert_true(coef_of(model, 1, 1) == sign);
        assert_true(coef_of(model, 0, 1) == 1.0 && model->rows[0].lo == 90.0);
        /* The bound that rows imply is left to them. */
        assert_true(isinf(model->cols[1].hi));
        ore_model_free(model);
    }
}

static void test_a_project_that_its_account_cannot_pay_is_fixed(void **unused)
{
    ore_model *model = account(1.0);

    (void)unused;
    small_row(model, 0.0, HUGE_VAL, (double[]){-100.0, 1.0, 0.0});
    small_seal(model);
    ore_tighten(model);
    assert_true(model->cols[0].lo == 0.0 && model->cols[0].hi == 0.0);
    ore_model_free(model);
}

/* 3 a + 2 b <= 4 says that not both go ahead. */
static void test_a_knapsack_of_two_becomes_a_choice(void **unused)
{
    ore_model *model = ore_model_new();

    (void)unused;
    small_binaries(model, 2);
    small_row(model, -HUGE_VAL, 4.0, (double[]){3.0, 2.0});
    small_row(model, -4.0, HUGE_VAL, (double[]){-3.0, -2.0});
    small_seal(model);
    ore_tighten(model);
    expect_near(coef_of(model, 0, 0), 1.0, 1e-9);
    expect_near(coef_of(model, 0, 1), 1.0, 1e-9);
    expect_near(model->rows[0].hi, 1.0, 1e-9);
    expect_near(coef_of(model, 1, 0), -1.0, 1e-9);
    expect_near(coef_of(model, 1, 1), -1.0, 1e-9);
    expect_near(model->rows[1].lo, -1.0, 1e-9);
    ore_model_free(model);
}

/* Both sides of such a row would need their own coefficient. */
static void test_rows_with_two_sides_or_none_to_spare_stay(void **unused)
{
    ore_model *model = ore_model_new();

    (void)unused;
    small_binaries(model, 2);
    small_row(model, 1.0, 4.0, (double[]){3.0, 2.0});
    small_row(model, -HUGE_VAL, 2.0, (double[]){2.0, 2.0});
    small_seal(model);
    ore_tighten_by_probing(model);
    assert_true(coef_of(model, 0, 0) == 3.0 && coef_of(model, 0, 1) == 2.0);
    assert_true(coef_of(model, 1, 0) == 2.0 && model->rows[1].hi == 2.0);
    ore_model_free(model);
}

/* y + z <= 100 x, where z <= 60 - 40 x: with x, no more than 80. Without it
 * there is no z. */
static ore_model *shared_capacity(void)
{
    ore_model *model = ore_model_new();

    small_binaries(model, 1);
    small_col(model, ORE_CONTINUOUS, 0.0, 60.0);
    small_col(model, ORE_CONTINUOUS, 0.0, 60.0);
    small_row(model, -HUGE_VAL, 0.0, (double[]){-100.0, 1.0, 1.0});
    small_row(model, -HUGE_VAL, 60.0, (double[]){40.0, 0.0, 1.0});
    small_seal(model);
    return model;
}

static void test_probing_tightens_what_bounds_do_not(void **unused)
{
    ore_model *model = shared_capacity();

    (void)unused;
    ore_tighten(model);
    assert_true(coef_of(model, 0, 0) == -100.0);
    assert_true(coef_of(model, 1, 0) == 40.0 && model->rows[1].hi == 60.0);
    ore_tighten_by_probing(model);
    expect_near(coef_of(model, 0, 0), -80.0, 1e-6);
    expect_near(coef_of(model, 1, 0), -20.0, 1e-6); /* z <= 20 x */
    expect_near(model->rows[1].hi, 0.0, 1e-6);
    assert_true(model->cols[2].hi == 60.0);
    ore_model_free(model);
}

/* A start needs 5 of y in one row and leaves 4 in the other. */
static ore_model *contradiction(double least)
{
    ore_model *model = ore_model_new();

    small_col(model, ORE_BINARY, least, 1.0);
    small_col(model, ORE_CONTINUOUS, 0.0, HUGE_VAL);
    small_row(model, 0.0, HUGE_VAL, (double[]){-5.0, 1.0});
    small_row(model, -HUGE_VAL, 7.0, (double[]){3.0, 1.0});
    small_seal(model);
    return model;
}

static void test_probing_rules_out_what_contradicts_itself(void **unused)
{
    ore_model *model = contradiction(0.0);

    (void)unused;
    ore_tighten(model);
    assert_true(model->cols[0].hi == 1.0);
    ore_tighten_by_probing(model);
    assert_true(model->cols[0].lo == 0.0 && model->cols[0].hi == 0.0);
    ore_model_free(model);
}

static void test_a_program_without_solution_stays_one(void **unused)
{
    ore_model *model = contradiction(1.0);

    (void)unused;
    ore_tighten_by_probing(model);
    assert_true(coef_of(model, 0, 0) == -5.0 && coef_of(model, 1, 0) == 3.0);
    ore_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_award_has_no_more_room_than_its_account),
        cmocka_unit_test(test_a_project_that_its_account_cannot_pay_is_fixed),
        cmocka_unit_test(test_a_knapsack_of_two_becomes_a_choice),
        cmocka_unit_test(test_rows_with_two_sides_or_none_to_spare_stay),
        cmocka_unit_test(test_probing_tightens_what_bounds_do_not),
        cmocka_unit_test(test_probing_rules_out_what_contradicts_itself),
        cmocka_unit_test(test_a_program_without_solution_stays_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
