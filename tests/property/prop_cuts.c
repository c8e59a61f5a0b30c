/* Every cut of the root, one by one: no portfolio breaks it. Small programs by
 * lot (random_mip.h), whose binaries are all tried; for each way to set them
 * the best points by several objectives, and for each cut the point that is
 * worst for it. Then the tree must end with the best of all. ORE_ROUNDS
 * programs from seed ORE_SEED on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "branched.h"
#include "random_mip.h"
#include "random_programs.h"
#include "random_share.h"
#include "solve/lp/lazy_rows.h"

enum {
    n_programs = RANDOM_ROUNDS(900),
    n_objectives = 3,
    max_cuts = 4000,
    /* as many as a tree over all binaries has, and to spare */
    max_nodes = 4 << mip_binaries
};
static const double most_broken = 1e-6; /* of the terms of the cut */

static int from_environment(const char *name, int otherwise)
{
    const char *text = getenv(name);

    return text ? atoi(text) : otherwise;
}

typedef struct cut {
    double lo, hi;
    double *coefs; /* [n_cols] */
} cut;

typedef struct trial {
    int seed;
    random_mip mip;
    ore_lp *judge; /* without any cut */
    ore_lp *root;
    cut cuts[max_cuts];
    int n_cuts;
    double bound; /* the best that the root has told */
    double *point, *costs;
    double best;    /* by trying all */
    int n_feasible; /* ways to set the binaries */
} trial;

static bool is_known(const trial *t, const cut *c)
{
    const size_t size = (size_t)t->mip.model->n_cols * sizeof *c->coefs;

    for (int i = 0; i < t->n_cuts; i++) {
        if (t->cuts[i].lo == c->lo && t->cuts[i].hi == c->hi &&
            memcmp(t->cuts[i].coefs, c->coefs, size) == 0) {
            return true;
        }
    }
    return false;
}

/* Note the cuts that stand now. */
static void take_cuts(trial *t)
{
    const ore_model *model = t->mip.model;
    ore_model *tight = ore_lp_with_cuts(t->root);

    for (int i = model->n_rows; i < tight->n_rows; i++) {
        cut c = {tight->rows[i].lo, tight->rows[i].hi,
                 ore_alloc(model->n_cols, sizeof *c.coefs)};

        for (int e = tight->row_start[i]; e < tight->row_start[i + 1]; e++) {
            c.coefs[tight->entries[e].col] = tight->entries[e].coef;
        }
        if (t->n_cuts < max_cuts && !is_known(t, &c)) {
            t->cuts[t->n_cuts++] = c;
        } else {
            free(c.coefs);
        }
    }
    ore_lazy_rows_free(tight);
}

static bool take_bound(void *data, double bound)
{
    trial *t = data;

    t->bound = fmax(t->bound, bound);
    take_cuts(t);
    return false;
}

/* The portfolio in `point` must keep the cut. */
static void expect_kept(const trial *t, int i)
{
    const cut *c = &t->cuts[i];
    double activity = 0.0, size = 1.0;

    for (int j = 0; j < t->mip.model->n_cols; j++) {
        activity += c->coefs[j] * t->point[j];
        size = fmax(size, fabs(c->coefs[j] * t->point[j]));
    }
    if (activity < c->lo - most_broken * size ||
        activity > c->hi + most_broken * size) {
        fail_msg("ORE_SEED=%d: cut %d of %d, %.12g <= sum <= %.12g, is broken "
                 "by a portfolio with a sum of %.12g",
                 t->seed, i, t->n_cuts, c->lo, c->hi, activity);
    }
}

/* The last solve was of a program with its binaries fixed: check its point. */
static void check_portfolio(const trial *t)
{
    ore_lp_point(t->judge, t->point);
    for (int j = 0; j < t->mip.model->n_cols; j++) {
        if (t->mip.model->cols[j].kind == ORE_BINARY) {
            t->point[j] = rint(t->point[j]);
        }
    }
    for (int i = 0; i < t->n_cuts; i++) {
        expect_kept(t, i);
    }
}

/* With the binaries fixed: the best by the goal, then by objectives by lot. */
static void try_objectives(trial *t)
{
    ore_lp_goal(t->judge, 0, 1.0);
    if (ore_lp_solve_surely(t->judge) != ORE_LP_OPTIMAL) {
        return;
    }
    t->n_feasible++;
    t->best = fmin(t->best, ore_lp_value(t->judge));
    check_portfolio(t);
    for (int k = 1; k < n_objectives; k++) {
        for (int j = 0; j < t->mip.model->n_cols; j++) {
            t->costs[j] = mip_chance(&t->mip, 0.5)
                              ? 2.0 * erand48(t->mip.lot) - 1.0
                              : 0.0;
        }
        ore_lp_costs(t->judge, t->costs);
        if (ore_lp_solve(t->judge) == ORE_LP_OPTIMAL) {
            check_portfolio(t);
        }
    }
}

/* Set the binaries from column j on in every way that rows with no other
 * columns than these allow. */
static void try_binaries(trial *t, int j)
{
    const ore_model *model = t->mip.model;

    while (j < model->n_cols && model->cols[j].kind != ORE_BINARY) {
        j++;
    }
    if (j == model->n_cols) {
        try_objectives(t);
        return;
    }
    for (double value = model->cols[j].lo; value <= model->cols[j].hi;
         value += 1.0) {
        ore_lp_bounds(t->judge, j, value, value);
        ore_lp_goal(t->judge, 0, 1.0);
        if (ore_lp_solve(t->judge) != ORE_LP_INFEASIBLE) {
            try_binaries(t, j + 1);
        }
    }
    ore_lp_bounds(t->judge, j, model->cols[j].lo, model->cols[j].hi);
}

/* The portfolio that is worst for one side of a cut, by a tree over all. */
static void try_worst(trial *t, const cut *c, double sign)
{
    const ore_model *model = t->mip.model;
    double value;

    for (int j = 0; j < model->n_cols; j++) {
        t->costs[j] = sign * c->coefs[j];
    }
    ore_lp_reset(t->judge);
    ore_lp_costs(t->judge, t->costs);
    if (!best_portfolio(t->judge, t->point, &value)) {
        return;
    }
    for (int j = 0; j < model->n_cols; j++) {
        if (model->cols[j].kind == ORE_BINARY) {
            ore_lp_bounds(t->judge, j, rint(t->point[j]), rint(t->point[j]));
        }
    }
    if (ore_lp_solve_surely(t->judge) == ORE_LP_OPTIMAL) {
        check_portfolio(t);
    }
}

static void check_cuts(trial *t)
{
    try_binaries(t, 0);
    for (int i = 0; i < t->n_cuts; i++) {
        if (isfinite(t->cuts[i].lo)) {
            try_worst(t, &t->cuts[i], 1.0);
        }
        if (isfinite(t->cuts[i].hi)) {
            try_worst(t, &t->cuts[i], -1.0);
        }
    }
    if (t->bound > t->best + most_broken * fmax(1.0, fabs(t->best))) {
        fail_msg("ORE_SEED=%d: the root says %.12g, the best is %.12g", t->seed,
                 t->bound, t->best);
    }
}

/* The tree over the program with its cuts ends with what trying all found. */
static void check_tree(const trial *t)
{
    ore_model *tight = ore_lp_with_cuts(t->root);
    ore_lp *lp = ore_lp_new(tight, forever_s);
    branched b = {.best = HUGE_VAL, .bound = HUGE_VAL, .complete = true};

    ore_lp_goal(lp, 0, 1.0);
    if (ore_lp_solve_surely(lp) == ORE_LP_OPTIMAL) {
        ore_lp *polish = ore_lp_new(t->mip.model, forever_s);

        ore_lp_goal(polish, 0, 1.0);
        b = best_by_branching(lp, tight, polish, max_nodes);
    }
    if (!b.complete || isfinite(b.best) != isfinite(t->best) ||
        (isfinite(b.best) &&
         (!is_same(b.best, t->best) ||
          b.bound < b.best - 1e-5 * fmax(1.0, fabs(b.best))))) {
        fail_msg("ORE_SEED=%d: the tree ends with %.12g, bound %.12g; the best "
                 "is %.12g",
                 t->seed, b.best, b.bound, t->best);
    }
    ore_lp_free(lp);
    ore_lazy_rows_free(tight);
}

/* Whether there was anything to check; adds to the number of cuts. */
static bool try_program(int seed, int *n_cuts)
{
    trial *t = ore_alloc(1, sizeof *t);

    t->seed = seed;
    t->mip = random_mip_of(seed);
    t->best = HUGE_VAL;
    t->bound = -HUGE_VAL;

    const ore_model *model = t->mip.model;

    t->judge = ore_lp_new(model, forever_s);
    t->root = seed % 2 ? ore_lp_new(model, forever_s)
                       : ore_lp_new_lazy(model, forever_s);
    t->point = ore_alloc(model->n_cols, sizeof *t->point);
    t->costs = ore_alloc(model->n_cols, sizeof *t->costs);
    ore_lp_goal(t->root, 0, 1.0);
    if (ore_lp_solve(t->root) == ORE_LP_OPTIMAL) {
        (void)take_bound(t, ore_lp_value(t->root));
        (void)ore_lp_cut(t->root, take_bound, t);
        take_cuts(t);
        check_cuts(t);
        check_tree(t);
    }
    const bool is_of_use = t->n_feasible > 0 && t->n_cuts > 0;

    *n_cuts += t->n_cuts;
    for (int i = 0; i < t->n_cuts; i++) {
        free(t->cuts[i].coefs);
    }
    ore_lp_free(t->judge);
    ore_lp_free(t->root);
    ore_model_free(t->mip.model);
    free(t->point);
    free(t->costs);
    free(t);
    return is_of_use;
}

static void test_cuts_and_tree_keep_what_trying_all_finds(void **unused)
{
    const int first = from_environment("ORE_SEED", 1);
    const int count = from_environment("ORE_ROUNDS", n_programs);
    int n_cuts = 0, of_use = 0;

    (void)unused;
    for (int seed = first; seed < first + count; seed++) {
        of_use += try_program(seed, &n_cuts);
    }
    print_message("%d cuts of %d programs\n", n_cuts, of_use);
    assert_true(count < 100 || of_use > count / 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cuts_and_tree_keep_what_trying_all_finds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
