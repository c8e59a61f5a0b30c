/* Limits that are told to be in conflict are: the plain tree finds no portfolio
 * under them, and where the set is called irreducible it finds one without any
 * single one of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "orefolio/program.h"
#include "random_programs.h"
#include "solve/explain/iis.h"

/* More seeds than elsewhere: few random rounds are infeasible. */
enum { n_seeds = random_share > 1 ? 400 : 1200 };

static int owner_of(const ore_program *program, int i)
{
    const ore_model *model = program->model;

    return model->rows[i].is_local
               ? program->owner[model->entries[model->row_start[i]].col]
               : -1;
}

/* Whether the row is a term of a project that need not go ahead. */
static bool is_term(const ore_program *program, int i)
{
    const int p = owner_of(program, i);

    for (int k = 0; k < program->model->n_rows && p >= 0; k++) {
        const ore_program_row *row = &program->model->rows[k];

        if ((row->lo > 0.0 || row->hi < 0.0) && owner_of(program, k) == p) {
            return false;
        }
    }
    return p >= 0;
}

/* The program under the limits of the set alone, but for the one of row `out`.
 */
static ore_model with_limits(const ore_program *program, const ore_iis *iis,
                             int out)
{
    const ore_model *model = program->model;
    ore_model left = *model;

    left.rows = ore_alloc(model->n_rows, sizeof *left.rows);
    for (int i = 0; i < model->n_rows; i++) {
        const char *limit = model->rows[i].limit;
        bool is_in = !limit || is_term(program, i);

        left.rows[i] = model->rows[i];
        for (int k = 0; k < iis->n && limit; k++) {
            is_in |= iis->rows[k] != out &&
                     strcmp(model->rows[iis->rows[k]].limit, limit) == 0;
        }
        if (!is_in) {
            left.rows[i].lo = -HUGE_VAL;
            left.rows[i].hi = HUGE_VAL;
        }
    }
    return left;
}

typedef enum answer { POSSIBLE, IMPOSSIBLE, NOT_KNOWN } answer;

/* By the plain tree, which now and then ends without an answer. */
static answer ask(ore_lp *lp, double *point)
{
    ore_tree tree = {.cutoff = HUGE_VAL, .point = point};
    const ore_lp_end end = ore_lp_solve_surely(lp);

    if (end == ORE_LP_OPTIMAL) {
        ore_lp_tree(lp, &tree);
    }
    return end == ORE_LP_INFEASIBLE       ? IMPOSSIBLE
           : end != ORE_LP_OPTIMAL        ? NOT_KNOWN
           : tree.found                   ? POSSIBLE
           : tree.complete && !tree.found ? IMPOSSIBLE
                                          : NOT_KNOWN;
}

static answer ask_under(const ore_program *program, const ore_iis *iis, int out)
{
    ore_model left = with_limits(program, iis, out);
    ore_lp *lp = ore_lp_new(&left, forever_s);
    double *point = ore_alloc(left.n_cols, sizeof *point);
    const answer found = ask(lp, point);

    ore_lp_free(lp);
    free(left.rows);
    free(point);
    return found;
}

static int check_set(const ore_program *program, int seed, int *n_sets)
{
    ore_iis iis = ore_iis_find(program);
    int n_irreducible = 0;

    if (iis.n > 0) {
        if (ask_under(program, &iis, -1) == POSSIBLE) {
            fail_msg("ORE_SEED=%d: %d limits are no conflict", seed, iis.n);
        }
        (*n_sets)++;
    }
    for (int k = 0; k < iis.n && iis.is_irreducible; k++) {
        if (ask_under(program, &iis, iis.rows[k]) == IMPOSSIBLE) {
            fail_msg("ORE_SEED=%d: %s is not needed", seed,
                     program->model->rows[iis.rows[k]].limit);
        }
        n_irreducible++;
    }
    ore_iis_free(&iis);
    return n_irreducible > 0;
}

static void test_a_conflict_is_one_and_irreducible(void **unused)
{
    int n_infeasible = 0, n_sets = 0, n_irreducible = 0;

    (void)unused;
    for (int seed = 1; seed <= n_seeds; seed++) {
        const ore_round *round = random_round(seed);
        ore_program *program = ore_program_new(round);
        ore_lp *lp = ore_lp_new(program->model, forever_s);
        double *point = ore_alloc(program->model->n_cols, sizeof *point);

        if (ask(lp, point) == IMPOSSIBLE) {
            n_infeasible++;
            n_irreducible += check_set(program, seed, &n_sets);
        }
        free(point);
        ore_lp_free(lp);
        ore_program_free(program);
    }
    printf("%d infeasible rounds, %d sets, %d irreducible\n", n_infeasible,
           n_sets, n_irreducible);
    assert_true(n_infeasible > n_seeds / 100);
    assert_true(n_sets > n_infeasible * 9 / 10);
    assert_true(n_irreducible > n_sets * 9 / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_conflict_is_one_and_irreducible),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
