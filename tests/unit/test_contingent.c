/* What contingent commitments charge, by hand. The figures of the price floor
 * are those of the agreement between the Department of Defense and MP
 * Materials of July 2025: 110 USD/kg with 30 % of the upside. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "near.h"
#include "orefolio/timing.h"

static ore_instrument contingents[3];
static ore_option options[3];
static ore_project projects[3];
static ore_pair pairs[4];

/* A plant of 6000 t/yr at full capacity at once, and a floor for its first
 * year, at the price given for every year of supply. */
static ore_round floor_round(const char *kind, double price_usd)
{
    static const double full[] = {1.0};
    static const ore_flow made[] = {{1, 6000.0, 0.0, {0}}};
    static double prices[FIXTURE_YEARS];
    ore_round round = fixture_round();

    for (int t = 0; t < FIXTURE_YEARS; t++) {
        prices[t] = price_usd;
    }
    memcpy(contingents, round.instruments, sizeof contingents);
    memcpy(options, round.options, sizeof options);
    memcpy(projects, round.projects, sizeof projects);
    memcpy(pairs, round.pairs, sizeof pairs);
    contingents[0] =
        fixture_instrument("floor", "Price floor", "最低価格保証", kind, 1);
    contingents[0].subsidy_rate = nan("");
    contingents[0].share_max = 1.0;
    contingents[0].contingent = (ore_contingent){.material = 1,
                                                 .years = 1,
                                                 .strike_per_t = 110000.0,
                                                 .volume_tpa = HUGE_VAL,
                                                 .volume_share = 1.0,
                                                 .price_per_t = prices,
                                                 .upside_share = 0.3,
                                                 .stress_per_t = nan("")};
    options[0].build_years = 0;
    options[0].n_ramp = 1;
    options[0].ramp = full;
    options[0].flows = made;
    pairs[0] = (ore_pair){0, 0, 0.0, HUGE_VAL, nan(""), {0}};
    round.instruments = contingents;
    round.options = options;
    round.projects = projects;
    round.pairs = pairs;
    round.may_gain = true;
    return round;
}

static double charge_m(const ore_round *round)
{
    return ore_charge_rate(round, 0, 0, 0) * ore_max_face_m(round, 0, 0, 0);
}

static void a_floor_pays_what_the_price_lacks(void **state)
{
    const ore_round round = floor_round("price_support", 69000.0);
    ore_result *result = fixture_result(&round);

    (void)state;
    expect_near(ore_max_face_m(&round, 0, 0, 0), 660.0, 1e-9);
    expect_near(charge_m(&round), 246.0, 1e-9);
    /* The fixture's portfolio awards 60 of the 660. */
    expect_near(ore_charge_rate(&round, 0, 0, 0) * result->face_m[0],
                60.0 * 246.0 / 660.0, 1e-9);
    ore_result_free(result);
}

static void above_the_strike_it_takes_its_share(void **state)
{
    ore_round round = floor_round("price_support", 140000.0);

    (void)state;
    expect_near(charge_m(&round), -54.0, 1e-9);
    round.may_gain = false;
    expect_near(charge_m(&round), 0.0, 0.0);
}

static void stress_is_charged_at_its_own_price(void **state)
{
    const ore_round round = floor_round("price_support", 140000.0);

    (void)state;
    contingents[0].contingent.charge = ORE_CHARGE_STRESS;
    contingents[0].contingent.stress_per_t = 69000.0;
    expect_near(charge_m(&round), 246.0, 1e-9);
}

static void an_offtake_never_gains(void **state)
{
    const ore_round dear = floor_round("offtake", 140000.0);

    (void)state;
    expect_near(charge_m(&dear), 0.0, 0.0);
    const ore_round cheap = floor_round("offtake", 69000.0);

    expect_near(charge_m(&cheap), 246.0, 1e-9);
}

static void volume_years_and_discount_count(void **state)
{
    const ore_round round = floor_round("price_support", 69000.0);

    (void)state;
    contingents[0].contingent.volume_tpa = 1000.0;
    contingents[0].contingent.years = 2;
    options[0].build_years = 1;
    expect_near(charge_m(&round), 41.0 / 1.03 + 41.0 / (1.03 * 1.03), 1e-9);
    contingents[0].contingent.volume_share = 0.1;
    expect_near(charge_m(&round), 0.6 * (41.0 / 1.03 + 41.0 / (1.03 * 1.03)),
                1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_floor_pays_what_the_price_lacks),
        cmocka_unit_test(above_the_strike_it_takes_its_share),
        cmocka_unit_test(stress_is_charged_at_its_own_price),
        cmocka_unit_test(an_offtake_never_gains),
        cmocka_unit_test(volume_years_and_discount_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
