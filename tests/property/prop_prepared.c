/* Searches that begin with what a wider program prepared against searches from
 * scratch: the same best value, and nothing where there is nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "orefolio/program.h"
#include "random_round.h"
#include "solve/prepared.h"
#include "solve/solve.h"
#include "study/edited_round.h"

enum { n_rounds = RANDOM_ROUNDS(30) };
/* What is prepared counts work. */
static const double work_s = 60.0;

static ore_result *solve(const ore_round *round, const ore_prepared *prepared)
{
    const ore_solve_settings settings = {.time_limit_s = 3600.0,
                                         .work_limit_s = work_s,
                                         .seed = 1,
                                         .jobs = 1,
                                         .is_bare = true,
                                         .first_only = prepared != NULL,
                                         .prepared = prepared};
    ore_program *program = ore_program_new(round);
    ore_result *result = NULL;
    ore_statistics statistics;

    (void)!ore_solve(program, &settings, &result, &statistics);
    ore_program_free(program);
    return result;
}

/* Whether there is a portfolio. */
static bool expect_same(const ore_round *edited, const ore_prepared *prepared,
                        int seed)
{
    ore_result *fresh = solve(edited, NULL), *forked = solve(edited, prepared);
    const ore_goal_outcome *a = &fresh->goals[0], *b = &forked->goals[0];
    const double near = 2e-5 * fmax(1.0, fabs(a->value));
    const bool has_portfolio = fresh->has_portfolio;

    if (fresh->has_portfolio != forked->has_portfolio ||
        (has_portfolio &&
         !(fabs(a->value - b->value) <= near && b->gap <= 1e-5))) {
        fail_msg("round %d: %g is %g (gap %g) where it is prepared", seed,
                 a->value, b->value, b->gap);
    }
    assert_int_equal(fresh->status == ORE_INFEASIBLE,
                     forked->status == ORE_INFEASIBLE);
    ore_result_free(fresh);
    ore_result_free(forked);
    return has_portfolio;
}

static void test_a_narrower_round_begins_there(void **unused)
{
    int n_with = 0, n_without = 0;

    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        ore_round *round = ore_round_copy(random_round(seed));

        ore_edit_give_nothing(round);
        ore_program *program = ore_program_new(round);
        ore_prepared *prepared = ore_prepare(program, work_s);

        for (int p = 0; p < round->n_projects; p += 2) {
            ore_round *edited = ore_round_copy(round);

            ore_edit_decide(edited, p, ORE_MUST);
            if (expect_same(edited, prepared, seed)) {
                n_with++;
            } else {
                n_without++;
            }
            ore_round_free(edited);
        }
        ore_prepared_free(prepared);
        ore_program_free(program);
    }
    assert_true(random_share > 1 || (n_with > 9 && n_without > 9));
}

/* A wider program, or another one, is searched from scratch. */
static void test_another_program_does_not(void **unused)
{
    const ore_round *round = random_round(3);
    ore_program *program = ore_program_new(round);
    ore_prepared *prepared = ore_prepare(program, work_s);
    ore_round *edited = ore_round_copy(round);

    (void)unused;
    ore_edit_scale(edited, 0, 0.5);
    ore_program *other = ore_program_new(edited);
    const ore_search search = {.program = other};

    assert_null(ore_prepared_stage(prepared, &search, -1));
    assert_null(ore_prepared_stage(NULL, &search, -1));
    ore_program_free(other);
    ore_round_free(edited);
    ore_prepared_free(prepared);
    ore_program_free(program);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_narrower_round_begins_there),
        cmocka_unit_test(test_another_program_does_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
