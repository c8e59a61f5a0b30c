/* Every point of a frontier against all portfolios of small rounds, by
 * addition. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "knapsack_round.h"
#include "near.h"
#include "study/every_point/every_point.h"

enum { n_rounds = RANDOM_ROUNDS(12) };

typedef struct point {
    double cost_m, value;
} point;

static point point_of(const knapsack *drawn, int set)
{
    point sum = {0.0, 0.0};

    for (int p = 0; p < KNAPSACK_PROJECTS; p++) {
        if (set & 1 << p) {
            sum.cost_m += drawn->capex_m[p];
            sum.value += drawn->value[p];
        }
    }
    return sum;
}

static int by_cost(const void *a, const void *b)
{
    const point *x = a, *y = b;

    return x->cost_m != y->cost_m
               ? (x->cost_m > y->cost_m) - (x->cost_m < y->cost_m)
               : (x->value < y->value) - (x->value > y->value);
}

/* The sets of at most that cost that no other beats, by what they cost; how
 * many. */
static int best_points(const knapsack *drawn, double most_m,
                       point best[KNAPSACK_SETS])
{
    point all[KNAPSACK_SETS];
    int n = 0, n_best = 0;

    for (int set = 0; set < KNAPSACK_SETS; set++) {
        const point own = point_of(drawn, set);

        if (knapsack_worth(drawn, set, 1.0) >= 0.0 && own.cost_m <= most_m) {
            all[n++] = own;
        }
    }
    qsort(all, (size_t)n, sizeof *all, by_cost);
    for (int i = 0; i < n; i++) {
        if (n_best == 0 || all[i].value > best[n_best - 1].value) {
            best[n_best++] = all[i];
        }
    }
    return n_best;
}

/* How many points lie inside of the convex hull: no weights of both goals find
 * them. */
static int count_unsupported(const point *best, int n)
{
    int count = 0;

    for (int i = 1; i < n - 1; i++) {
        bool is_under = false;

        for (int a = 0; a < i; a++) {
            for (int b = i + 1; b < n; b++) {
                const double part = (best[i].cost_m - best[a].cost_m) /
                                    (best[b].cost_m - best[a].cost_m);
                const double line =
                    best[a].value + part * (best[b].value - best[a].value);

                is_under |= best[i].value < line;
            }
        }
        count += is_under;
    }
    return count;
}

static ore_every_point find(ore_round *round, int jobs, int most,
                            ore_diags *diags)
{
    const ore_study_settings settings = {.time_limit_s = 3600.0,
                                         .work_limit_s = nan(""),
                                         .gap = nan(""),
                                         .seed = 1};
    ore_every_point every = {.settings = &settings,
                             .jobs = jobs,
                             .over = "budget_cost",
                             .round = round,
                             .most = most,
                             .work_s = HUGE_VAL,
                             .until_s = HUGE_VAL,
                             .diags = diags};

    ore_every_point_find(&every);
    every.settings = NULL;
    return every;
}

/* The points but for the round itself where another one beats it. */
static int list_points(const ore_every_point *every, const ore_round *round,
                       point *points)
{
    int n = 0, by = 0;

    for (int i = 0; i < every->frontier.n_runs; i++) {
        const bool stands = ore_frontier_standing(round, &every->frontier, i,
                                                  &by) == ORE_OF_ITS_OWN;

        assert_true(stands || i == every->frontier.recommended);
        if (stands) {
            points[n++] = (point){every->runs[i].other, every->runs[i].value};
        }
    }
    return n;
}

static void expect_all(const ore_every_point *every, const ore_round *round,
                       const point *best, int n_best, int seed)
{
    point found[KNAPSACK_SETS];
    const int n = list_points(every, round, found);

    if (!ore_frontier_is_complete(&every->frontier) || n != n_best) {
        fail_msg("ORE_SEED=%d: %d of %d points", seed, n, n_best);
    }
    for (int i = 0; i < n; i++) {
        expect_near(found[i].cost_m, best[i].cost_m, 1e-5);
        expect_near(found[i].value, best[i].value, 1e-5);
    }
}

/* A list that was cut short says of every point that it lacks where it may lie:
 * and none lies where it says there is nothing. */
static void expect_some(const ore_every_point *every, const ore_round *round,
                        const point *best, int n_best, int seed)
{
    const ore_frontier *frontier = &every->frontier;
    int by = 0;

    for (int k = 0; k < n_best; k++) {
        bool is_told = false;
        double before_m = -HUGE_VAL;

        for (int i = 0; i < frontier->n_runs && !is_told; i++) {
            const ore_run *run = &every->runs[i];

            if (ore_frontier_standing(round, frontier, i, &by) !=
                ORE_OF_ITS_OWN) {
                continue;
            }
            is_told =
                fabs(run->other - best[k].cost_m) < 1e-4 ||
                (best[k].cost_m > before_m && best[k].cost_m < run->other &&
                 best[k].value <= frontier->may_be[i] + 1e-4);
            before_m = run->other;
        }
        if (!is_told) {
            fail_msg("ORE_SEED=%d: nothing is told of %.9g, %.9g", seed,
                     best[k].cost_m, best[k].value);
        }
    }
}

/* Goals between the two, tolerances and limits of the round: what its own
 * portfolio gives away, no point does. */
typedef struct variant {
    const char *sets[2];
    double most_m; /* of cost */
} variant;

static variant variants[] = {
    {{"goals.order=value budget_cost", "goal value.tolerance=0"}, HUGE_VAL},
    {{"goals.order=value face budget_cost", "goal value.tolerance=0"},
     HUGE_VAL},
    {{"goals.order=value budget_cost", "goal value.tolerance=0.2"}, HUGE_VAL},
    {{"goals.order=value budget_cost", "goal budget_cost.limit=90"}, 90.0}};

static ore_round *open_round(knapsack *drawn, variant *as)
{
    ore_diags *diags = ore_diags_new();
    const ore_read_options options = {.sets = as->sets, .n_sets = 2};
    ore_round *round = NULL;

    assert_int_equal(
        ore_read_round_file(knapsack_write(drawn, ""), &options, diags, &round),
        ORE_OK);
    knapsack_remove(drawn);
    ore_diags_free(diags);
    return round;
}

static void test_points_are_all_that_none_beats(void **unused)
{
    int n_unsupported = 0;

    (void)unused;
    for (int seed = 1; seed <= n_rounds; seed++) {
        variant *as = &variants[seed % ORE_COUNT_OF(variants)];
        knapsack drawn = knapsack_draw(seed);
        ore_round *round = open_round(&drawn, as);
        ore_diags *diags = ore_diags_new();
        point best[KNAPSACK_SETS];
        const int n_best = best_points(&drawn, as->most_m, best);
        ore_every_point every = find(round, 2, ORE_MAX_EVERY_POINT, diags);

        expect_all(&every, round, best, n_best, seed);
        ore_every_point_free(&every);
        every = find(round, 2, n_best / 2 + 2, diags);
        expect_some(&every, round, best, n_best, seed);
        ore_every_point_free(&every);
        n_unsupported += count_unsupported(best, n_best);
        ore_diags_free(diags);
        ore_round_free(round);
    }
    assert_true(random_share > 1 || n_unsupported > 0);
}

static void test_jobs_change_nothing(void **unused)
{
    knapsack drawn = knapsack_draw(3);
    ore_round *round = open_round(&drawn, &variants[0]);
    ore_diags *diags = ore_diags_new();
    ore_every_point one = find(round, 1, 6, diags),
                    three = find(round, 3, 6, diags);

    (void)unused;
    assert_int_equal(one.frontier.n_runs, three.frontier.n_runs);
    for (int i = 0; i < one.frontier.n_runs; i++) {
        assert_memory_equal(&one.runs[i].value, &three.runs[i].value,
                            sizeof(double));
        assert_memory_equal(&one.may_be[i], &three.may_be[i], sizeof(double));
        assert_memory_equal(one.runs[i].goes, three.runs[i].goes,
                            (size_t)round->n_projects * sizeof(bool));
    }
    ore_every_point_free(&one);
    ore_every_point_free(&three);
    ore_diags_free(diags);
    ore_round_free(round);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points_are_all_that_none_beats),
        cmocka_unit_test(test_jobs_change_nothing)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
