/* Points of prices against solves of their own; more of a limit is never worse.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "orefolio/family.h"
#include "random_round.h"
#include "solve_alone.h"
#include "study/questions/prices.h"

/* From the first round on whose limits move something. */
enum { first_seed = 6, n_rounds = RANDOM_ROUNDS(3) };

/* How much worse `value` is than `than` in the first goal; 0 within rounding.
 */
static double worse(const ore_round *round, double value, double than)
{
    const double more = ore_objective_is_maximised(&round->goals[0])
                            ? than - value
                            : value - than;

    return fabs(more) <= 1e-5 * fmax(1.0, fabs(than)) ? 0.0 : more;
}

/* Whether two portfolios differ in any goal. */
static bool differs(const ore_round *round, const ore_result *a,
                    const ore_result *b)
{
    bool found = false;

    for (int g = 0; g < round->n_goals; g++) {
        const double value = b->goals[g].value;

        found |=
            fabs(a->goals[g].value - value) > 1e-5 * fmax(1.0, fabs(value));
    }
    return found;
}

static void expect_point(const ore_round *round, const ore_price_curve *curve,
                         const ore_price_point *point, int seed)
{
    ore_round *edited = ore_round_copy(round);
    ore_limit by = curve->limit;

    by.step *= point->steps;
    by.family->relax(edited, &by);
    ore_result *other = solve_alone(edited);

    if (other->status == ORE_INFEASIBLE) {
        assert_int_equal(point->answer, ORE_ANSWER_IMPOSSIBLE);
    } else {
        assert_int_equal(point->answer, ORE_ANSWER_KNOWN);
        if (fabs(worse(round, point->result->goals[0].value,
                       other->goals[0].value)) > 0.0) {
            fail_msg("ORE_SEED=%d: %s of %d at %d steps is %.9g, told %.9g",
                     seed, by.figure, by.of, point->steps,
                     other->goals[0].value, point->result->goals[0].value);
        }
    }
    ore_result_free(other);
    ore_round_free(edited);
}

static const ore_round *round_of(int seed)
{
    return random_round(seed);
}

static int look_at(const ore_inquiry *inquiry, int seed)
{
    const ore_round *round = inquiry->round;
    const ore_result *own = inquiry->result;
    int n = 0, moves = 0;
    ore_price_curve *curves = ore_prices_list(round, own, &n);

    ore_prices_solve(inquiry, curves, n);
    for (int i = 0; i < n; i++) {
        const ore_result *before = NULL;

        for (int k = 0; k < ORE_PRICE_POINTS; k++) {
            const ore_price_point *point = &curves[i].points[k];

            expect_point(round, &curves[i], point, seed);
            if (before && point->result) {
                const double more = worse(round, point->result->goals[0].value,
                                          before->goals[0].value);

                assert_true(more <= 0.0);
                moves += differs(round, point->result, before);
            }
            before = point->result ? point->result : before;
        }
    }
    ore_prices_free(curves, n);
    return moves;
}

static void test_points_are_those_of_other_solves(void **unused)
{
    const int moves = ask_about_rounds(first_seed, n_rounds, round_of, look_at);

    (void)unused;
    assert_true(random_share > 1 || moves > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points_are_those_of_other_solves)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
