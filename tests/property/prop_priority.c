/* Nested lists against every list that there is, in rounds whose sets of
 * projects are worth what addition tells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "random_projects.h"
#include "read/read.h"
#include "solve_alone.h"
#include "study/questions/priority.h"

enum { n_rounds = RANDOM_ROUNDS(12), n_cases = 3, n_projects = 7 };

static const double shares[n_cases] = {0.4, 0.7, 1.0};
static const double probabilities[n_cases] = {0.5, 0.2, 0.3};

/* What the projects of a round cost and are worth. */
typedef struct knapsack {
    int capex_m[n_projects], value[n_projects];
    int amount_m;
} knapsack;

static knapsack draw(int seed)
{
    knapsack drawn;
    random_state state;

    seed_random(state, seed);
    for (int p = 0; p < n_projects; p++) {
        drawn.capex_m[p] = pick(state, 10, 60);
        drawn.value[p] = drawn.capex_m[p] + pick(state, -5, 5);
    }
    drawn.amount_m = pick(state, 80, 160);
    return drawn;
}

static void write_projects(const char *folder, const knapsack *drawn)
{
    char path[64];

    (void)snprintf(path, sizeof path, "%s/projects.csv", folder);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs("id,name,mineral,stage,country,capex,value,sponsor_equity_max,"
          "bank_debt_max\n",
          file);
    for (int p = 0; p < n_projects; p++) {
        fprintf(file, "P%d,P%d,nickel,mine,US,%d,%d,0,0\n", p, p,
                drawn->capex_m[p], drawn->value[p]);
    }
    assert_int_equal(fclose(file), 0);
}

static void write_round(const char *folder, const knapsack *drawn)
{
    char path[64];

    (void)snprintf(path, sizeof path, "%s/round.ini", folder);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fprintf(file,
            "[round]\nname = knapsack\nhorizon = 2026-2027\ncommit = 2026\n"
            "[tables]\nprojects = projects.csv\n[funder US]\n"
            "[budget dpa]\nfunder = US\namount = 2026:%d\n"
            "[instrument grant]\nkind = grant\nfunder = US\nbudget = dpa\n"
            "share_max = 1\n[stacking]\npublic_share_max = 1\n"
            "grant_share_max = 1\nsponsor_share_min = 0\n"
            "[goals]\norder = value\n",
            drawn->amount_m);
    for (int i = 0; i < n_cases; i++) {
        fprintf(file, "[appropriation a%d]\namounts = %g\nprobability = %g\n",
                i, shares[i], probabilities[i]);
    }
    assert_int_equal(fclose(file), 0);
}

/* A round in which a grant pays for everything, of one account. */
static const ore_round *round_of(int seed)
{
    const knapsack drawn = draw(seed);
    char folder[] = "/tmp/prop_priority.XXXXXX", path[64];
    ore_diags *diags = ore_diags_new();
    const ore_read_options options = {0};
    ore_round *round = NULL;

    assert_non_null(mkdtemp(folder));
    write_projects(folder, &drawn);
    write_round(folder, &drawn);
    (void)snprintf(path, sizeof path, "%s/round.ini", folder);
    assert_int_equal(ore_read_round_file(path, &options, diags, &round),
                     ORE_OK);
    assert_int_equal(remove(path), 0);
    (void)snprintf(path, sizeof path, "%s/projects.csv", folder);
    assert_int_equal(remove(path), 0);
    assert_int_equal(rmdir(folder), 0);
    ore_diags_free(diags);
    return round;
}

/* What the set is worth in case i; -1 = it costs too much. */
static double worth(const knapsack *drawn, int set, int i)
{
    double capex_m = 0.0, value = 0.0;

    for (int p = 0; p < n_projects; p++) {
        if (set & 1 << p) {
            capex_m += drawn->capex_m[p];
            value += drawn->value[p];
        }
    }
    return capex_m <= shares[i] * drawn->amount_m + 1e-9 ? value : -1.0;
}

/* The best mean of cases i and on whose sets have `inside`. */
static double best_from(const knapsack *drawn, int i, int inside)
{
    double best = -1.0;

    for (int set = 0; set < 1 << n_projects && i < n_cases; set++) {
        const double own = worth(drawn, set, i);

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
    const knapsack drawn = draw(seed);
    const double best = best_from(&drawn, 0, 0);
    ore_priority *priority = ore_priority_find(inquiry);
    const bool costs = ore_priority_mean_cost(round, priority).least > 0.0;

    assert_true(priority->is_found);
    if (fabs(priority->mean - best) > 1e-5 * best) {
        fail_msg("ORE_SEED=%d: the mean is %.9g, told %.9g", seed, best,
                 priority->mean);
    }
    assert_true(ore_priority_is_proven(round, priority));
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
