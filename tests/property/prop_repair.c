/* What `repair` tells of infeasible rounds against solves of its own: with each
 * repair there is a portfolio, with one percent less of any amount of it none;
 * and each single limit that would be enough when it is freed is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "orefolio/program.h"
#include "random_round.h"
#include "study/edited_round.h"
#include "study/repair/concessions.h"
#include "study/repair/repair.h"

enum { n_rounds = RANDOM_ROUNDS(6) };
static const ore_solve_settings settings = {
    .time_limit_s = 3600.0, .is_bare = true, .seed = 1, .jobs = 1};

static ore_status solve(const ore_program *program)
{
    ore_result *result = NULL;
    ore_statistics statistics;
    const ore_status status =
        ore_solve(program, &settings, &result, &statistics);

    ore_result_free(result);
    return status;
}

static ore_status solve_given(const ore_concessions *all,
                              const ore_given *given)
{
    ore_given_round edited = ore_give(all, given);
    const ore_status status = solve(edited.program);

    ore_given_free(&edited);
    return status;
}

/* Accounts of a part of what they had, and projects that must go ahead. */
static const ore_round *round_of(int seed)
{
    ore_round *round = ore_round_copy(random_round(seed));
    int n_must = 0;

    round->n_goals = 1;
    ore_edit_accounts(round, seed % 3 == 0 ? 0.5 : 0.2);
    for (int p = 0; p < round->n_projects && n_must < 2; p++) {
        if (round->projects[p].decision == ORE_OPEN && (p + seed) % 2 == 0) {
            ore_edit_decide(round, p, ORE_MUST);
            n_must++;
        }
    }
    return round;
}

/* The repair as a set of the concessions told. */
static ore_given given_of(const ore_repair *repair, ore_concession *list)
{
    ore_given given = {.n = repair->n};

    for (int k = 0; k < repair->n; k++) {
        list[k] = repair->what[k];
        given.at[k] = k;
        given.amount[k] = repair->amount[k];
    }
    return given;
}

static void expect_repair(const ore_round *round, const ore_repair *repair,
                          int seed)
{
    ore_concession list[ORE_MAX_CONCESSIONS];
    const ore_concessions all = {.round = round, .n = repair->n, .list = list};
    const ore_given given = given_of(repair, list);

    if (solve_given(&all, &given) == ORE_INFEASIBLE) {
        fail_msg("ORE_SEED=%d: %s by %g repairs nothing", seed,
                 repair->what[0].text, repair->amount[0]);
    }
    for (int k = 0; k < repair->n && repair->is_least; k++) {
        ore_given less = given;

        less.amount[k] *= 0.99;
        if (repair->what[k].unit == ORE_LIMIT_COUNT) {
            less.amount[k] = repair->amount[k] - 1.0;
        }
        if (!isnan(given.amount[k]) &&
            solve_given(&all, &less) != ORE_INFEASIBLE) {
            fail_msg("ORE_SEED=%d: less than %g of %s repairs, too", seed,
                     repair->amount[k], repair->what[k].text);
        }
    }
    /* Of several changes none can be left out. */
    for (int k = 0; k < repair->n && repair->n > 1; k++) {
        ore_given fewer = given;

        fewer.at[k] = fewer.at[fewer.n - 1];
        fewer.n--;
        for (int i = 0; i < fewer.n; i++) {
            fewer.amount[i] = HUGE_VAL;
        }
        assert_int_equal(solve_given(&all, &fewer), ORE_INFEASIBLE);
    }
}

static bool is_told(const ore_repairs *repairs, const char *text)
{
    for (int i = 0; i < repairs->n; i++) {
        if (repairs->list[i].n == 1 &&
            strcmp(repairs->list[i].what[0].text, text) == 0) {
            return true;
        }
    }
    return false;
}

/* Where rows are freed that the round still asks for, what is found may not be
 * a portfolio. Terms of projects that need not go ahead are not sought. */
static bool is_sought(const ore_round *round, const ore_concession *c)
{
    const int p = c->kind == ORE_CONCEDE_TICKET ? round->pairs[c->of].project
                  : c->kind == ORE_CONCEDE_TERM ? c->of
                                                : -1;

    return c->kind != ORE_CONCEDE_ROWS &&
           (p < 0 || round->projects[p].decision == ORE_MUST ||
            round->projects[p].decision == ORE_COMMITTED);
}

/* Whatever could be given up, of whichever row. */
static int expect_all(const ore_round *round, const ore_repairs *repairs,
                      int seed)
{
    ore_concessions all = {.round = round};
    const ore_given nothing = {0};
    ore_given_round whole = ore_give(&all, &nothing);
    int found[32], n = 0;

    for (int i = 0; i < whole.program->model->n_rows; i++) {
        if (whole.program->model->rows[i].limit) {
            (void)ore_concessions_of_row(&all, &nothing, &whole, i, found,
                                         ORE_COUNT_OF(found));
        }
    }
    for (int i = 0; i < all.n; i++) {
        const ore_given given = {1, {i}, {HUGE_VAL}};

        if (is_sought(round, &all.list[i]) &&
            solve_given(&all, &given) != ORE_INFEASIBLE) {
            n++;
            if (!is_told(repairs, all.list[i].text)) {
                fail_msg("ORE_SEED=%d: %s is not told", seed, all.list[i].text);
            }
        }
    }
    ore_given_free(&whole);
    return n;
}

static void test_repairs_are_those_of_brute_force(void **unused)
{
    const ore_study_watch nobody = {0};
    int n_infeasible = 0, n_repairs = 0, n_singles = 0;

    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        const ore_round *round = round_of(seed);
        ore_program *program = ore_program_new(round);
        const ore_status status = solve(program);

        ore_program_free(program);
        if (status != ORE_INFEASIBLE) {
            continue;
        }
        const ore_repairing asked = {.round = round,
                                     .settings = settings,
                                     .watch = &nobody,
                                     .jobs = 2,
                                     .max = 100,
                                     .until_s = HUGE_VAL};
        ore_repairs repairs = ore_repair_find(&asked);

        n_infeasible++;
        n_repairs += repairs.n;
        for (int i = 0; i < repairs.n; i++) {
            expect_repair(round, &repairs.list[i], seed);
        }
        n_singles += expect_all(round, &repairs, seed);
        ore_repairs_free(&repairs);
    }
    printf("%d infeasible rounds, %d repairs, %d limits\n", n_infeasible,
           n_repairs, n_singles);
    assert_true(random_share > 1 || (n_infeasible > 4 && n_repairs > 6));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_repairs_are_those_of_brute_force)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
