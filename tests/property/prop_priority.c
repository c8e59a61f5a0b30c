/* Nested lists against every list that there is, in rounds whose sets of
 * projects are worth what addition tells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "knapsack_round.h"
#include "solve_alone.h"
#include "study/questions/priority.h"

enum { n_rounds = RANDOM_ROUNDS(12), n_cases = 3 };

static const double shares[n_cases] = {0.4, 0.7, 1.0};
static const double probabilities[n_cases] = {0.5, 0.2, 0.3};

static const ore_round *round_of(int seed)
{
    static const char *const appropriations =
        "[appropriation a]\namounts = 0.4\nprobability = 0.5\n"
        "[appropriation b]\namounts = 0.7\nprobability = 0.2\n"
        "[appropriation c]\namounts = 1\nprobability = 0.3\n";
    knapsack drawn = knapsack_draw(seed);
    ore_diags *diags = ore_diags_new();
    const ore_read_options options = {0};
    ore_round *round = NULL;

    assert_int_equal(ore_read_round_file(knapsack_write(&drawn, appropriations),
                                         &options, diags, &round),
                     ORE_OK);
    knapsack_remove(&drawn);
    ore_diags_free(diags);
    return round;
}

/* The best mean of cases i and on whose sets have `inside`. */
static double best_from(const knapsack *drawn, int i, int inside)
{
    double best = -1.0;

    for (int set = 0; set < KNAPSACK_SETS && i < n_cases; set++) {
        const double own = knapsack_worth(drawn, set, shares[i]);

        if ((set & inside) == inside && own >= 0.0) {
            best = fmax(best,
                        probabilities[i] * own + best_from(drawn, i + 1, set));
        }
    }
    return i == n_cases ? 0.0 : best;
}

static void expect_nested(const ore_round *round, const ore_priority *priority)
{
    const ore_result *before = NULL;

    for (int i = 0; i < priority->n; i++) {
        const ore_result *now = priority->cases[i].listed;

        for (int p = 0; p < round->n_projects && before && now; p++) {
            assert_true(before->option[p] < 0 || now->option[p] >= 0);
        }
        for (int p = 0; p < round->n_projects && now; p++) {
            assert_int_equal(now->option[p] >= 0, priority->first[p] <= i);
        }
        before = now ? now : before;
    }
}

static int look_at(const ore_inquiry *inquiry, int seed)
{
    const ore_round *round = inquiry->round;
    const knapsack drawn = knapsack_draw(seed);
    const double best = best_from(&drawn, 0, 0);
    ore_priority *priority = ore_priority_find(inquiry);
    const bool costs = priority->cost.least > 0.0;

    assert_true(priority->is_found);
    if (fabs(priority->mean - best) > 1e-5 * best) {
        fail_msg("ORE_SEED=%d: the mean is %.9g, told %.9g", seed, best,
                 priority->mean);
    }
    assert_true(priority->is_proven);
    expect_nested(round, priority);
    ore_priority_free(priority);
    return costs;
}

static void test_lists_are_the_best_of_all(void **unused)
{
    const int costs = ask_about_rounds(1, n_rounds, round_of, look_at);

    (void)unused;
    assert_true(random_share > 1 || costs > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists_are_the_best_of_all)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
