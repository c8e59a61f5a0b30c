/* Derived figures of the small round, against sums done by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "near.h"
#include "orefolio/accounting.h"

static void money_by_project(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    assert_int_equal(ore_figure_funded(&round, result), 2);
    expect_near(ore_figure_capex_m(&round, result, 1), 200.0, 1e-12);
    expect_near(ore_figure_capex_m(&round, result, 2), 0.0, 1e-12);
    expect_near(ore_figure_source_m(&round, result, 1, NULL), 120.0, 1e-12);
    expect_near(ore_figure_bank_debt_m(&round, result, 0), 10.0, 1e-12);
    expect_near(ore_figure_bank_debt_m(&round, result, 1), 20.0, 1e-12);
    /* 60 of grant and 5 % of 20 of loan; 80 and 10 % of 40 of guarantee. */
    expect_near(ore_figure_cost_m(&round, result, 0), 61.0, 1e-12);
    expect_near(ore_figure_cost_m(&round, result, 1), 84.0, 1e-12);
    expect_near(ore_funder_charge_m(&round, result, 0), 5.0, 1e-12);
    ore_result_free(result);
}

static void money_by_year(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    expect_near(ore_figure_face_m(&round, result, 0, 2026), 60.0, 1e-12);
    expect_near(ore_figure_exposure_m(&round, result, 2, 2027), 32.0, 1e-12);
    assert_int_equal(ore_figure_budget_years(&round, 0), FIXTURE_COMMITS);
    expect_near(ore_figure_used_m(&round, result, 0, 1), 80.0, 1e-12);
    /* The first account carries 40 over, the second one nothing. */
    expect_near(ore_figure_available_m(&round, result, 0, 1), 80.0, 1e-12);
    expect_near(ore_figure_available_m(&round, result, 1, 1), 30.0, 1e-12);
    ore_result_free(result);
}

static void secured_supply_is_shared_by_need(void **state)
{
    const ore_round round = fixture_round();

    (void)state;
    /* 140 t/yr for targets of 100 and 500. */
    expect_near(ore_figure_secured_tpa(&round, 0, 0), 140.0 / 6.0, 1e-12);
    expect_near(ore_figure_secured_tpa(&round, 1, 0), 700.0 / 6.0, 1e-12);
    expect_near(ore_figure_gap_before_tpa(&round, 0, 0), 460.0 / 6.0, 1e-12);
    expect_near(ore_figure_plateau_tpa(&round, &round.options[1],
                                       &round.options[1].flows[1]),
                400.0, 1e-12);
}

static void reserved_supply_stays_with_its_market(void **state)
{
    ore_round round = fixture_round();
    const ore_supply supplies[] = {
        {.material = 1, .country = "AU", .market = -1, .tpa = fixture_supply},
        {.material = 1, .country = "VN", .market = 0, .tpa = fixture_want_jp},
    };

    (void)state;
    round.supplies = supplies;
    round.n_supplies = 2;
    /* Japan's 100 are met by its own supply; all 140 go to the other. */
    expect_near(ore_figure_secured_tpa(&round, 0, 0), 100.0, 1e-12);
    expect_near(ore_figure_secured_tpa(&round, 1, 0), 140.0, 1e-12);
    expect_near(ore_figure_gap_before_tpa(&round, 0, 0), 0.0, 1e-12);
}

static void use_is_a_share_of_the_capacity_of_its_year(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    (void)state;
    /* P1 is at full capacity from 2028 on, P2 at half of it in 2029. */
    expect_near(ore_figure_capacity_share(&round, result, 1, 0), 0.0, 1e-12);
    expect_near(ore_figure_capacity_share(&round, result, 1, 1), 0.5, 1e-12);
    expect_near(ore_figure_use(&round, result, 0, 1), 0.5, 1e-12);
    expect_near(ore_figure_use(&round, result, 1, 0), 0.0, 1e-12);
    expect_near(ore_figure_use(&round, result, 1, 1), 1.0, 1e-12);
    expect_near(ore_figure_mean_use(&round, result, 0), 0.75, 1e-12);
    expect_near(ore_figure_mean_use(&round, result, 1), 1.0, 1e-12);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(money_by_project),
        cmocka_unit_test(money_by_year),
        cmocka_unit_test(secured_supply_is_shared_by_need),
        cmocka_unit_test(reserved_supply_stays_with_its_market),
        cmocka_unit_test(use_is_a_share_of_the_capacity_of_its_year),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
