/* Roles of projects and alternatives against solves of their own, from nothing
 * that the questions have at hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "orefolio/program.h"
#include "random_round.h"
#include "study/edited_round.h"
#include "study/questions/alternatives.h"

enum { n_rounds = RANDOM_ROUNDS(40) };
static const ore_solve_settings settings = {
    .time_limit_s = 3600.0, .seed = 1, .jobs = 1};
static const ore_study_watch nobody = {0};

static ore_result *solve(const ore_round *round)
{
    ore_program *program = ore_program_new(round);
    ore_result *result = NULL;
    ore_statistics statistics;

    (void)!ore_solve(program, &settings, &result, &statistics);
    ore_program_free(program);
    return result;
}

/* The role by the best that the round has when the decision is the other one.
 */
static ore_role role_of(const ore_round *round, const ore_result *own,
                        const ore_alternatives *all, int p)
{
    const bool goes = own->option[p] >= 0;
    ore_round *edited = ore_round_copy(round);
    const double sign =
        ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0;

    ore_edit_decide(edited, p, goes ? ORE_OUT : ORE_MUST);
    edited->n_goals = 1;
    ore_result *other = solve(edited);
    const bool is_within = other->status == ORE_OK &&
                           sign * (other->goals[0].value - all->worst) <=
                               1e-6 * fmax(1.0, fabs(all->worst));

    ore_result_free(other);
    ore_round_free(edited);
    return is_within ? ORE_ROLE_BORDERLINE
           : goes    ? ORE_ROLE_CORE
                     : ORE_ROLE_EXTERIOR;
}

static void expect_different(const ore_round *round, const ore_result *a,
                             const ore_result *b)
{
    int n = 0;

    for (int p = 0; p < round->n_projects; p++) {
        n += (a->option[p] >= 0) != (b->option[p] >= 0);
    }
    assert_true(n > 0);
}

static int look_at(const ore_round *round, const ore_result *own, int seed)
{
    const ore_inquiry asked = {.round = round,
                               .result = own,
                               .settings = settings,
                               .watch = &nobody,
                               .jobs = 2,
                               .until_s = HUGE_VAL};
    const ore_alternatives_wish wish = {
        .margin = 0.1, .count = 3, .by = ORE_DIFFERENCE_PROJECTS};
    ore_alternatives *all = ore_alternatives_find(&asked, &wish);
    const double sign =
        ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0;
    int borderline = 0;

    for (int p = 0; p < round->n_projects; p++) {
        const ore_role role = role_of(round, own, all, p);

        if (all->roles[p] != role) {
            fail_msg("ORE_SEED=%d: project %d is %s, told %s", seed, p,
                     ore_role_name(role), ore_role_name(all->roles[p]));
        }
        borderline += role == ORE_ROLE_BORDERLINE;
    }
    for (int i = 0; i < all->n; i++) {
        assert_true(sign * (all->list[i]->goals[0].value - all->worst) <=
                    1e-5 * fmax(1.0, fabs(all->worst)));
        expect_different(round, own, all->list[i]);
        for (int k = 0; k < i; k++) {
            expect_different(round, all->list[k], all->list[i]);
        }
    }
    ore_alternatives_free(all);
    return borderline;
}

static void test_roles_are_those_of_other_solves(void **unused)
{
    int borderline = 0;

    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        const ore_round *round = random_round(seed);
        ore_result *own = solve(round);

        if (own->status == ORE_OK) {
            borderline += look_at(round, own, seed);
        }
        ore_result_free(own);
    }
    assert_true(random_share > 1 || borderline > 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles_are_those_of_other_solves)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
