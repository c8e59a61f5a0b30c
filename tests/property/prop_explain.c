/* What `explain` tells against solves of their own: rounds changed by hand,
 * from nothing that the questions have at hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "random_round.h"
#include "solve_alone.h"
#include "study/edited_round.h"
#include "study/questions/explain.h"

enum { n_rounds = RANDOM_ROUNDS(8) };

/* Later goals give nothing away, so that every goal has one best value. */
static const ore_round *round_of(int seed)
{
    ore_round *round = random_round(seed);
    ore_objective *goals = ore_alloc(round->n_goals, sizeof *goals);

    memcpy(goals, round->goals, (size_t)round->n_goals * sizeof *goals);
    for (int g = 0; g < round->n_goals; g++) {
        goals[g].tolerance = 0.0;
    }
    round->goals = goals;
    return round;
}

static void expect_other(const ore_round *round, const ore_result *own,
                         const ore_explanation *told, int seed)
{
    ore_round *edited = ore_round_copy(round);
    const int p = told->project;

    ore_edit_decide(edited, p, own->option[p] >= 0 ? ORE_OUT : ORE_MUST);
    ore_result *other = solve_alone(edited);

    if (other->status == ORE_INFEASIBLE) {
        assert_int_equal(told->answer, ORE_ANSWER_IMPOSSIBLE);
    } else {
        assert_int_equal(told->answer, ORE_ANSWER_KNOWN);
        assert_true((told->result->option[p] >= 0) != (own->option[p] >= 0));
        for (int g = 0; g < round->n_goals; g++) {
            const double value = other->goals[g].value;
            double within;

            if (fabs(told->result->goals[g].value - value) >
                2e-5 * fmax(1.0, fabs(value))) {
                fail_msg("ORE_SEED=%d: project %d, goal %d is %.9g, told %.9g",
                         seed, p, g, value, told->result->goals[g].value);
            }
            /* Nothing is lost in the first goal by being free to choose. */
            if (g == 0) {
                assert_true(ore_explained_loss(round, own, told->result, g,
                                               &within) >= 0.0);
                assert_true(within == 0.0);
            }
        }
    }
    ore_result_free(other);
    ore_round_free(edited);
}

static void expect_flip(const ore_round *round, const ore_result *own,
                        const ore_explanation *told, ore_flip_kind kind,
                        int seed)
{
    const ore_flip *flip = &told->flips[kind];
    const int p = told->project;
    ore_round *edited = ore_round_copy(round);

    if (flip->answer != ORE_ANSWER_KNOWN) {
        ore_round_free(edited);
        return;
    }
    switch (kind) {
    case ORE_FLIP_COST: ore_edit_scale(edited, p, flip->at); break;
    case ORE_FLIP_SUCCESS: ore_edit_success(edited, p, flip->at); break;
    case ORE_FLIP_OUTPUT: ore_edit_output(edited, p, flip->at); break;
    case ORE_FLIP_ACCOUNTS: ore_edit_accounts(edited, flip->at); break;
    case ORE_FLIPS: break;
    }
    /* Of equally good portfolios either may be chosen. */
    ore_result *best = solve_alone(edited);

    ore_edit_decide(edited, p, own->option[p] >= 0 ? ORE_OUT : ORE_MUST);
    ore_result *flipped = solve_alone(edited);

    for (int g = 0; g < round->n_goals && best->status == ORE_OK; g++) {
        const double value = best->goals[g].value;

        if (flipped->status != ORE_OK || fabs(flipped->goals[g].value - value) >
                                             2e-5 * fmax(1.0, fabs(value))) {
            fail_msg("ORE_SEED=%d: project %d does not flip at %s %g", seed, p,
                     ore_flip_name(kind), flip->at);
        }
    }
    ore_result_free(best);
    ore_result_free(flipped);
    ore_round_free(edited);
}

static int look_at(const ore_inquiry *inquiry, int seed)
{
    const ore_round *round = inquiry->round;
    const ore_result *own = inquiry->result;
    ore_explanation *list = ore_alloc(round->n_projects, sizeof *list);
    int flips = 0;

    for (int p = 0; p < round->n_projects; p++) {
        list[p].project = p;
    }
    ore_explain(inquiry, list, round->n_projects);
    for (int p = 0; p < round->n_projects; p++) {
        if (list[p].answer != ORE_ANSWER_NONE) {
            expect_other(round, own, &list[p], seed);
        }
        for (int kind = 0; kind < ORE_FLIPS; kind++) {
            expect_flip(round, own, &list[p], (ore_flip_kind)kind, seed);
            flips += list[p].flips[kind].answer == ORE_ANSWER_KNOWN;
        }
        ore_result_free(list[p].result);
    }
    free(list);
    return flips;
}

static void test_answers_are_those_of_other_solves(void **unused)
{
    const int flips = ask_about_rounds(1, n_rounds, round_of, look_at);

    (void)unused;
    assert_true(random_share > 1 || flips > 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers_are_those_of_other_solves)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
