/* Portfolios of a comparison: which are the same, so that the same question is
 * put once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "study/sweep/regret.h"

static void the_same_projects_are_the_same(void **state)
{
    ore_round round = fixture_round();
    ore_result *one = fixture_result(&round), *other = fixture_result(&round);

    (void)state;
    other->face_m[0] += 1.0; /* the money is not part of it */
    assert_true(ore_regret_same_projects(&round, one, &round, other));
    ore_result_free(one);
    ore_result_free(other);
}

static void another_year_or_project_is_another(void **state)
{
    ore_round round = fixture_round();
    ore_result *one = fixture_result(&round), *other = fixture_result(&round);

    (void)state;
    other->year[0]++;
    assert_false(ore_regret_same_projects(&round, one, &round, other));
    other->year[0]--;
    other->option[0] = -1;
    assert_false(ore_regret_same_projects(&round, one, &round, other));
    assert_false(ore_regret_same_projects(&round, other, &round, one));
    ore_result_free(one);
    ore_result_free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_projects_are_the_same),
        cmocka_unit_test(another_year_or_project_is_another),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
