/* What is known of a program before it is searched loses no portfolio: neither
 * an order of projects that are alike, nor ruling out what no whole tickets pay
 * for, nor the steps that a goal comes in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "orefolio/program.h"
#include "random_programs.h"
#include "solve/lp/lazy_rows.h"
#include "solve/presolve/objective_step.h"
#include "solve/presolve/probing.h"
#include "solve/presolve/symmetry.h"

static void test_an_order_of_twins_loses_nothing(void **unused)
{
    int compared = 0;

    (void)unused;
    for (int seed = 1; seed <= 10 * n_rounds; seed++) {
        const ore_round *round = random_round(seed);
        ore_program *program = ore_program_new(round);
        ore_model *ordered = ore_symmetry_broken(program);

        const bool any_twins = ordered->n_rows > program->model->n_rows;

        for (int g = 0; any_twins && g < round->n_goals; g++) {
            const double sign =
                ore_objective_is_maximised(&round->goals[g]) ? -1.0 : 1.0;
            ore_lp *plain = ore_lp_new(program->model, forever_s);
            ore_lp *fewer = ore_lp_new(ordered, forever_s);
            double *point = ore_alloc(ordered->n_cols, sizeof *point);
            double best, best_ordered;

            ore_lp_goal(plain, g, sign);
            ore_lp_goal(fewer, g, sign);
            const bool any = best_portfolio(plain, point, &best);

            if (best_portfolio(fewer, point, &best_ordered) != any ||
                (any && !is_same(best, best_ordered))) {
                fail_msg("ORE_SEED=%d: goal %d is %.9g, in order %.9g", seed, g,
                         best, best_ordered);
            }
            compared++;
            ore_lp_free(plain);
            ore_lp_free(fewer);
            free(point);
        }
        ore_lazy_rows_free(ordered);
        ore_program_free(program);
    }
    assert_true(compared > n_rounds / 10);
}

/* What probing rules out is in no portfolio. */
static void test_probing_rules_out_no_portfolio(void **unused)
{
    int ruled_out = 0;

    (void)unused;
    for (int seed = 1; seed <= n_rounds; seed++) {
        const ore_round *round = random_round(seed);
        ore_program *program = ore_program_new(round);
        const ore_model *model = program->model;
        ore_prober *prober = ore_prober_new(program);
        ore_lp *lp = lp_of(model, round);
        double *point = ore_alloc(model->n_cols, sizeof *point), value;

        for (int j = 0; j < model->n_cols; j++) {
            if (strncmp(model->cols[j].name, "start(", 6) == 0 &&
                model->cols[j].hi > 0.0 &&
                !ore_probe_start(prober, program->owner[j], j)) {
                ore_lp_bounds(lp, j, 1.0, 1.0);
                if (best_portfolio(lp, point, &value)) {
                    fail_msg("ORE_SEED=%d: %s is possible", seed,
                             model->cols[j].name);
                }
                ore_lp_bounds(lp, j, model->cols[j].lo, model->cols[j].hi);
                ruled_out++;
            }
        }
        ore_lp_free(lp);
        ore_prober_free(prober);
        free(point);
        ore_program_free(program);
    }
    assert_true(ruled_out > n_rounds / 10);
}

static void test_probing_finds_no_fault_with_portfolios(void **unused)
{
    int compared = 0;

    (void)unused;
    for (int seed = 1; seed <= n_rounds; seed++) {
        const ore_round *round = random_round(seed);
        ore_program *program = ore_program_new(round);
        const ore_model *model = program->model;
        ore_prober *prober = ore_prober_new(program);
        ore_lp *lp = lp_of(model, round);
        double *lo = ore_alloc(model->n_cols, sizeof *lo);
        double *hi = ore_alloc(model->n_cols, sizeof *hi);
        double *point = ore_alloc(model->n_cols, sizeof *point), value;
        unsigned short lot[3] = {0x330e, (unsigned short)seed, 4};

        for (int i = 0; i < n_choices; i++) {
            fix_some(model, lo, hi, lot);
            for (int j = 0; j < model->n_cols; j++) {
                ore_lp_bounds(lp, j, lo[j], hi[j]);
            }
            const bool any = best_portfolio(lp, point, &value);

            for (int p = 0; any && p < round->n_projects; p++) {
                if (!ore_probe_bounds(prober, p, lo, hi)) {
                    fail_msg("ORE_SEED=%d: box %d of %s is possible", seed, i,
                             round->projects[p].id);
                }
                compared++;
            }
        }
        ore_lp_free(lp);
        ore_prober_free(prober);
        free(lo);
        free(hi);
        free(point);
        ore_program_free(program);
    }
    assert_true(compared > n_rounds);
}

static void test_values_are_whole_steps_apart(void **unused)
{
    int compared = 0;

    (void)unused;
    for (int seed = 1; seed <= n_rounds; seed++) {
        const ore_round *round = random_round(seed);
        ore_program *program = ore_program_new(round);
        const double step = ore_objective_step(program->model, 0);
        ore_lp *lp = lp_of(program->model, round);
        double *point = ore_alloc(program->model->n_cols, sizeof *point);
        unsigned short lot[3] = {0x330e, (unsigned short)seed, 3};
        double first = nan(""), value;

        for (int i = 0; step > 0.0 && i < n_choices; i++) {
            if (portfolio_by_lot(program->model, lp, point, &value, lot)) {
                first = isnan(first) ? value : first;
                const double steps = (value - first) / step;

                if (fabs(steps - rint(steps)) > 1e-4) {
                    fail_msg("ORE_SEED=%d: %.9g and %.9g, with a step of %g",
                             seed, first, value, step);
                }
                compared += value != first;
            }
        }
        ore_lp_free(lp);
        free(point);
        ore_program_free(program);
    }
    assert_true(compared > n_rounds / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_order_of_twins_loses_nothing),
        cmocka_unit_test(test_probing_rules_out_no_portfolio),
        cmocka_unit_test(test_probing_finds_no_fault_with_portfolios),
        cmocka_unit_test(test_values_are_whole_steps_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
