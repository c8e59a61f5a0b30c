/* Speed-ups of random rounds: each column of a response is as good as the one
 * before it, and what a speed-up brings is what its project would have brought
 * had it been built so fast. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "orefolio/timing.h"
#include "random_round.h"
#include "read/read.h"
#include "solve_alone.h"
#include "study/edited_round.h"
#include "study/response/response.h"
#include "study/response/rounds.h"

enum { n_rounds = RANDOM_ROUNDS(40) };

static const double at_once[] = {1.0};

/* A last project that starts at no time: it speeds up nothing yet. */
static void add_speed_up(ore_round *round)
{
    const int p = round->n_projects++, o = round->n_options++,
              f = round->n_pairs;
    ore_project *projects = ore_alloc(p + 1, sizeof *projects);
    ore_option *options = ore_alloc(o + 1, sizeof *options);
    ore_pair *pairs = ore_alloc(f + round->n_instruments, sizeof *pairs);

    memcpy(projects, round->projects, (size_t)p * sizeof *projects);
    memcpy(options, round->options, (size_t)o * sizeof *options);
    memcpy(pairs, round->pairs, (size_t)f * sizeof *pairs);
    for (int i = 0; i < o; i++) {
        options[i].build_years++;
    }
    projects[p] = projects[0];
    projects[p].id = "zz";
    projects[p].decision = ORE_OPEN;
    projects[p].review = ORE_REVIEW_CLEARED;
    projects[p].concern_share = 0.0;
    projects[p].first_option = o;
    projects[p].n_options = 1;
    projects[p].first_pair = f;
    projects[p].n_pairs = 0;
    projects[p].speeds_up = projects[0].id;
    projects[p].sped_option = projects[0].first_option;
    options[o] = (ore_option){.project = p,
                              .id = "fast",
                              .capex_m = 1.0,
                              .first_year = round->commit.first,
                              .last_year = round->commit.last,
                              .life_years = INT_MAX,
                              .success_probability = 1.0,
                              .sponsor_equity_max_m = HUGE_VAL,
                              .bank_debt_max_m = HUGE_VAL,
                              .debt_capacity_m = HUGE_VAL,
                              .debt_share_max = 1.0,
                              .public_share_max = 1.0,
                              .grant_share_max = 1.0,
                              .instruments_max = INT_MAX,
                              .n_spending = 1,
                              .spending_share = at_once,
                              .attributes = options[0].attributes,
                              .office = -1};
    round->projects = projects;
    round->options = options;
    round->pairs = pairs;
}

/* The last project, which could not be in the plan, speeds up one that is. */
static void tie_speed_up(ore_round *round)
{
    ore_project *projects = ore_round_own(round, round->projects,
                                          round->n_projects, sizeof *projects);
    ore_option *options =
        ore_round_own(round, round->options, round->n_options, sizeof *options);
    ore_project *own = &projects[round->n_projects - 1];
    ore_option *option = &options[own->first_option];
    int latest = -1, last = round->horizon.first;

    for (int p = 0; p < round->n_projects - 1; p++) {
        const int o = round->baseline.option[p];

        if (o >= 0 && !options[o].has_markets &&
            ore_first_output(&options[o], round->baseline.year[p]) > last) {
            latest = p;
            last = ore_first_output(&options[o], round->baseline.year[p]);
        }
    }
    if (latest >= 0) {
        const int o = round->baseline.option[latest];

        own->speeds_up = projects[latest].id;
        own->sped_option = o;
        option->build_years = 0;
        option->life_years = options[o].life_years;
        option->success_probability = options[o].success_probability;
        option->n_ramp = options[o].n_ramp;
        option->ramp = options[o].ramp;
        option->flows = options[o].flows;
        option->n_flows = options[o].n_flows;
    }
    round->projects = projects;
    round->options = options;
}

static double shortfall_of(ore_round *round, bool *is_there)
{
    ore_edit_to_shortfall(round);
    ore_edit_drop_promises(round);
    ore_edit_drop_sharing(round);
    ore_result *alone = solve_alone(round);
    const double value = alone->has_portfolio ? alone->goals[0].value : 0.0;

    *is_there = alone->has_portfolio;
    ore_result_free(alone);
    return value;
}

/* What a speed-up brings is what its project would have brought, had it been
 * built so fast: the same gaps by other rows of the program. */
static void expect_sped(const ore_response_case *respond, int seed)
{
    const int u = respond->round->n_projects - 1;
    const ore_project *own = &respond->round->projects[u];
    ore_round *sped = ore_round_as_decided(respond->round, respond->result);
    ore_round *built = ore_round_as_decided(respond->round, respond->result);
    ore_option *options =
        ore_round_own(built, built->options, built->n_options, sizeof *options);
    int *option = ore_round_own(built, built->baseline.option,
                                built->n_projects, sizeof *option);
    ore_option *of = &options[own->sped_option];
    const int first = ore_first_output(&options[built->n_options - 1],
                                       respond->result->year[u]);
    const int sooner =
        ore_first_output(of, built->baseline.year[of->project]) - first;
    bool is_sped, is_built;

    assert_int_equal(respond->result->option[of->project], own->sped_option);
    assert_true(sooner > 0);
    of->build_years -= sooner;
    of->life_years += of->life_years < 1000 ? sooner : 0;
    option[u] = -1;
    built->options = options;
    built->baseline.option = option;
    const double with = shortfall_of(sped, &is_sped),
                 as_built = shortfall_of(built, &is_built);

    if (is_sped != is_built || fabs(with - as_built) > 1e-5) {
        fail_msg("ORE_SEED=%d: sped up %.9g, built so fast %.9g", seed, with,
                 as_built);
    }
    ore_round_free(sped);
    ore_round_free(built);
}

static void expect_columns(const ore_response *response)
{
    const ore_response_case *cases = response->cases;

    for (int k = 1; k < ORE_RESPONSE_COLUMNS; k++) {
        if (cases[k - 1].result->has_portfolio) {
            assert_true(cases[k].result->has_portfolio);
            assert_true(cases[k].result->goals[0].value <=
                        cases[k - 1].result->goals[0].value + 1e-5);
        }
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
    tie_speed_up(round);
    for (int w = 0; w < round->n_disruptions; w++) {
        ore_playbook *book = ore_playbook_new(&asked, &w, 1);
        const ore_response *response = &book->list[0];

        expect_columns(response);
        for (int i = 0; i < response->n_actions; i++) {
            if (response->actions[i].kind == ORE_ACTION_SPEED_UP) {
                expect_sped(&response->cases[ORE_RESPOND], seed);
                n++;
            }
        }
        ore_playbook_free(book);
    }
    ore_round_free(round);
    return n;
}

/* What lacks counts only; plants are built slowly, and disruptions begin while
 * they are. */
static const ore_round *round_of(int seed)
{
    ore_round *round = ore_round_copy(random_round(seed));
    ore_disruption *list = ore_alloc(round->n_disruptions, sizeof *list);

    round->baseline = (ore_baseline){0}; /* of fewer projects */
    add_speed_up(round);
    for (int w = 0; w < round->n_disruptions; w++) {
        list[w] = round->disruptions[w];
        list[w].loss = 0.9;
        list[w].years.first = round->commit.first + 1;
        list[w].years.last = round->horizon.last;
    }
    round->disruptions = list;
    ore_edit_to_shortfall(round);
    return round;
}

static void speed_ups_bring_what_is_built_so_fast(void **unused)
{
    const int n = ask_about_rounds(1, n_rounds, round_of, look_at);

    (void)unused;
    assert_true(random_share > 1 || n > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(speed_ups_bring_what_is_built_so_fast)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
