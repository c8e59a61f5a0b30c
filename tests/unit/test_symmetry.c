/* Projects that are alike are put in order, others are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "orefolio/program.h"
#include "small_program.h"
#include "solve/lp/lazy_rows.h"
#include "solve/presolve/symmetry.h"

enum { n_projects = 3, n_years = 2 };

/* Three projects of one option, which start in one of two years; project p is
 * columns 2 p and 2 p + 1. A budget takes cost [p] of each. */
static ore_model *starts_of(const double *cost)
{
    static const int owner[] = {0, 0, 1, 1, 2, 2};
    ore_model *model = ore_model_new();
    double coefs[n_projects * n_years];

    small_binaries(model, n_projects * n_years);
    for (int p = 0; p < n_projects; p++) {
        for (int j = 0; j < n_projects * n_years; j++) {
            coefs[j] = j / n_years == p ? 1.0 : 0.0;
        }
        ore_model_mark_choice(model, small_row(model, -HUGE_VAL, 1.0, coefs),
                              p);
    }
    for (int j = 0; j < n_projects * n_years; j++) {
        coefs[j] = cost[j / n_years];
        small_goal(model, 0, 1.0 + j % n_years, j);
    }
    small_row(model, -HUGE_VAL, 10.0, coefs);
    ore_model_seal(model, owner);
    return model;
}

/* The rows that the order adds to the program with these costs. */
static ore_model *ordered(const double *cost, ore_model **whole)
{
    static int owner[] = {0, 0, 1, 1, 2, 2};
    static ore_col start[] = {{0}, {1}, {2}, {3}, {4}, {5}};
    static const ore_project projects[] = {{.first_option = 0, .n_options = 1},
                                           {.first_option = 1, .n_options = 1},
                                           {.first_option = 2, .n_options = 1}};
    static const ore_round round = {
        .n_projects = n_projects, .projects = projects, .n_commit = n_years};
    ore_variables variables = {.start = start};
    const ore_program program = {.round = &round,
                                 .model = *whole = starts_of(cost),
                                 .variables = &variables,
                                 .owner = owner};

    return ore_symmetry_broken(&program);
}

static void expect_row(const ore_model *model, int i, const double *coefs)
{
    double sum[n_projects * n_years] = {0.0};

    assert_true(model->rows[i].lo == 0.0 && isinf(model->rows[i].hi));
    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        sum[model->entries[e].col] += model->entries[e].coef;
    }
    for (int j = 0; j < n_projects * n_years; j++) {
        assert_true(sum[j] == coefs[j]);
    }
}

static void test_the_second_of_two_alike_starts_no_earlier(void **unused)
{
    ore_model *whole, *model = ordered((double[]){4.0, 5.0, 4.0}, &whole);
    const int first = whole->n_rows;

    (void)unused;
    assert_int_equal(model->n_rows, first + n_years);
    expect_row(model, first, (double[]){1.0, 0.0, 0.0, 0.0, -1.0, 0.0});
    expect_row(model, first + 1, (double[]){1.0, 1.0, 0.0, 0.0, -1.0, -1.0});
    ore_lazy_rows_free(model);
    ore_model_free(whole);
}

static void test_three_alike_are_put_in_a_chain(void **unused)
{
    ore_model *whole, *model = ordered((double[]){4.0, 4.0, 4.0}, &whole);
    const int first = whole->n_rows;

    (void)unused;
    assert_int_equal(model->n_rows, first + 2 * n_years);
    expect_row(model, first, (double[]){1.0, 0.0, -1.0, 0.0, 0.0, 0.0});
    expect_row(model, first + 2, (double[]){0.0, 0.0, 1.0, 0.0, -1.0, 0.0});
    ore_lazy_rows_free(model);
    ore_model_free(whole);
}

static void test_projects_that_differ_are_left_alone(void **unused)
{
    ore_model *whole, *model = ordered((double[]){4.0, 5.0, 6.0}, &whole);

    (void)unused;
    assert_int_equal(model->n_rows, whole->n_rows);
    ore_lazy_rows_free(model);
    ore_model_free(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_second_of_two_alike_starts_no_earlier),
        cmocka_unit_test(test_three_alike_are_put_in_a_chain),
        cmocka_unit_test(test_projects_that_differ_are_left_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
