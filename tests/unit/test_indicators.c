/* Concentration and circularity by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "near.h"
#include "orefolio/indicators.h"

static void one_country_before_two_after(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_countries *all = ore_countries_new(&round);
    const ore_concentration before =
        ore_concentration_of(&round, NULL, all, 1, 5);
    const ore_concentration after =
        ore_concentration_of(&round, result, all, 1, 5);

    (void)state;
    expect_near(before.supply_tpa, 160.0, 1e-12);
    expect_near(before.hhi, 1.0, 1e-12);
    assert_string_equal(before.top, "AU");
    /* 160 from Australia, 400 from the refinery in the United States. */
    expect_near(after.supply_tpa, 560.0, 1e-12);
    assert_string_equal(after.top, "US");
    expect_near(after.top_share, 400.0 / 560.0, 1e-12);
    expect_near(after.hhi, (160.0 * 160 + 400.0 * 400) / (560.0 * 560), 1e-12);
    ore_countries_free(all);
    ore_result_free(result);
}

static void no_supply_has_no_index(void **state)
{
    const ore_round round = fixture_round();
    ore_countries *all = ore_countries_new(&round);
    const ore_concentration none =
        ore_concentration_of(&round, NULL, all, 0, 0);

    (void)state;
    expect_near(none.supply_tpa, 0.0, 0.0);
    assert_true(isnan(none.hhi) && isnan(none.top_share));
    assert_null(none.top);
    ore_countries_free(all);
}

/* Many countries, in no order: each stands once, the sums of each are those of
 * a look at it alone. */
static void many_countries_are_looked_at_once(void **state)
{
    enum { COUNTRIES = 400, SUPPLIES = 2 * COUNTRIES };
    static char names[COUNTRIES][8];
    static ore_supply supplies[SUPPLIES];
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    for (int i = 0; i < SUPPLIES; i++) {
        const int c = (i * 171) % COUNTRIES;

        snprintf(names[c], sizeof names[c], "C%03d", c);
        supplies[i] = fixture_supplies[0];
        supplies[i].country = names[c];
    }
    round.n_supplies = SUPPLIES;
    round.supplies = supplies;
    ore_countries *all = ore_countries_new(&round);
    const ore_concentration before =
        ore_concentration_of(&round, NULL, all, 1, 5);

    /* Those of the projects are three more. */
    assert_int_equal(all->n, COUNTRIES + 3);
    expect_near(before.supply_tpa, 160.0 * SUPPLIES, 1e-6);
    expect_near(before.hhi, 1.0 / COUNTRIES, 1e-12);
    for (int c = 1; c < all->n; c++) {
        assert_true(strcmp(all->name[c - 1], all->name[c]) < 0);
    }
    ore_countries_free(all);
    ore_result_free(result);
}

static void recycled_feed_makes_recycled_oxide(void **state)
{
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    ore_project projects[3];

    (void)state;
    memcpy(projects, fixture_projects, sizeof projects);
    round.projects = projects;
    expect_near(ore_circularity(&round, result, 5), 0.0, 1e-12);
    /* The mine's concentrate as if from scrap: all of the refinery's feed. */
    projects[0].stage = "recycling";
    expect_near(ore_circularity(&round, result, 5), 400.0 / 560.0, 1e-12);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_country_before_two_after),
        cmocka_unit_test(no_supply_has_no_index),
        cmocka_unit_test(many_countries_are_looked_at_once),
        cmocka_unit_test(recycled_feed_makes_recycled_oxide),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
