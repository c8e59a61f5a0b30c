/* What is done to a program to solve it faster loses no portfolio: neither rows
 * that come in late, nor the cuts at the root, nor leaving out what is fixed,
 * nor branching. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "branched.h"
#include "orefolio/program.h"
#include "random_programs.h"
#include "random_share.h"
#include "solve/lp/lazy_rows.h"
#include "solve/lp/lp.h"
#include "solve/presolve/presolve.h"

/* Each is cut, which takes longer than what other tests do to a program. */
enum { n_relaxations = RANDOM_ROUNDS(80) };

static bool go_on(void *data, double bound)
{
    (void)data;
    (void)bound;
    return false;
}

static ore_lp *growing_of(const ore_model *model, const ore_round *round)
{
    return with_goal(ore_lp_new_lazy(model, forever_s), round);
}

static void test_cuts_keep_every_portfolio(void **unused)
{
    int compared = 0;

    (void)unused;
    for (int seed = 1; seed <= n_relaxations; seed++) {
        const ore_round *round = random_round(seed);
        ore_program *program = ore_program_new(round);
        const ore_model *model = program->model;
        ore_lp *plain = lp_of(model, round), *cut = growing_of(model, round);
        double *point = ore_alloc(model->n_cols, sizeof *point);
        unsigned short lot[3] = {0x330e, (unsigned short)seed, 0};

        if (ore_lp_solve(cut) == ORE_LP_OPTIMAL) {
            (void)ore_lp_cut(cut, go_on, NULL);
        }
        for (int i = 0; i < n_choices; i++) {
            double value;

            if (!portfolio_by_lot(model, plain, point, &value, lot)) {
                continue;
            }
            for (int j = 0; j < model->n_cols; j++) {
                if (model->cols[j].kind == ORE_BINARY) {
                    ore_lp_bounds(cut, j, rint(point[j]), rint(point[j]));
                }
            }
            if (ore_lp_solve_surely(cut) != ORE_LP_OPTIMAL ||
                !is_same(value, ore_lp_value(cut))) {
                fail_msg("ORE_SEED=%d: choice %d of %.9g is cut off", seed, i,
                         value);
            }
            compared++;
        }
        ore_lp_free(plain);
        ore_lp_free(cut);
        free(point);
        ore_program_free(program);
    }
    assert_true(compared > n_relaxations);
}

/* Whether the part of the program has a portfolio as good as the best of the
 * whole, and it is one of the whole. */
static void expect_same_optimum(const ore_round *round, const ore_model *model,
                                ore_lp *whole, double *lo, double *hi, int seed)
{
    double *point = ore_alloc(model->n_cols, sizeof *point);
    double value, part_value;

    for (int j = 0; j < model->n_cols; j++) {
        ore_lp_bounds(whole, j, lo[j], hi[j]);
    }
    const bool found = best_portfolio(whole, point, &value);
    ore_presolved *shrunk = ore_presolve(model, lo, hi);
    ore_lp *part = lp_of(&shrunk->model, round);
    double *part_point = ore_alloc(shrunk->model.n_cols, sizeof *part_point);

    if (best_portfolio(part, part_point, &part_value) != found) {
        fail_msg("ORE_SEED=%d: the part ends otherwise than %d of %.9g", seed,
                 found, value);
    }
    ore_postsolve(shrunk, part_point, point);
    for (int j = 0; j < model->n_cols && found; j++) {
        if (model->cols[j].kind == ORE_BINARY) {
            ore_lp_bounds(whole, j, rint(point[j]), rint(point[j]));
        }
    }
    if (found && (ore_lp_solve_surely(whole) != ORE_LP_OPTIMAL ||
                  !is_same(value, ore_lp_value(whole)))) {
        fail_msg("ORE_SEED=%d: the part says %.9g, the whole %.9g", seed,
                 ore_lp_value(whole), value);
    }
    free(point);
    free(part_point);
    ore_lp_free(part);
    ore_presolved_free(shrunk);
}

static void test_leaving_out_what_is_fixed_changes_nothing(void **unused)
{
    (void)unused;
    for (int seed = 1; seed <= n_relaxations; seed++) {
        const ore_round *round = random_round(seed);
        ore_program *program = ore_program_new(round);
        const ore_model *model = program->model;
        ore_lp *whole = lp_of(model, round);
        double *lo = ore_alloc(model->n_cols, sizeof *lo);
        double *hi = ore_alloc(model->n_cols, sizeof *hi);
        unsigned short lot[3] = {0x330e, (unsigned short)seed, 1};

        for (int i = 0; i < n_choices; i++) {
            fix_some(model, lo, hi, lot);
            expect_same_optimum(round, model, whole, lo, hi, seed);
        }
        free(lo);
        free(hi);
        ore_lp_free(whole);
        ore_program_free(program);
    }
}

/* Whether a relaxation whose rows come in late, from whatever was asked of it
 * before, is that of all rows. */
static void expect_same_relaxation(ore_lp *all, ore_lp *late, int seed)
{
    const ore_lp_end end = ore_lp_solve_surely(all);

    if (ore_lp_solve_surely(late) != end) {
        fail_msg("ORE_SEED=%d: the relaxation ends otherwise", seed);
    }
    if (end == ORE_LP_OPTIMAL &&
        !is_same(ore_lp_value(all), ore_lp_value(late))) {
        fail_msg("ORE_SEED=%d: %.9g with all rows, %.9g with late ones", seed,
                 ore_lp_value(all), ore_lp_value(late));
    }
}

static void test_rows_come_in_when_they_are_broken(void **unused)
{
    (void)unused;
    for (int seed = 1; seed <= n_relaxations; seed++) {
        const ore_round *round = random_round(seed);
        ore_program *program = ore_program_new(round);
        const ore_model *model = program->model;
        ore_lp *all = lp_of(model, round), *late = growing_of(model, round);
        double *lo = ore_alloc(model->n_cols, sizeof *lo);
        double *hi = ore_alloc(model->n_cols, sizeof *hi);
        unsigned char *basis =
            ore_alloc(ore_lp_basis_size(late), sizeof *basis);
        unsigned short lot[3] = {0x330e, (unsigned short)seed, 2};

        expect_same_relaxation(all, late, seed);
        ore_lp_get_basis(late, basis);
        for (int i = 0; i < n_choices; i++) {
            fix_some(model, lo, hi, lot);
            for (int j = 0; j < model->n_cols; j++) {
                ore_lp_bounds(all, j, lo[j], hi[j]);
                ore_lp_bounds(late, j, lo[j], hi[j]);
            }
            ore_lp_set_basis(late, basis);
            expect_same_relaxation(all, late, seed);
        }
        free(lo);
        free(hi);
        free(basis);
        ore_lp_free(all);
        ore_lp_free(late);
        ore_program_free(program);
    }
}

static void test_branching_finds_the_best_and_proves_it(void **unused)
{
    int compared = 0;

    (void)unused;
    for (int seed = 1; seed <= n_relaxations; seed++) {
        const ore_round *round = random_round(seed);
        ore_program *program = ore_program_new(round);
        const ore_model *model = program->model;
        ore_lp *lp = growing_of(model, round), *plain = lp_of(model, round);
        double *point = ore_alloc(model->n_cols, sizeof *point);
        double best = HUGE_VAL;
        const bool any = best_portfolio(plain, point, &best);

        if (ore_lp_solve_surely(lp) == ORE_LP_OPTIMAL) {
            const branched b =
                best_by_branching(lp, model, lp_of(model, round), 0);

            if (!b.complete || isfinite(b.best) != any ||
                (any && !is_same(b.best, best))) {
                fail_msg("ORE_SEED=%d: branching says %.9g, GLPK %.9g", seed,
                         b.best, best);
            }
            if (any && b.bound < b.best - 1e-5 * fmax(1.0, fabs(best))) {
                fail_msg("ORE_SEED=%d: %.9g is not proven", seed, b.best);
            }
            compared++;
        }
        ore_lp_free(plain);
        ore_lp_free(lp);
        free(point);
        ore_program_free(program);
    }
    assert_true(compared > n_relaxations / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_come_in_when_they_are_broken),
        cmocka_unit_test(test_cuts_keep_every_portfolio),
        cmocka_unit_test(test_leaving_out_what_is_fixed_changes_nothing),
        cmocka_unit_test(test_branching_finds_the_best_and_proves_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
