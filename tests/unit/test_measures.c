/* Concentration and circularity by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fixture_plan.h"
#include "near.h"
#include "orefolio/measures.h"

static void one_country_before_two_after(void **state)
{
    const ore_plan plan = fixture_plan();
    ore_result *result = fixture_result(&plan);
    const ore_concentration before = ore_concentration_of(&plan, NULL, 1, 5);
    const ore_concentration after = ore_concentration_of(&plan, result, 1, 5);

    (void)state;
    expect_near(before.supply_tpa, 160.0, 1e-12);
    expect_near(before.hhi, 1.0, 1e-12);
    assert_string_equal(before.top, "AU");
    /* 160 from Australia, 400 from the refinery in the United States. */
    expect_near(after.supply_tpa, 560.0, 1e-12);
    assert_string_equal(after.top, "US");
    expect_near(after.top_share, 400.0 / 560.0, 1e-12);
    expect_near(after.hhi, (160.0 * 160 + 400.0 * 400) / (560.0 * 560), 1e-12);
    ore_result_free(result);
}

static void no_supply_has_no_index(void **state)
{
    const ore_plan plan = fixture_plan();
    const ore_concentration none = ore_concentration_of(&plan, NULL, 0, 0);

    (void)state;
    expect_near(none.supply_tpa, 0.0, 0.0);
    assert_true(isnan(none.hhi) && isnan(none.top_share));
    assert_null(none.top);
}

static void recycled_feed_makes_recycled_oxide(void **state)
{
    ore_plan plan = fixture_plan();
    ore_result *result = fixture_result(&plan);
    ore_project projects[3];

    (void)state;
    memcpy(projects, fixture_projects, sizeof projects);
    plan.projects = projects;
    expect_near(ore_circularity(&plan, result, 5), 0.0, 1e-12);
    /* The mine's concentrate as if from scrap: all of the refinery's feed. */
    projects[0].stage = "recycling";
    expect_near(ore_circularity(&plan, result, 5), 400.0 / 560.0, 1e-12);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_country_before_two_after),
        cmocka_unit_test(no_supply_has_no_index),
        cmocka_unit_test(recycled_feed_makes_recycled_oxide),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
