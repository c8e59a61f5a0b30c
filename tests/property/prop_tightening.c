/* Tightening loses no portfolio and makes none, and propagation no point. Small
 * programs by lot (random_mip.h), whose binaries are all tried: each way to set
 * them is possible before and after, with the same best points by several
 * objectives. ORE_ROUNDS programs from seed ORE_SEED on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "orefolio/memory.h"
#include "random_mip.h"
#include "random_share.h"
#include "solve/lp/lp.h"
#include "solve/presolve/propagation.h"
#include "solve/presolve/tightening.h"

enum { n_programs = RANDOM_ROUNDS(300), n_objectives = 3 };
static const double forever_s = 1e9;
static const double same_within = 1e-6; /* of a value or a bound */

static int from_environment(const char *name, int otherwise)
{
    const char *text = getenv(name);

    return text ? atoi(text) : otherwise;
}

typedef struct trial {
    int seed;
    random_mip mip;
    ore_model *tight;
    ore_lp *before, *after;
    double *lo, *hi; /* [n_cols] as propagated */
    ore_propagator *propagator;
    double *point, *costs;
    int n_possible; /* ways to set the binaries */
} trial;

/* How the binaries are set so far, as told by what must not be wrong. */
typedef struct verdict {
    bool is_out;       /* tightening has fixed one of them otherwise */
    bool is_ruled_out; /* by propagation */
} verdict;

static bool is_different(double a, double b)
{
    return fabs(a - b) > same_within * fmax(1.0, fmax(fabs(a), fabs(b)));
}

static void expect_in_bounds(const trial *t)
{
    ore_lp_point(t->before, t->point);
    for (int j = 0; j < t->mip.model->n_cols; j++) {
        const double grain = same_within * fmax(1.0, fabs(t->point[j]));

        if (t->point[j] < t->lo[j] - grain || t->point[j] > t->hi[j] + grain) {
            fail_msg("ORE_SEED=%d: column %d is %.12g in a portfolio, and from "
                     "%.12g to %.12g by propagation",
                     t->seed, j, t->point[j], t->lo[j], t->hi[j]);
        }
    }
}

/* Both programs by the objective in hand. */
static void compare_best(const trial *t)
{
    const ore_lp_end before = ore_lp_solve(t->before);

    if (before == ORE_LP_UNFINISHED) {
        return; /* without end in that direction */
    }
    if (ore_lp_solve(t->after) != before ||
        is_different(ore_lp_value(t->before), ore_lp_value(t->after))) {
        fail_msg("ORE_SEED=%d: the best is %.12g before and %.12g after",
                 t->seed, ore_lp_value(t->before), ore_lp_value(t->after));
    }
    expect_in_bounds(t);
}

/* All binaries are set. */
static void compare(trial *t, const verdict *so_far)
{
    ore_lp_goal(t->before, 0, 1.0);
    ore_lp_goal(t->after, 0, 1.0);
    const bool was = ore_lp_solve_surely(t->before) == ORE_LP_OPTIMAL;
    const bool is =
        !so_far->is_out && ore_lp_solve_surely(t->after) == ORE_LP_OPTIMAL;

    if (was != is || (was && so_far->is_ruled_out)) {
        fail_msg("ORE_SEED=%d: possible before %d, after %d, by propagation %d",
                 t->seed, was, is, !so_far->is_ruled_out);
    }
    if (!was) {
        return;
    }
    t->n_possible++;
    compare_best(t);
    for (int k = 0; k < n_objectives; k++) {
        for (int j = 0; j < t->mip.model->n_cols; j++) {
            t->costs[j] = mip_chance(&t->mip, 0.5)
                              ? 2.0 * erand48(t->mip.lot) - 1.0
                              : 0.0;
        }
        ore_lp_costs(t->before, t->costs);
        ore_lp_costs(t->after, t->costs);
        compare_best(t);
    }
}

static void try_binaries(trial *t, int j, verdict so_far);

/* Binary j at `value`. */
static void try_value(trial *t, int j, double value, verdict so_far)
{
    const ore_program_col *tight = &t->tight->cols[j];
    const int mark = ore_propagator_mark(t->propagator);

    so_far.is_out |= value < tight->lo || value > tight->hi;
    so_far.is_ruled_out |= value < t->lo[j] || value > t->hi[j];
    if (!so_far.is_ruled_out) {
        ore_propagator_narrow(t->propagator, j, value, value);
        so_far.is_ruled_out = !ore_propagate(t->propagator);
    }
    ore_lp_bounds(t->before, j, value, value);
    ore_lp_bounds(t->after, j, value, value);
    try_binaries(t, j + 1, so_far);
    ore_propagator_undo(t->propagator, mark);
}

/* Set the binaries from column j on in every way. */
static void try_binaries(trial *t, int j, verdict so_far)
{
    const ore_model *model = t->mip.model;

    while (j < model->n_cols && model->cols[j].kind != ORE_BINARY) {
        j++;
    }
    if (j == model->n_cols) {
        compare(t, &so_far);
        return;
    }
    ore_lp_goal(t->before, 0, 1.0);
    ore_lp_goal(t->after, 0, 1.0);
    if (ore_lp_solve(t->before) == ORE_LP_INFEASIBLE &&
        (so_far.is_out || ore_lp_solve(t->after) == ORE_LP_INFEASIBLE)) {
        return;
    }
    for (double value = model->cols[j].lo; value <= model->cols[j].hi;
         value += 1.0) {
        try_value(t, j, value, so_far);
    }
    ore_lp_bounds(t->before, j, model->cols[j].lo, model->cols[j].hi);
    ore_lp_bounds(t->after, j, t->tight->cols[j].lo, t->tight->cols[j].hi);
}

/* The relaxation is no looser than before. */
static void compare_relaxations(const trial *t)
{
    ore_lp_goal(t->before, 0, 1.0);
    ore_lp_goal(t->after, 0, 1.0);
    if (ore_lp_solve_surely(t->before) == ORE_LP_OPTIMAL &&
        ore_lp_solve_surely(t->after) == ORE_LP_OPTIMAL &&
        ore_lp_value(t->after) < ore_lp_value(t->before) &&
        is_different(ore_lp_value(t->after), ore_lp_value(t->before))) {
        fail_msg("ORE_SEED=%d: the relaxation is %.12g before, %.12g after",
                 t->seed, ore_lp_value(t->before), ore_lp_value(t->after));
    }
}

/* Whether tightening changed a figure. */
static bool is_changed(const trial *t)
{
    const ore_model *a = t->mip.model, *b = t->tight;
    bool changed = false;

    for (int j = 0; j < a->n_cols; j++) {
        changed |= a->cols[j].lo != b->cols[j].lo;
        changed |= a->cols[j].hi != b->cols[j].hi;
    }
    for (int e = 0; e < a->n_entries; e++) {
        changed |= a->entries[e].coef != b->entries[e].coef;
    }
    return changed;
}

static void begin(trial *t, int seed)
{
    const random_mip twin = random_mip_of(seed);

    t->seed = seed;
    t->mip = random_mip_of(seed);
    t->tight = twin.model;
    if (seed % 2) {
        ore_tighten_by_probing(t->tight);
    } else {
        ore_tighten(t->tight);
    }
    const int n = t->mip.model->n_cols;

    t->before = ore_lp_new(t->mip.model, forever_s);
    t->after = ore_lp_new(t->tight, forever_s);
    t->lo = ore_alloc(n, sizeof *t->lo);
    t->hi = ore_alloc(n, sizeof *t->hi);
    t->point = ore_alloc(n, sizeof *t->point);
    t->costs = ore_alloc(n, sizeof *t->costs);
    for (int j = 0; j < n; j++) {
        t->lo[j] = t->mip.model->cols[j].lo;
        t->hi[j] = t->mip.model->cols[j].hi;
    }
    t->propagator = ore_propagator_new(t->mip.model, t->lo, t->hi);
    ore_propagator_look_at_all(t->propagator);
}

static void end(trial *t)
{
    ore_propagator_free(t->propagator);
    ore_lp_free(t->before);
    ore_lp_free(t->after);
    ore_model_free(t->mip.model);
    ore_model_free(t->tight);
    free(t->lo);
    free(t->hi);
    free(t->point);
    free(t->costs);
}

static void test_portfolios_are_the_same_before_and_after(void **unused)
{
    const int first = from_environment("ORE_SEED", 1);
    const int count = from_environment("ORE_ROUNDS", n_programs);
    int n_of_use = 0;

    (void)unused;
    for (int seed = first; seed < first + count; seed++) {
        trial t = {0};

        begin(&t, seed);
        compare_relaxations(&t);
        try_binaries(&t, 0,
                     (verdict){.is_ruled_out = !ore_propagate(t.propagator)});
        n_of_use += is_changed(&t) && t.n_possible > 0;
        end(&t);
    }
    print_message("%d programs tightened\n", n_of_use);
    assert_true(count < 100 || n_of_use > count / 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_portfolios_are_the_same_before_and_after),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
