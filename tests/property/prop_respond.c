/* Responses of random rounds: what is decided before stays, each column is as
 * good as the one before it, and as good as its round solved from nothing; an
 * action is worth what the response loses without it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "random_round.h"
#include "read/read.h"
#include "solve_alone.h"
#include "study/response/response.h"
#include "study/response/rounds.h"

enum { n_rounds = RANDOM_ROUNDS(16) };

static bool is_as_good(const ore_round *round, double value, double than)
{
    const double more = ore_objective_is_maximised(&round->goals[0])
                            ? than - value
                            : value - than;

    return more <= 1e-5 * fmax(1.0, fabs(than));
}

/* Nothing is decided, and what was is there. */
static void expect_baseline(const ore_response_case *nothing)
{
    const ore_round *round = nothing->round;
    const ore_baseline *before = &round->baseline;

    for (int p = 0; p < round->n_projects; p++) {
        assert_int_equal(nothing->result->option[p], before->option[p]);
        assert_int_equal(nothing->result->year[p], before->year[p]);
    }
    for (int f = 0; f < round->n_pairs; f++) {
        assert_true(fabs(nothing->result->face_m[f] - before->face_m[f]) <=
                    5e-6 + 1e-9);
    }
    for (int i = 0; i < round->n_supplies; i++) {
        assert_int_equal(nothing->result->answer[i], before->answer[i]);
    }
}

/* What was committed before the disruption is there as it was. */
static void expect_past(const ore_response_case *respond)
{
    const ore_round *round = respond->round;
    const int from = round->disruptions[round->respond].years.first;

    for (int p = 0; p < round->n_projects; p++) {
        const int before = round->baseline.option[p],
                  after = respond->result->option[p];

        if (before >= 0 && round->baseline.year[p] < from) {
            assert_int_equal(after, before);
        } else if (after >= 0) {
            assert_true(respond->result->year[p] >= from);
        }
    }
}

static void expect_columns(const ore_response *response, int seed)
{
    for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
        const ore_response_case *own = &response->cases[k];
        ore_result *alone = solve_alone(own->round);
        const ore_goal_outcome *first = &own->result->goals[0];

        if (alone->has_portfolio != own->result->has_portfolio ||
            (alone->has_portfolio &&
             !(is_as_good(own->round, first->value, alone->goals[0].value) &&
               is_as_good(own->round, alone->goals[0].value, first->value)))) {
            fail_msg("ORE_SEED=%d: column %d is %.9g, alone %.9g", seed, k,
                     first->value, alone->goals[0].value);
        }
        if (k > 0 && own[-1].result->has_portfolio) {
            assert_true(own->result->has_portfolio);
            assert_true(is_as_good(own->round, first->value,
                                   own[-1].result->goals[0].value));
        }
        ore_result_free(alone);
    }
}

static int look_at(const ore_inquiry *plan, int seed)
{
    ore_round *round = ore_round_as_decided(plan->round, plan->result);
    ore_inquiry asked = *plan;
    int n = 0;

    asked.round = round;
    round->response = ORE_RESPONSE_DECIDES;
    round->keep = ORE_KEEP_NONE;
    for (int w = 0; w < round->n_disruptions; w++) {
        ore_playbook *book = ore_playbook_new(&asked, &w, 1);
        const ore_response *response = &book->list[0];

        if (!book->planned.result->has_portfolio ||
            !is_as_good(round, book->planned.result->goals[0].value,
                        plan->result->goals[0].value)) {
            fail_msg("ORE_SEED=%d: the plan is not what it was", seed);
        }
        expect_columns(response, seed);
        if (response->cases[ORE_DO_NOTHING].result->has_portfolio) {
            expect_baseline(&response->cases[ORE_DO_NOTHING]);
            expect_past(&response->cases[ORE_RESPOND]);
        }
        for (int i = 0; i < response->n_actions; i++) {
            const ore_action *action = &response->actions[i];

            n += action->kind == ORE_ACTION_COMMIT;
            assert_true(action->kind != ORE_ACTION_LEND ||
                        round->stockpiles[action->of].lends);
            assert_true(action->answer != ORE_ANSWER_KNOWN ||
                        action->worth >= -1e-5);
        }
        ore_playbook_free(book);
    }
    ore_round_free(round);
    return n;
}

/* Half of the rounds have stockpiles that serve their owners and lend. */
static void let_lend(ore_round *round)
{
    ore_stockpile *list = ore_alloc(round->n_stockpiles, sizeof *list);

    for (int h = 0; h < round->n_stockpiles; h++) {
        list[h] = round->stockpiles[h];
        list[h].lends = true;
        list[h].loan_max_t = 20.0;
        list[h].loan_rate = 0.05;
    }
    round->stockpiles = list;
}

/* Disruptions that take much while there is something left to decide. */
static const ore_round *round_of(int seed)
{
    ore_round *round = ore_round_copy(random_round(seed));
    ore_disruption *list = ore_alloc(round->n_disruptions, sizeof *list);

    for (int w = 0; w < round->n_disruptions; w++) {
        list[w] = round->disruptions[w];
        list[w].loss = 0.9;
        list[w].years.first = round->commit.first + seed % 2;
        list[w].years.last = round->horizon.last;
    }
    round->disruptions = list;
    if (seed % 2 == 0) {
        let_lend(round);
    }
    ore_round_make_states(round);
    return round;
}

static void responses_keep_the_past_and_decide_the_rest(void **unused)
{
    const int n = ask_about_rounds(1, n_rounds, round_of, look_at);

    (void)unused;
    assert_true(random_share > 1 || n > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(responses_keep_the_past_and_decide_the_rest)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
