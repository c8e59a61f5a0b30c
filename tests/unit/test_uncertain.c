/* Factors of uncertain figures: quantiles known by hand, and what many draws
 * have in common. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <math.h>

#include "near.h"
#include "orefolio/uncertain.h"

static ore_uncertain of(ore_distribution distribution, const double *numbers,
                        int count)
{
    return (ore_uncertain){.distribution = distribution,
                           .n_numbers = count,
                           .numbers = numbers,
                           .n_figures = 2};
}

static void quantiles(void **state)
{
    const double flat[] = {0.8, 1.4}, hill[] = {0.5, 1.0, 2.0};
    const double point[] = {1.2, 1.2, 1.2};
    const double bell[] = {1.0, 0.2, 0.0, HUGE_VAL};
    const double cut[] = {1.0, 0.2, 1.0, 1.1};
    const double skew[] = {1.1, 1.5}, seen[] = {0.7, 0.9, 1.0, 1.6};
    const ore_uncertain uniform = of(ORE_UNIFORM, flat, 2);
    const ore_uncertain triangular = of(ORE_TRIANGULAR, hill, 3);
    const ore_uncertain sure = of(ORE_TRIANGULAR, point, 3);
    const ore_uncertain normal = of(ORE_NORMAL, bell, 4);
    const ore_uncertain narrow = of(ORE_NORMAL, cut, 4);
    const ore_uncertain lognormal = of(ORE_LOGNORMAL, skew, 2);
    const ore_uncertain empirical = of(ORE_EMPIRICAL, seen, 4);

    (void)state;
    expect_near(ore_quantile(&uniform, 0.25), 0.95, 1e-12);
    /* A third of the mass lies below the mode. */
    expect_near(ore_quantile(&triangular, 1.0 / 3.0), 1.0, 1e-9);
    expect_near(ore_quantile(&triangular, 1.0 / 12.0), 0.75, 1e-9);
    expect_near(ore_quantile(&sure, 0.9), 1.2, 1e-12);
    expect_near(ore_quantile(&normal, 0.5), 1.0, 1e-6);
    expect_near(ore_quantile(&normal, 0.9), 1.0 + 0.2 * 1.2815515655, 1e-6);
    assert_true(ore_quantile(&narrow, 1e-9) >= 1.0);
    assert_true(ore_quantile(&narrow, 1.0 - 1e-9) <= 1.1);
    expect_near(ore_quantile(&lognormal, 0.5), 1.1, 1e-9);
    expect_near(ore_quantile(&lognormal, 0.841344746), 1.1 * 1.5, 1e-6);
    expect_near(ore_quantile(&empirical, 0.1), 0.7, 0.0);
    expect_near(ore_quantile(&empirical, 0.3), 0.9, 0.0);
    expect_near(ore_quantile(&empirical, 0.999), 1.6, 0.0);
}

/* Mean of the first factor, and correlation of the two, over many draws. */
static void watch(double shared, double *mean, double *correlation)
{
    enum { DRAWS = 20000 };
    const double bell[] = {1.0, 0.1, 0.0, HUGE_VAL};
    ore_uncertain normal = of(ORE_NORMAL, bell, 4);
    ore_random *random = ore_random_new(7);
    double sum = 0.0, squares = 0.0, products = 0.0, factors[2];

    normal.shared = shared;
    for (int i = 0; i < DRAWS; i++) {
        ore_draw_factors(random, &normal, factors);
        sum += factors[0];
        squares += (factors[0] - 1.0) * (factors[0] - 1.0);
        products += (factors[0] - 1.0) * (factors[1] - 1.0);
    }
    *mean = sum / DRAWS;
    *correlation = products / squares;
    ore_random_free(random);
}

static void draws(void **state)
{
    double mean, correlation;

    (void)state;
    watch(0.0, &mean, &correlation);
    expect_near(mean, 1.0, 0.005);
    expect_near(correlation, 0.0, 0.03);
    watch(0.6, &mean, &correlation);
    expect_near(mean, 1.0, 0.005);
    expect_near(correlation, 0.6, 0.03);
    watch(1.0, &mean, &correlation);
    expect_near(correlation, 1.0, 1e-9);
}

static void seeds(void **state)
{
    const double flat[] = {0.0, 1.0};
    const ore_uncertain uniform = of(ORE_UNIFORM, flat, 2);
    double first[2], again[2], other[2];
    const unsigned long seeds_of[] = {3, 3, 4};
    double *const into[] = {first, again, other};

    (void)state;
    for (int i = 0; i < 3; i++) {
        ore_random *random = ore_random_new(seeds_of[i]);

        ore_draw_factors(random, &uniform, into[i]);
        ore_random_free(random);
    }
    expect_near(first[0], again[0], 0.0);
    expect_near(first[1], again[1], 0.0);
    assert_true(first[0] != other[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles),
        cmocka_unit_test(draws),
        cmocka_unit_test(seeds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
