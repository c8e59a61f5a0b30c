/* Rounds with events: portfolios of all leaves are verified; events that change
 * nothing cost nothing; news that is known at the outset is worth what the
 * leaves are worth alone, and otherwise no more; a decision that differs before
 * the news is found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "random_round.h"
#include "solve_alone.h"
#include "study/edited_round.h"
#include "study/events/extensive_form.h"
#include "study/events/follow_plan.h"
#include "study/events/solve_tree.h"
#include "verify/news.h"

enum { n_rounds = RANDOM_ROUNDS(8), n_events = 2 };

/* Leaves that are alike are hard to prove: some proofs stay open. */
static const ore_solve_settings settings = {.time_limit_s = 3600.0,
                                            .work_limit_s = 1.0,
                                            .gap = 1e-4,
                                            .seed = 1,
                                            .jobs = 1};

/* What the outcome of event e makes of the round. */
static void change(ore_round *leaf, random_state state)
{
    const int p = pick(state, 0, leaf->n_projects - 1);

    switch (pick(state, 0, 3)) {
    case 0: ore_edit_scale(leaf, p, 0.5 + 0.25 * pick(state, 0, 4)); break;
    case 1: ore_edit_output(leaf, p, 0.5 * pick(state, 0, 3)); break;
    case 2: ore_edit_accounts(leaf, 0.5 + 0.5 * pick(state, 0, 2)); break;
    default:
        if (leaf->projects[p].decision == ORE_OPEN) {
            ore_edit_decide(leaf, p, ORE_OUT);
        }
    }
}

/* Two events, each with one outcome; known in `known_in`, or, 0, found by a
 * project. */
static ore_scenario_tree *tree_of(ore_round *round, int seed, int known_in,
                                  bool changes)
{
    ore_event *events = ore_alloc(n_events, sizeof *events);
    ore_outcome *outcomes = ore_alloc(n_events, sizeof *outcomes);
    ore_scenario_tree *tree = ore_alloc(1, sizeof *tree);
    random_state state;

    seed_random(state, 1000 + seed);
    for (int e = 0; e < n_events; e++) {
        outcomes[e] = (ore_outcome){
            .id = e ? "b" : "a", .event = e, .probability = 0.25 + 0.25 * e};
        events[e] = (ore_event){
            .id = e ? "y" : "x",
            .project = known_in ? -1 : pick(state, 0, round->n_projects - 1),
            .lag_years = 1,
            .known_in = known_in,
            .first_outcome = e,
            .n_outcomes = 1,
            .remainder = 1.0 - outcomes[e].probability};
    }
    round->n_events = round->n_outcomes = n_events;
    round->events = events;
    round->outcomes = outcomes;
    tree->round = round;
    tree->n_leaves = 4;
    tree->leaves = ore_alloc(4, sizeof *tree->leaves);
    for (int k = 0; k < 4; k++) {
        ore_leaf *leaf = &tree->leaves[k];

        leaf->round = ore_round_copy(round);
        leaf->way = ore_alloc(n_events, sizeof *leaf->way);
        leaf->outcomes = ore_print("%d", k);
        leaf->probability = 1.0;
        for (int e = 0; e < n_events; e++) {
            leaf->way[e] = e == 0 ? k / 2 : k % 2;
            leaf->probability *=
                leaf->way[e] ? events[e].remainder : outcomes[e].probability;
            if (leaf->way[e] == 0 && changes) {
                seed_random(state, 10 * seed + e);
                change(leaf->round, state);
            }
        }
    }
    return tree;
}

/* The whole, solved; NULL where it has no portfolio. */
static ore_result *solve_whole(const ore_scenario_tree *tree)
{
    ore_program *whole = ore_extensive_form(tree);
    ore_diags *diags = ore_diags_new();
    ore_result *result = NULL;
    ore_statistics statistics = {0};
    const ore_status status = ore_solve(whole, &settings, &result, &statistics);

    assert_true(status == ORE_OK || status == ORE_STOPPED ||
                status == ORE_INFEASIBLE);
    if (result->has_portfolio) {
        assert_int_equal(
            ore_verify_tree(tree, whole, result, &statistics, diags), ORE_OK);
    } else {
        ore_result_free(result);
        result = NULL;
    }
    ore_diags_free(diags);
    ore_program_free(whole);
    return result;
}

/* The first goal expected over leaves that are solved alone; NAN where one of
 * them has no portfolio. */
static double foresight(const ore_scenario_tree *tree)
{
    double sum = 0.0;

    for (int k = 0; k < tree->n_leaves; k++) {
        ore_result *own = solve_alone(tree->leaves[k].round);

        sum += own->has_portfolio
                   ? tree->leaves[k].probability * own->goals[0].value
                   : nan("");
        ore_result_free(own);
    }
    return sum;
}

/* The whole cannot be better than `best`, nor be proven to be worse where it is
 * as good; what is proven of it comes as near as was asked. */
static void expect_best(int seed, const ore_round *round,
                        const ore_result *whole, double best, bool is_same)
{
    const ore_goal_outcome *goal = &whole->goals[0];
    const double sign =
        ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0;
    const double within = 2e-5 * fmax(1.0, fabs(best));

    if (sign * (goal->value - best) < -within ||
        (is_same && sign * (goal->bound - best) > within) ||
        (is_same && whole->status == ORE_OK &&
         sign * (goal->value - best) > 1e-4 * fabs(best) + within)) {
        fail_msg("seed %d: %.9g, bound %.9g, expected %.9g", seed, goal->value,
                 goal->bound, best);
    }
}

/* What later goals take of the first is no loss of it. */
static ore_round *round_of(int seed)
{
    ore_round *round = random_round(seed);

    if (round->goals[0].tolerance > 0.0) {
        ore_objective *goals = ore_alloc(round->n_goals, sizeof *goals);

        memcpy(goals, round->goals, (size_t)round->n_goals * sizeof *goals);
        goals[0].tolerance = 0.0;
        round->goals = goals;
    }
    return round;
}

static void test_news_at_the_outset(void **unused)
{
    (void)unused;
    for (int seed = 0; seed < n_rounds; seed++) {
        ore_round *round = round_of(seed);
        ore_scenario_tree *tree = tree_of(round, seed, 2000, true);
        const double alone = foresight(tree);
        ore_result *whole = solve_whole(tree);

        assert_true(!isnan(alone) || !whole);
        if (whole) {
            expect_best(seed, round, whole, alone, true);
        }
        ore_result_free(whole);
        ore_scenario_tree_free(tree);
    }
}

static void test_news_of_nothing(void **unused)
{
    (void)unused;
    for (int seed = 0; seed < n_rounds; seed++) {
        ore_round *round = round_of(seed);
        ore_result *own = solve_alone(round);
        ore_scenario_tree *tree =
            tree_of(round, seed, seed % 2 ? 2027 : 0, false);
        ore_result *whole = solve_whole(tree);

        assert_true(own->has_portfolio || !whole);
        if (whole) {
            expect_best(seed, round, whole, own->goals[0].value, true);
        }
        ore_result_free(own);
        ore_result_free(whole);
        ore_scenario_tree_free(tree);
    }
}

/* Whether a face that must be the same in two leaves is missed when it is not;
 * false = there is none. */
static bool is_tampering_found(const ore_scenario_tree *tree, ore_result *whole)
{
    const ore_round *round = tree->round;
    ore_statistics statistics = {0};

    for (int f = 0; f < round->n_pairs; f++) {
        const int p = round->pairs[f].project;

        if (whole->leaves[0]->year[p] == round->commit.first) {
            ore_diags *diags = ore_diags_new();

            whole->leaves[0]->face_m[f] += 1.0;
            assert_int_equal(ore_verify_news(tree, whole, &statistics, diags),
                             ORE_UNVERIFIED);
            ore_diags_free(diags);
            return true;
        }
    }
    return false;
}

static void test_order_and_tampering(void **unused)
{
    int n_found = 0;

    (void)unused;
    for (int seed = 0; seed < n_rounds; seed++) {
        ore_round *round = round_of(seed);
        ore_scenario_tree *tree =
            tree_of(round, seed, seed % 2 ? 2027 : 0, true);
        const double alone = foresight(tree);
        ore_result *whole = solve_whole(tree);

        assert_false(isnan(alone) && whole);
        if (whole) {
            expect_best(seed, round, whole, alone, false);
            n_found += is_tampering_found(tree, whole);
        }
        ore_result_free(whole);
        ore_scenario_tree_free(tree);
    }
    assert_true(random_share > 1 || n_found > 0);
}

/* The first year in which what one leaf has committed tells it from another. */
static int first_known(const ore_scenario_tree *tree, const ore_result *whole,
                       int a, int b)
{
    const ore_round *round = tree->round;
    int year = round->commit.first;

    for (; year <= round->commit.last; year++) {
        for (int e = 0; e < round->n_events; e++) {
            const ore_event *event = &round->events[e];

            if (tree->leaves[a].way[e] != tree->leaves[b].way[e] &&
                ore_is_known(event,
                             event->project < 0
                                 ? 0
                                 : whole->leaves[a]->year[event->project],
                             year)) {
                return year;
            }
        }
    }
    return year;
}

/* What is committed before is the same in both; the number of leaves that part.
 */
static int expect_followed(int seed, const ore_scenario_tree *tree,
                           const ore_result *whole)
{
    int n = 0;

    for (int a = 0; a < tree->n_leaves; a++) {
        for (int b = 0; b < tree->n_leaves; b++) {
            const ore_result *x = whole->leaves[a], *y = whole->leaves[b];
            const int year = first_known(tree, whole, a, b);

            for (int p = 0; p < tree->round->n_projects; p++) {
                const bool is_early = x->option[p] >= 0 && x->year[p] < year;

                if (is_early && (x->option[p] != y->option[p] ||
                                 x->year[p] != y->year[p])) {
                    fail_msg("seed %d: project %d differs in leaves %d and %d",
                             seed, p, a, b);
                }
                n += x->option[p] != y->option[p];
            }
        }
    }
    return n;
}

static void test_plans_follow_news(void **unused)
{
    static const ore_study_watch nobody = {0};
    int n_followed = 0, n_apart = 0;

    (void)unused;
    for (int seed = 0; seed < 5 * n_rounds; seed++) {
        ore_round *round = round_of(seed);
        ore_scenario_tree *tree =
            tree_of(round, seed, seed % 2 ? 2027 : 0, true);
        const int first = ore_scenario_tree_likeliest(tree);
        ore_result *plan = solve_alone(tree->leaves[first].round);
        ore_result *whole =
            plan->has_portfolio && !round->baseline.path
                ? ore_follow_plan(tree, first, plan, &settings, 2, &nobody)
                : NULL;

        if (whole) {
            n_followed++;
            n_apart += expect_followed(seed, tree, whole);
        }
        ore_result_free(whole);
        ore_result_free(plan);
        ore_scenario_tree_free(tree);
    }
    printf("%d plans followed, %d choices apart\n", n_followed, n_apart);
    assert_true(random_share > 1 || (n_followed > 0 && n_apart > 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_news_at_the_outset),

        cmocka_unit_test(test_news_of_nothing),
        cmocka_unit_test(test_order_and_tampering),
        cmocka_unit_test(test_plans_follow_news),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
