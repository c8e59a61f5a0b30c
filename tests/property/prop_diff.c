/* Causes against every set of changes: rounds of which one differs from the
 * other in figures that were drawn, and whose best sets of projects are found
 * by trying all of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "knapsack_round.h"
#include "solve_alone.h"
#include "study/diff/causes.h"

enum { n_rounds = RANDOM_ROUNDS(8), most_changes = 9 };

/* One figure that differs. */
typedef struct planted {
    int project; /* -1 = the account */
    bool is_value;
    double after;
} planted;

static int plant(const knapsack *before, random_state state, int n,
                 planted *changes)
{
    for (int i = 0; i < n; i++) {
        const int p = i == 0 ? -1 : i - 1;

        changes[i] = (planted){.project = p % KNAPSACK_PROJECTS,
                               .is_value = chance(state, 0.4)};
        if (p < 0) {
            changes[i].project = -1;
            changes[i].after = before->amount_m - pick(state, 5, 40);
        } else if (changes[i].is_value) {
            changes[i].after = before->value[p] + pick(state, 1, 12);
        } else {
            changes[i].after = before->capex_m[p] + pick(state, 1, 9);
        }
    }
    return n;
}

static knapsack with(const knapsack *before, const planted *changes, int n,
                     int applied)
{
    knapsack after = *before;

    for (int i = 0; i < n; i++) {
        const planted *change = &changes[i];

        if (!(applied & 1 << i)) {
            continue;
        }
        if (change->project < 0) {
            after.amount_m = (int)change->after;
        } else if (change->is_value) {
            after.value[change->project] = change->after;
        } else {
            after.capex_m[change->project] = (int)change->after;
        }
    }
    return after;
}

static int best_set(const knapsack *of)
{
    int best = 0;

    for (int set = 1; set < KNAPSACK_SETS; set++) {
        if (knapsack_worth(of, set, 1.0) > knapsack_worth(of, best, 1.0)) {
            best = set;
        }
    }
    return best;
}

/* How many changes the smallest set has that explains the last portfolio. */
static int least_changes(const int *sets, int n)
{
    int least = n;

    for (int applied = 0; applied < 1 << n; applied++) {
        const int size = __builtin_popcount((unsigned)applied);

        if (sets[applied] == sets[(1 << n) - 1] && size < least) {
            least = size;
        }
    }
    return least;
}

/* In what part of all orders of the changes change i makes the project go in or
 * out as it does at last: by walking through each order. */
static double share_of(const int *sets, int n, int i, int project, int *order,
                       int placed, int applied)
{
    const int last = sets[(1 << n) - 1] >> project & 1;
    double sum = 0.0;

    if (placed == n) {
        return 0.0;
    }
    for (int k = 0; k < n; k++) {
        if (applied & 1 << k) {
            continue;
        }
        const int next = applied | 1 << k;
        const int before = (sets[applied] >> project & 1) == last,
                  after = (sets[next] >> project & 1) == last;

        sum += (k == i ? after - before : 0) +
               share_of(sets, n, i, project, order, placed + 1, next);
    }
    return sum / (n - placed);
}

static int project_of(const ore_causes *causes, const ore_two_rounds *two,
                      int d)
{
    const char *id = two->after->projects[causes->decisions[d].new_project].id;

    return id[1] - '0';
}

/* The planted change that a change of the input is. */
static int planted_of(const ore_input_change *change, const planted *changes,
                      int n)
{
    char address[32];

    for (int i = 0; i < n; i++) {
        if (changes[i].project < 0) {
            (void)snprintf(address, sizeof address, "budget dpa.amount");
        } else {
            (void)snprintf(address, sizeof address, "projects.P%d.%s",
                           changes[i].project,
                           changes[i].is_value ? "value" : "capex");
        }
        if (strcmp(address, change->address) == 0) {
            return i;
        }
    }
    return -1;
}

static void expect_causes(const ore_causes *causes, const ore_two_rounds *two,
                          const planted *changes, const int *sets, int n,
                          int seed)
{
    int needed = 0, explains = 0, order[most_changes];

    assert_int_equal(two->n, n);
    for (int c = 0; c < n; c++) {
        const int i = planted_of(&two->changes[c], changes, n);

        assert_true(i >= 0);
        if (causes->cause_of[c] >= 0 &&
            causes->is_needed[causes->cause_of[c]]) {
            explains |= 1 << i;
            needed++;
        }
        for (int d = 0; d < causes->n_decisions && n <= ORE_MAX_CAUSES; d++) {
            const double share =
                causes->share[d * causes->n_causes + causes->cause_of[c]];
            const double known =
                share_of(sets, n, i, project_of(causes, two, d), order, 0, 0);

            if (fabs(share - known) > 1e-9) {
                fail_msg("ORE_SEED=%d: share of %s is %g, told %g", seed,
                         two->changes[c].address, known, share);
            }
        }
    }
    assert_true(causes->is_found);
    assert_int_equal(sets[explains], sets[(1 << n) - 1]);
    if (causes->is_least) {
        assert_int_equal(needed, least_changes(sets, n));
    }
    for (int i = 0; i < n; i++) {
        if (explains & 1 << i) {
            assert_int_not_equal(sets[explains & ~(1 << i)],
                                 sets[(1 << n) - 1]);
        }
    }
}

static int look_at(int seed, int n)
{
    static const ore_study_watch nobody = {0};
    const ore_read_options options = {0};
    knapsack before = knapsack_draw(seed);
    planted changes[most_changes];
    random_state state;

    seed_random(state, seed + 1000);
    (void)plant(&before, state, n, changes);
    knapsack after = with(&before, changes, n, (1 << n) - 1);
    int *sets = ore_alloc(1 << n, sizeof *sets);
    char old[64];

    for (int applied = 0; applied < 1 << n; applied++) {
        const knapsack mixed = with(&before, changes, n, applied);

        sets[applied] = best_set(&mixed);
    }
    (void)snprintf(after.folder, sizeof after.folder, "/tmp/knapsack.XXXXXX");
    (void)snprintf(old, sizeof old, "%s", knapsack_write(&before, ""));
    ore_diags *diags = ore_diags_new();
    ore_two_rounds *two = NULL;

    assert_int_equal(ore_two_rounds_read(old, knapsack_write(&after, ""),
                                         &options, diags, &two),
                     ORE_OK);
    knapsack_remove(&before);
    knapsack_remove(&after);
    ore_result *first = solve_alone(two->before),
               *second = solve_alone(two->after);
    ore_replaying of = {.two = two,
                        .settings = solve_alone_settings,
                        .watch = &nobody,
                        .jobs = 2,
                        .until_s = HUGE_VAL,
                        .before = first,
                        .after = second};

    of.projects = ore_projects_of_both(two, &of.n_projects);
    ore_causes *causes = ore_causes_find(&of);
    const int n_decisions = causes->n_decisions;

    assert_int_equal(n_decisions, __builtin_popcount((
                                      unsigned)(sets[0] ^ sets[(1 << n) - 1])));
    if (n_decisions > 0) {
        expect_causes(causes, two, changes, sets, n, seed);
    }
    ore_causes_free(causes);
    free(of.projects);
    ore_result_free(first);
    ore_result_free(second);
    ore_two_rounds_free(two);
    ore_diags_free(diags);
    free(sets);
    return n_decisions;
}

static void test_planted_causes_are_found(void **unused)
{
    int decisions = 0;

    (void)unused;
    for (int seed = 1; seed <= n_rounds; seed++) {
        decisions += look_at(seed, 4);
    }
    assert_true(random_share > 1 || decisions > 9);
}

static void test_of_many_changes_none_is_idle(void **unused)
{
    (void)unused;
    for (int seed = 1; seed <= n_rounds / 4; seed++) {
        (void)look_at(seed, 8);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_planted_causes_are_found),
        cmocka_unit_test(test_of_many_changes_none_is_idle)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
