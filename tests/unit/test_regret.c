/* Portfolios of a comparison: which are the same, so that the same question is
 * put once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/regret.h"
#include "fixture_plan.h"

static void the_same_projects_are_the_same(void **state)
{
    ore_plan plan = fixture_plan();
    ore_result *one = fixture_result(&plan), *other = fixture_result(&plan);

    (void)state;
    other->face_m[0] += 1.0; /* the money is not part of it */
    assert_true(ore_are_same_projects(&plan, one, &plan, other));
    ore_result_free(one);
    ore_result_free(other);
}

static void another_year_or_project_is_another(void **state)
{
    ore_plan plan = fixture_plan();
    ore_result *one = fixture_result(&plan), *other = fixture_result(&plan);

    (void)state;
    other->year[0]++;
    assert_false(ore_are_same_projects(&plan, one, &plan, other));
    other->year[0]--;
    other->option[0] = -1;
    assert_false(ore_are_same_projects(&plan, one, &plan, other));
    assert_false(ore_are_same_projects(&plan, other, &plan, one));
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
