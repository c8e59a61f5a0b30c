/* Draws of random rounds: what each comes to is what the whole program finds
 * for it, with what fails making nothing; what is told does not depend on how
 * many processes find it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "program/program.h"
#include "random_round.h"
#include "solve_alone.h"
#include "study/reliability/decided.h"
#include "study/reliability/reliability.h"

enum { n_rounds = RANDOM_ROUNDS(40), n_seeds = 3 };

/* Nothing runs of project p. */
static void stop(ore_program *program, int p)
{
    const ore_round *round = program->round;

    for (int at = 0; at < round->n_options * round->n_states; at++) {
        const int col = program->variables->utilisation[at].at;

        if (col >= 0 && round->options[at / round->n_states].project == p) {
            program->model->cols[col].hi = 0.0;
        }
    }
}

/* What is decided stands: with fewer purchases another funder would pay the
 * larger share, and bands be others. */
static void decide(const ore_plan *plan, ore_program *program)
{
    ore_model *model = program->model;
    double *point = ore_alloc(model->n_cols, sizeof *point);

    ore_decided_point(plan, program, point);
    for (int j = 0; j < model->n_cols; j++) {
        if (model->cols[j].kind == ORE_BINARY) {
            model->cols[j].lo = model->cols[j].hi = point[j];
        }
    }
    free(point);
}

extern const ore_family ore_family_keep;

static void mark(const ore_col *cols, int n, bool *flows)
{
    for (int i = 0; i < n; i++) {
        if (cols[i].at >= 0) {
            flows[cols[i].at] = true;
        }
    }
}

/* Rows in which nothing flows are settled, but for what was committed: a
 * project that makes all of its output might be paid for otherwise. */
static void let_go_of_money(ore_program *program)
{
    const ore_round *round = program->round;
    const ore_variables *v = program->variables;
    ore_model *model = program->model;
    bool *flows = ore_alloc(model->n_cols, sizeof *flows);

    mark(v->utilisation, round->n_options * round->n_states, flows);
    mark(v->deliver, round->n_targets * round->n_states, flows);
    mark(v->unmet, round->n_targets * round->n_states, flows);
    mark(v->pooled, round->n_targets * round->n_states, flows);
    mark(v->sell, round->n_sales * round->n_states, flows);
    mark(v->release, round->n_stockpiles * round->n_states, flows);
    mark(v->take, round->n_supplies * round->n_years, flows);
    for (int i = 0; i < model->n_rows; i++) {
        bool any = model->rows[i].family == &ore_family_keep;

        for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
            any = any || flows[model->entries[e].col];
        }
        if (!any) {
            model->rows[i].lo = -HUGE_VAL;
            model->rows[i].hi = HUGE_VAL;
        }
    }
    free(flows);
}

/* The loss of the first draw, by the whole program in which what fails does not
 * run; NAN = there are no flows. */
static double find_alone(const ore_plan *plan, const ore_fates *fates,
                         bool keeps_promises)
{
    ore_round *round =
        ore_decided_round(plan, fates->disruption[0], keeps_promises);
    ore_program *program = ore_program_new(round);
    ore_result *alone = NULL;
    ore_statistics statistics;

    for (int p = 0; p < round->n_projects; p++) {
        if (ore_is_at_risk(plan, p) && fates->fails[p]) {
            stop(program, p);
        }
    }
    decide(plan, program);
    let_go_of_money(program);
    (void)!ore_solve(program, &solve_alone_settings, &alone, &statistics);
    const double loss = alone->has_portfolio ? alone->goals[0].value : nan("");

    ore_result_free(alone);
    ore_program_free(program);
    ore_round_free(round);
    return loss;
}

/* Promises are kept where they can be. */
static double loss_alone(const ore_plan *plan, const ore_fates *fates)
{
    const double loss = find_alone(plan, fates, true);

    return isnan(loss) ? find_alone(plan, fates, false) : loss;
}

static int n_disrupted, n_failed;

static int compare_draw(const ore_plan *plan, int seed)
{
    static const ore_study_watch nobody = {0};
    ore_fates fates = ore_fates_draw(plan, 1);
    ore_reliability *told = ore_reliability_new(plan, 1, 0, 1, &nobody);
    const double alone = loss_alone(plan, &fates);
    const double drawn = told->loss.p50;

    if (isnan(alone) != isnan(drawn) ||
        fabs(alone - drawn) > 1e-5 * fmax(1.0, fabs(alone))) {
        fail_msg("ORE_SEED=%d: a draw comes to %.9g, alone to %.9g", seed,
                 drawn, alone);
    }
    n_disrupted += fates.disruption[0] >= 0;
    for (int p = 0; p < plan->round->n_projects; p++) {
        n_failed += ore_is_at_risk(plan, p) && fates.fails[p];
    }
    ore_reliability_free(told);
    ore_fates_free(&fates);
    return !isnan(drawn);
}

static void expect_same(const ore_reliability *a, const ore_reliability *b)
{
    assert_int_equal(a->n_known, b->n_known);
    assert_int_equal(a->n_failures, b->n_failures);
    assert_memory_equal(&a->loss, &b->loss, sizeof a->loss);
    assert_memory_equal(a->failures, b->failures,
                        (size_t)a->n_failures * sizeof *a->failures);
    for (int i = 0; i < a->n_targets; i++) {
        assert_memory_equal(&a->targets[i].gap_tpa, &b->targets[i].gap_tpa,
                            sizeof a->targets[i].gap_tpa);
    }
}

/* Shares are shares, spreads rise, and jobs change nothing. */
static void look_at_many(const ore_plan *plan)
{
    static const ore_study_watch nobody = {0};
    ore_reliability *one = ore_reliability_new(plan, 1, 0, 1, &nobody);
    ore_reliability *two = ore_reliability_new(plan, 1, 0, 2, &nobody);

    expect_same(one, two);
    for (int i = 0; i < one->n_targets && one->n_known > 0; i++) {
        const ore_target_odds *own = &one->targets[i];

        assert_true(own->gap_tpa.p10 <= own->gap_tpa.p50);
        assert_true(own->gap_tpa.p50 <= own->gap_tpa.p90);
        for (int t = 0; t < plan->round->n_years; t++) {
            assert_true(isnan(own->met[t]) ||
                        (own->met[t] >= 0.0 && own->met[t] <= 1.0));
        }
    }
    ore_reliability_free(one);
    ore_reliability_free(two);
}

static int look_at(const ore_inquiry *inquiry, int seed)
{
    ore_round *round = ore_round_copy(inquiry->round);
    const ore_plan plan = {round, inquiry->result, 1.0};
    int n = 0;

    for (int s = 1; s <= n_seeds; s++) {
        round->reliability =
            (ore_draw_settings){.draws = 1, .seed = s, .level = 0.9};
        n += compare_draw(&plan, seed);
    }
    round->reliability.draws = 200;
    look_at_many(&plan);
    ore_round_free(round);
    return n;
}

/* Projects that may fail, and disruptions that may come. */
static const ore_round *round_of(int seed)
{
    ore_round *round = random_round(seed);
    ore_option *options = ore_alloc(round->n_options, sizeof *options);

    for (int o = 0; o < round->n_options; o++) {
        options[o] = round->options[o];
        options[o].success_probability = 0.4 + 0.1 * (o % 5);
    }
    round->options = options;
    return round;
}

static void draws_come_to_what_the_program_finds(void **unused)
{
    const int n = ask_about_rounds(1, n_rounds, round_of, look_at);

    (void)unused;
    printf("%d draws, %d disruptions, %d failures\n", n, n_disrupted, n_failed);
    assert_true(random_share > 1 || (n > 0 && n_disrupted > 0 && n_failed > 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_come_to_what_the_program_finds)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
