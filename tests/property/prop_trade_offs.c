/* Figures that are re-solved against solves of their own: rounds changed by
 * hand, from nothing that the questions have at hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "random_round.h"
#include "solve_alone.h"
#include "study/edited_round.h"
#include "study/questions/trade_offs.h"

enum { n_rounds = RANDOM_ROUNDS(28) };

/* The best first goal, of which later ones take nothing. */
static ore_result *solve_first(const ore_round *round)
{
    ore_round alone = *round;

    alone.n_goals = 1;
    return solve_alone(&alone);
}

/* Every third round lets its second goal take of the first. */
static const ore_round *round_of(int seed)
{
    ore_round *round = random_round(seed);
    ore_objective *goals = ore_alloc(round->n_goals, sizeof *goals);

    memcpy(goals, round->goals, (size_t)round->n_goals * sizeof *goals);
    goals[0].tolerance = seed % 3 ? 0.0 : 0.05;
    round->goals = goals;
    return round;
}

/* How much worse `result` is than `than` in goal g; 0 within rounding. */
static double worse(const ore_round *round, int g, const ore_result *result,
                    const ore_result *than)
{
    const double was = than->goals[g].value, is = result->goals[g].value;
    const double less =
        ore_objective_is_maximised(&round->goals[g]) ? was - is : is - was;

    return fabs(less) <= 1e-5 * fmax(1.0, fabs(was)) ? 0.0 : less;
}

static double nearness(const ore_result *result)
{
    return 2e-5 * fmax(1.0, fabs(result->goals[0].value));
}

/* The round with project p changed: a must, or of another capital cost. */
static ore_round with_project(const ore_round *round, int p, bool must,
                              double factor)
{
    ore_round changed = *round;
    ore_project *projects = ore_alloc(round->n_projects, sizeof *projects);
    ore_option *options = ore_alloc(round->n_options, sizeof *options);

    memcpy(projects, round->projects,
           (size_t)round->n_projects * sizeof *projects);
    memcpy(options, round->options, (size_t)round->n_options * sizeof *options);
    for (int o = 0; o < round->n_options; o++) {
        options[o].capex_m *= options[o].project == p ? factor : 1.0;
    }
    if (must) {
        projects[p].decision = ORE_MUST;
    }
    changed.projects = projects;
    changed.options = options;
    return changed;
}

static void expect_forced(const ore_round *round, const ore_result *own,
                          const ore_conditional_optimum *f, int p, int seed)
{
    const ore_round forced = with_project(round, p, true, 1.0);
    ore_result *result = solve_first(&forced);

    if (result->status == ORE_INFEASIBLE) {
        assert_int_equal(f->answer, ORE_ANSWER_IMPOSSIBLE);
    } else {
        const double loss = fmax(0.0, worse(round, 0, result, own));

        assert_int_equal(f->answer, ORE_ANSWER_KNOWN);
        if (fabs(f->opportunity_cost - loss) > nearness(own)) {
            fail_msg("ORE_SEED=%d: project %d loses %.9g, told %.9g", seed, p,
                     loss, f->opportunity_cost);
        }
        assert_true(f->support_m >= 0.0 && f->uncertainty == 0.0);
    }
    ore_result_free(result);
}

/* Left to itself, the project is chosen at the factor told; when none is told,
 * the smallest one makes no goal better. */
static void expect_entry(const ore_round *round, const ore_result *own,
                         const ore_conditional_optimum *f, int p, int seed)
{
    const bool enters = f->break_even == ORE_ANSWER_KNOWN;
    const ore_round cheaper = with_project(
        round, p, false, enters ? f->break_even_factor : 1.0 / 8.0);
    ore_result *result = solve_alone(&cheaper);

    if (enters && result->option[p] < 0) {
        fail_msg("ORE_SEED=%d: project %d is not chosen at %g of its cost",
                 seed, p, f->break_even_factor);
    }
    if (f->break_even == ORE_ANSWER_IMPOSSIBLE &&
        round->goals[0].tolerance == 0.0 &&
        worse(round, 0, own, result) > 0.0) {
        fail_msg("ORE_SEED=%d: project %d helps when it is cheap", seed, p);
    }
    ore_result_free(result);
}

static void expect_relaxed(const ore_round *round, const ore_result *own,
                           const ore_relaxation *r, int seed)
{
    ore_round *wider = ore_round_copy(round);

    r->limit.family->relax(wider, &r->limit);
    ore_result *result = solve_first(wider);
    const double gain = fmax(0.0, worse(round, 0, own, result));

    assert_int_equal(r->answer, ORE_ANSWER_KNOWN);
    if (fabs(r->marginal_gain - gain) > nearness(own) || r->uncertainty > 0.0) {
        fail_msg("ORE_SEED=%d: %s of %d in %d gains %.9g, told %.9g "
                 "within %.9g",
                 seed, r->limit.figure, r->limit.of, r->limit.s, gain,
                 r->marginal_gain, r->uncertainty);
    }
    ore_result_free(result);
    ore_round_free(wider);
}

static void test_figures_are_those_of_other_solves(void **unused)
{
    const ore_study_watch nobody = {0};
    int n_losses = 0, n_entries = 0, n_gains = 0;

    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        const ore_round *round = round_of(seed);
        ore_result *own = solve_alone(round), *first = solve_first(round);

        if (own->status == ORE_OK) {
            ore_trade_offs *all = ore_trade_offs_new(
                &nobody, round, own, &solve_alone_settings,
                &(ore_trade_off_limits){
                    .jobs = 2, .until_s = HUGE_VAL, .own_s = 0.1});

            for (int p = 0; p < round->n_projects; p++) {
                const ore_conditional_optimum *f = &all->forced[p];

                if (f->answer != ORE_ANSWER_NONE) {
                    expect_forced(round, first, f, p, seed);
                    expect_entry(round, own, f, p, seed);
                }
                n_losses += f->opportunity_cost > 0.0;
                n_entries += f->break_even == ORE_ANSWER_KNOWN;
            }
            for (int i = 0; i < all->n_relaxed; i++) {
                expect_relaxed(round, first, &all->relaxed[i], seed);
                n_gains += all->relaxed[i].marginal_gain > 0.0;
            }
            ore_trade_offs_free(all);
        }
        ore_result_free(first);
        ore_result_free(own);
    }
    assert_true(random_share > 1 ||
                (n_losses > 9 && n_entries > 9 && n_gains > 2));
}

/* What is edited is edited in the copy alone, and by one step. */
static void test_an_edit_leaves_the_round_alone(void **unused)
{
    const ore_round *round = random_round(3);
    const double before_m = round->budgets[0].amount_m[0];
    ore_result *own = solve_alone(round);
    ore_limits limits = ore_limits_of(round, own);
    const ore_limit *first = &limits.list[0];
    ore_round *edited = ore_round_copy(round);

    (void)unused;
    assert_string_equal(first->figure, "budget amount");
    assert_true(first->of == 0 && first->s == 0 &&
                first->step == before_m / 10.0);
    first->family->relax(edited, first);
    ore_edit_decide(edited, 0, ORE_MUST);
    ore_edit_scale(edited, 0, 0.5);
    assert_true(round->budgets[0].amount_m[0] == before_m);
    assert_true(edited->budgets[0].amount_m[0] == before_m + first->step);
    assert_int_equal(edited->projects[0].decision, ORE_MUST);
    assert_true(edited->options[0].capex_m == 0.5 * round->options[0].capex_m);
    ore_round_free(edited);
    ore_limits_free(&limits);
    ore_result_free(own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures_are_those_of_other_solves),
        cmocka_unit_test(test_an_edit_leaves_the_round_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
