/* Subsidy rates against the check values of tests/data/credit_check.csv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "near.h"
#include "orefolio/instrument.h"

static const ore_instrument_kind *kind_named(const char *name)
{
    for (int i = 0; ore_instrument_kinds[i]; i++) {
        if (strcmp(ore_instrument_kinds[i]->name, name) == 0) {
            return ore_instrument_kinds[i];
        }
    }
    return NULL;
}

static ore_repayment repayment_named(const char *name)
{
    return strcmp(name, "annuity") == 0  ? ORE_REPAY_ANNUITY
           : strcmp(name, "bullet") == 0 ? ORE_REPAY_BULLET
                                         : ORE_REPAY_STRAIGHT;
}

/* Columns: id, kind, interest, treasury, grace, repayment years, repayment,
 * hazard, lifetime default, recovery, lag, upfront fee, annual fee, coverage,
 * subsidy rate. A hazard is turned into the lifetime rate it makes. */
static ore_instrument instrument_of(char *const *cell)
{
    const int grace = atoi(cell[4]), tenor = grace + atoi(cell[5]);

    return (ore_instrument){
        .kind = kind_named(cell[1]),
        .coverage = *cell[13] ? atof(cell[13]) : 1.0,
        .terms = {.interest_rate = atof(cell[2]),
                  .treasury_rate = atof(cell[3]),
                  .tenor_years = tenor,
                  .grace_years = grace,
                  .repayment = repayment_named(cell[6]),
                  .default_rate = *cell[7]
                                      ? 1.0 - pow(1.0 - atof(cell[7]), tenor)
                                      : atof(cell[8]),
                  .recovery_rate = atof(cell[9]),
                  .recovery_lag_years = atoi(cell[10]),
                  .upfront_fee_rate = atof(cell[11]),
                  .annual_fee_rate = atof(cell[12])}};
}

static void test_published_check_values(void **unused)
{
    FILE *in = fopen(ORE_SOURCE_DIR "/tests/data/credit_check.csv", "r");
    char line[512];
    int count = 0;

    (void)unused;
    assert_non_null(in);
    assert_non_null(fgets(line, sizeof line, in));
    while (fgets(line, sizeof line, in)) {
        char *cell[16] = {0}, *rest = line;

        for (int i = 0; i < 16; i++) {
            cell[i] = strsep(&rest, ",\n");
        }
        const ore_instrument instrument = instrument_of(cell);

        expect_near(ore_credit_subsidy(&instrument).rate, atof(cell[14]), 1e-6);
        count++;
    }
    fclose(in);
    assert_int_equal(count, 8);
}

static void test_a_loan_at_the_treasury_rate_costs_nothing(void **unused)
{
    (void)unused;
    for (int repayment = 0; repayment < 3; repayment++) {
        const ore_instrument loan = {
            .kind = kind_named("loan"),
            .terms = {.interest_rate = 0.045,
                      .treasury_rate = 0.045,
                      .tenor_years = 12,
                      .grace_years = 3,
                      .repayment = (ore_repayment)repayment}};

        expect_near(ore_credit_subsidy(&loan).rate, 0.0, 1e-12);
    }
}

static void test_composition_of_a_subsidised_loan(void **unused)
{
    const ore_instrument loan = {.kind = kind_named("loan"),
                                 .terms = {.interest_rate = 0.04,
                                           .treasury_rate = 0.045,
                                           .tenor_years = 15,
                                           .grace_years = 3,
                                           .repayment = ORE_REPAY_ANNUITY,
                                           .default_rate = 0.2,
                                           .recovery_rate = 0.4,
                                           .recovery_lag_years = 2,
                                           .upfront_fee_rate = 0.01,
                                           .annual_fee_rate = 0.005}};
    const ore_subsidy cost = ore_credit_subsidy(&loan);

    (void)unused;
    expect_near(cost.interest, 0.038628, 1e-6);
    expect_near(cost.defaults, 0.069518, 1e-6);
    expect_near(cost.fees, 0.045640, 1e-6);
    expect_near(cost.interest + cost.defaults - cost.fees, cost.rate, 1e-12);
}

static void test_what_a_guarantee_may_cost(void **unused)
{
    const ore_instrument guarantee = {
        .kind = kind_named("guarantee"),
        .coverage = 0.8,
        .terms = {.interest_rate = 0.06,
                  .treasury_rate = 0.04,
                  .tenor_years = 10,
                  .default_rate = 1.0 - pow(0.98, 10),
                  .recovery_rate = 0.5,
                  .recovery_lag_years = 1}};
    const ore_subsidy cost = ore_credit_subsidy(&guarantee);

    (void)unused;
    expect_near(cost.contingent, 0.8, 1e-12);
    expect_near(cost.expected_called, 0.082925, 1e-6);
    expect_near(cost.expected_loss, 0.041463, 1e-6);
}

static void test_debt_that_cash_flow_serves(void **unused)
{
    /* 100 a year for 10 years at 6 %, cover 1.40: 525.720504. */
    static const double level[] = {100.0}, rising[] = {10.0, 20.0};
    ore_debt_sizing sizing = {.given_m = HUGE_VAL,
                              .n_cash = 1,
                              .cash_flow_m = level,
                              .dscr_min = 1.4,
                              .rate = 0.06,
                              .tenor_years = 10};

    (void)unused;
    expect_near(ore_debt_capacity_m(&sizing), 525.720504, 1e-6);
    sizing.given_m = 500.0;
    expect_near(ore_debt_capacity_m(&sizing), 500.0, 0.0);
    sizing = (ore_debt_sizing){HUGE_VAL, 2, rising, 2.0, 0.0, 3};
    expect_near(ore_debt_capacity_m(&sizing), 25.0, 1e-12);
    sizing.n_cash = 0;
    assert_true(isinf(ore_debt_capacity_m(&sizing)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_check_values),
        cmocka_unit_test(test_a_loan_at_the_treasury_rate_costs_nothing),
        cmocka_unit_test(test_composition_of_a_subsidised_loan),
        cmocka_unit_test(test_what_a_guarantee_may_cost),
        cmocka_unit_test(test_debt_that_cash_flow_serves),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
