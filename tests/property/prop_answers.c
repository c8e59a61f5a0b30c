/* What must hold of answers whatever the round: more money or one rule less is
 * never worse, nothing that was found is better than its bound, the same round
 * has the same answer, also when it begins with another portfolio, a question
 * has the best one's, and no choice of starts beats the chosen one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/clock.h"
#include "orefolio/program.h"
#include "random_round.h"
#include "solve/lp/lp.h"
#include "solve/solve.h"

enum { n_rounds = RANDOM_ROUNDS(12) };

static ore_result *solve_with(const ore_round *round,
                              ore_solve_settings settings)
{
    ore_program *program = ore_program_new(round);
    ore_result *result = NULL;
    ore_statistics statistics;

    settings.time_limit_s = 3600.0;
    settings.seed = 1;
    settings.jobs = settings.jobs > 0 ? settings.jobs : 1;
    (void)!ore_solve(program, &settings, &result, &statistics);
    ore_program_free(program);
    return result;
}

static ore_result *solve(const ore_round *round)
{
    return solve_with(round, (ore_solve_settings){0});
}

/* The first goal of a changed round against that of the round itself. */
static void expect_no_worse(const ore_round *round, const ore_result *before,
                            int seed, const char *change)
{
    ore_result *after = solve(round);
    const double was = before->goals[0].value, is = after->goals[0].value;
    const double worse =
        ore_objective_is_maximised(&round->goals[0]) ? was - is : is - was;

    if (before->status == ORE_OK &&
        (!after->has_portfolio || worse > 1e-5 * fmax(1.0, fabs(was)))) {
        fail_msg("ORE_SEED=%d: %s made the goal %s worse: %.9g (status %d), "
                 "was %.9g",
                 seed, change, round->goals[0].name, is, (int)after->status,
                 was);
    }
    ore_result_free(after);
}

/* Leave only the links that are worth something. */
static void drop_conditions(ore_round *round)
{
    ore_link *kept = ore_alloc(round->n_links, sizeof *kept);
    int count = 0;

    for (int i = 0; i < round->n_links; i++) {
        if (round->links[i].kind == ORE_LINK_SYNERGY) {
            kept[count++] = round->links[i];
        }
    }
    round->links = kept;
    round->n_links = count;
}

static void test_more_is_never_worse(void **unused)
{
    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        ore_round *round = random_round(seed);
        ore_result *before = solve(round);
        ore_budget *budgets = ore_alloc(round->n_budgets, sizeof *budgets);

        for (int b = 0; b < round->n_budgets; b++) {
            double *more = ore_alloc(round->n_budget_years, sizeof *more);

            for (int y = 0; y < round->n_budget_years; y++) {
                more[y] = 1.5 * round->budgets[b].amount_m[y];
            }
            budgets[b] = round->budgets[b];
            budgets[b].amount_m = more;
        }
        round->budgets = budgets;
        expect_no_worse(round, before, seed, "half more budget");
        round->budgets = random_round(seed)->budgets;
        round->n_rules = 0;
        expect_no_worse(round, before, seed, "dropping the rules");
        drop_conditions(round);
        expect_no_worse(round, before, seed, "dropping the links");
        ore_result_free(before);
    }
}

static void test_a_further_candidate_is_never_worse(void **unused)
{
    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        ore_round *round = random_round(seed);
        const ore_project *all = round->projects;
        ore_project *fewer = ore_alloc(round->n_projects, sizeof *fewer);

        memcpy(fewer, all, (size_t)round->n_projects * sizeof *fewer);
        fewer[seed % round->n_projects].decision = ORE_OUT;
        round->projects = fewer;
        ore_result *before = solve(round);

        round->projects = all;
        expect_no_worse(round, before, seed, "a further candidate");
        ore_result_free(before);
    }
}

static void test_the_same_round_has_the_same_answer(void **unused)
{
    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        const ore_round *round = random_round(seed);
        ore_result *one = solve(round), *two = solve(random_round(seed));

        assert_int_equal(one->status, two->status);
        for (int p = 0; p < round->n_projects && one->has_portfolio; p++) {
            assert_int_equal(one->option[p], two->option[p]);
            assert_int_equal(one->year[p], two->year[p]);
            assert_true(one->equity_m[p] == two->equity_m[p]);
        }
        for (int f = 0; f < round->n_pairs && one->has_portfolio; f++) {
            assert_true(one->face_m[f] == two->face_m[f]);
        }
        ore_result_free(one);
        ore_result_free(two);
    }
}

/* Goals of two results of a round are equal. */
static void expect_equal(const ore_round *round, const ore_result *one,
                         const ore_result *two, int seed, const char *with)
{
    assert_int_equal(one->status, two->status);
    for (int g = 0; g < round->n_goals && one->has_portfolio; g++) {
        const double value = one->goals[g].value;

        if (fabs(value - two->goals[g].value) > 1e-5 * fmax(1.0, fabs(value))) {
            fail_msg("ORE_SEED=%d: goal %d is %.9g, with %s %.9g", seed, g,
                     value, with, two->goals[g].value);
        }
    }
}

static void test_a_start_changes_no_value(void **unused)
{
    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        ore_round *round = random_round(seed);
        ore_result *own = solve(round);
        ore_budget *less = ore_alloc(round->n_budgets, sizeof *less);

        for (int b = 0; b < round->n_budgets; b++) {
            double *amount = ore_alloc(round->n_budget_years, sizeof *amount);

            for (int y = 0; y < round->n_budget_years; y++) {
                amount[y] = 0.6 * round->budgets[b].amount_m[y];
            }
            less[b] = round->budgets[b];
            less[b].amount_m = amount;
        }
        round->budgets = less;
        const ore_result *const starts[] = {own};
        ore_result *fresh = solve(round);
        ore_result *started = solve_with(
            round, (ore_solve_settings){.n_starts = own->has_portfolio,
                                        .starts = starts});

        expect_equal(round, fresh, started, seed, "a start");
        round->start = (ore_baseline){.path = "earlier",
                                      .option = own->option,
                                      .year = own->year,
                                      .face_m = own->face_m};
        ore_result *read = solve(round);

        expect_equal(round, fresh, read, seed, "the round's start");
        ore_result_free(read);
        ore_result_free(started);
        ore_result_free(fresh);
        ore_result_free(own);
    }
}

/* "Is there a portfolio with a first goal better than so?" has the answer that
 * the best one has. */
static void test_a_question_has_the_answer_of_the_best(void **unused)
{
    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        const ore_round *round = random_round(seed);
        const double sign =
            ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0;
        ore_result *best = solve(round);

        for (int yes = 0; yes < 2 && best->status == ORE_OK; yes++) {
            const double value = best->goals[0].value;
            const double step = 0.05 * fmax(1.0, fabs(value));
            const double asked = value + sign * (yes ? step : -step);
            ore_result *answer = solve_with(
                round, (ore_solve_settings){
                           .has_cutoff = true, .good = asked, .bad = asked});
            const double found = sign * (answer->goals[0].value - asked);
            const double bound = sign * (answer->goals[0].bound - asked);

            if (!answer->has_portfolio || (yes ? found : -bound) > 1e-6) {
                fail_msg("ORE_SEED=%d: better than %.9g, where %.9g is the "
                         "best? found %.9g, bound %.9g",
                         seed, asked, value, answer->goals[0].value,
                         answer->goals[0].bound);
            }
            ore_result_free(answer);
        }
        ore_result_free(best);
    }
}

static void test_helpers_change_no_value(void **unused)
{
    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        const ore_round *round = random_round(seed);
        ore_result *one = solve(round),
                   *three = solve_with(round, (ore_solve_settings){.jobs = 3});

        expect_equal(round, one, three, seed, "helpers");
        ore_result_free(one);
        ore_result_free(three);
    }
}

/* The best first goal over every choice of starts, by fixing them one choice
 * after the other; the tickets of each are left to a small tree. */
static double best_by_enumeration(const ore_program *program)
{
    const ore_model *model = program->model;
    const ore_round *round = program->round;
    const int n = round->n_options * round->n_commit;
    ore_lp *lp = ore_lp_new(model, ore_now_s() + 1e6);
    double *point = ore_alloc(model->n_cols, sizeof *point);
    double best = HUGE_VAL;

    const double sense =
        ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0;

    ore_lp_goal(lp, 0, sense);
    for (long choice = 0; choice < 1L << n; choice++) {
        for (int i = 0; i < n; i++) {
            const double on = (choice >> i) & 1 ? 1.0 : 0.0;

            ore_lp_bounds(lp, program->variables->start[i].at, on, on);
        }
        if (ore_lp_solve(lp) == ORE_LP_OPTIMAL && ore_lp_value(lp) < best) {
            ore_tree tree = {.cutoff = HUGE_VAL, .point = point};

            ore_lp_tree(lp, &tree);
            best = tree.found ? fmin(best, tree.value) : best;
        }
    }
    ore_lp_free(lp);
    free(point);
    return sense * best;
}

static void test_no_choice_of_starts_is_better(void **unused)
{
    int compared = 0;

    (void)unused;
    for (int seed = 1; seed < 6 * n_rounds; seed++) {
        const ore_round *round = random_round(seed);

        if (round->n_options * round->n_commit > 9) {
            continue;
        }
        ore_program *program = ore_program_new(round);
        ore_result *result = solve(round);
        const double best = best_by_enumeration(program);

        if (result->status == ORE_INFEASIBLE
                ? isfinite(best)
                : fabs(result->goals[0].value - best) >
                      1e-5 * fmax(1.0, fabs(best))) {
            fail_msg("ORE_SEED=%d: %.9g found, %.9g exists", seed,
                     result->goals[0].value, best);
        }
        compared++;
        ore_result_free(result);
        ore_program_free(program);
    }
    assert_true(random_share > 1 || compared > n_rounds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_more_is_never_worse),
        cmocka_unit_test(test_a_further_candidate_is_never_worse),
        cmocka_unit_test(test_the_same_round_has_the_same_answer),
        cmocka_unit_test(test_a_start_changes_no_value),
        cmocka_unit_test(test_a_question_has_the_answer_of_the_best),
        cmocka_unit_test(test_helpers_change_no_value),
        cmocka_unit_test(test_no_choice_of_starts_is_better),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
