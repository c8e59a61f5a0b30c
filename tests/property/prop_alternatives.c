/* Roles of projects and alternatives against solves of their own, from nothing
 * that the questions have at hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "random_round.h"
#include "solve_alone.h"
#include "study/edited_round.h"
#include "study/questions/alternatives.h"

enum { n_rounds = RANDOM_ROUNDS(24) };

/* Whether any portfolio of the edited round, which is freed, is within the
 * margin. */
static bool has_any_within(ore_round *edited, const ore_alternatives *all)
{
    const double sign =
        ore_objective_is_maximised(&edited->goals[0]) ? -1.0 : 1.0;

    edited->n_goals = 1;
    ore_result *best = solve_alone(edited);
    const bool is_within =
        best->has_portfolio && sign * (best->goals[0].value - all->worst) <=
                                   1e-6 * fmax(1.0, fabs(all->worst));

    ore_result_free(best);
    ore_round_free(edited);
    return is_within;
}

/* The role by the best that the round has when the decision is the other one.
 */
static ore_role role_of(const ore_round *round, const ore_result *own,
                        const ore_alternatives *all, int p)
{
    const bool goes = own->option[p] >= 0;
    ore_round *edited = ore_round_copy(round);

    ore_edit_decide(edited, p, goes ? ORE_OUT : ORE_MUST);
    return has_any_within(edited, all) ? ORE_ROLE_BORDERLINE
           : goes                      ? ORE_ROLE_CORE
                                       : ORE_ROLE_EXTERIOR;
}

/* Whether any portfolio is within the margin when both are decided so. */
static bool has_way(const ore_round *round, const ore_alternatives *all,
                    const ore_project_pair *pair, bool is_first_in,
                    bool is_second_in)
{
    ore_round *edited = ore_round_copy(round);

    ore_edit_decide(edited, pair->first, is_first_in ? ORE_MUST : ORE_OUT);
    ore_edit_decide(edited, pair->second, is_second_in ? ORE_MUST : ORE_OUT);
    return has_any_within(edited, all);
}

/* The relation of two projects by four solves; ORE_PAIR_KINDS = none. */
static ore_project_pair relation_of(const ore_round *round,
                                    const ore_alternatives *all, int p, int q)
{
    ore_project_pair pair = {p, q, ORE_PAIR_KINDS};
    const bool none = has_way(round, all, &pair, false, false);
    const bool first = has_way(round, all, &pair, true, false);
    const bool second = has_way(round, all, &pair, false, true);
    const bool both = has_way(round, all, &pair, true, true);

    if (!first && !second) {
        pair.kind = ORE_PAIR_TOGETHER;
    } else if (!first || !second) {
        pair = !first ? (ore_project_pair){p, q, ORE_PAIR_NEEDS}
                      : (ore_project_pair){q, p, ORE_PAIR_NEEDS};
    } else if (!both) {
        pair.kind = none ? ORE_PAIR_EXCLUSIVE : ORE_PAIR_ONE_OF;
    } else if (!none) {
        pair.kind = ORE_PAIR_ANY;
    }
    return pair;
}

/* Every relation of borderline projects is told, and no other. */
static int expect_pairs(const ore_round *round, const ore_alternatives *all,
                        int seed)
{
    int told = 0;

    for (int p = 0; p < round->n_projects; p++) {
        for (int q = p + 1; q < round->n_projects; q++) {
            if (all->roles[p] != ORE_ROLE_BORDERLINE ||
                all->roles[q] != ORE_ROLE_BORDERLINE) {
                continue;
            }
            const ore_project_pair pair = relation_of(round, all, p, q);

            if (pair.kind == ORE_PAIR_KINDS) {
                continue;
            }
            if (told >= all->n_pairs || all->pairs[told].first != pair.first ||
                all->pairs[told].second != pair.second ||
                all->pairs[told].kind != pair.kind) {
                fail_msg("ORE_SEED=%d: projects %d and %d: %s not told", seed,
                         p, q, ore_pair_name(pair.kind));
            }
            told++;
        }
    }
    assert_int_equal(told, all->n_pairs);
    assert_int_equal(all->n_unknown_pairs, 0);
    return told;
}

static int n_told;

static void expect_different(const ore_round *round, const ore_result *a,
                             const ore_result *b)
{
    int n = 0;

    for (int p = 0; p < round->n_projects; p++) {
        n += (a->option[p] >= 0) != (b->option[p] >= 0);
    }
    assert_true(n > 0);
}

static const ore_round *round_of(int seed)
{
    return random_round(seed);
}

static int look_at(const ore_inquiry *inquiry, int seed)
{
    const ore_round *round = inquiry->round;
    const ore_result *own = inquiry->result;
    const ore_alternatives_wish wish = {.margin = 0.1,
                                        .count = 3,
                                        .by = ORE_DIFFERENCE_PROJECTS,
                                        .pairs = true};
    ore_alternatives *all = ore_alternatives_find(inquiry, &wish);
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
    n_told += expect_pairs(round, all, seed);
    ore_alternatives_free(all);
    return borderline;
}

static void test_roles_are_those_of_other_solves(void **unused)
{
    const int borderline = ask_about_rounds(1, n_rounds, round_of, look_at);

    (void)unused;
    assert_true(random_share > 1 || (borderline > 9 && n_told > 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles_are_those_of_other_solves)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
