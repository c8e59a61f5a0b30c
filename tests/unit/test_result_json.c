/* The result file: written and read back. */
#include "result_fixture.h"

static void same_double(double a, double b)
{
    assert_true(a == b);
}

static void reads_back_equal(void **state)
{
    fixture *fix = *state;
    ore_result *back = NULL;

    write_it(fix);
    assert_int_equal(ore_read_result(fix->path, &fix->round, fix->diags, &back),
                     ORE_OK);
    assert_int_equal(ore_diags_warnings(fix->diags), 0);
    assert_int_equal(back->status, ORE_OK);
    assert_true(back->has_portfolio);
    for (int p = 0; p < 2; p++) {
        assert_int_equal(back->option[p], fix->result->option[p]);
        assert_int_equal(back->year[p], fix->result->year[p]);
        same_double(back->equity_m[p], fix->result->equity_m[p]);
        same_double(back->debt_m[p], fix->result->debt_m[p]);
        for (int t = 0; t < 2; t++) {
            same_double(back->utilisation[p * 2 + t],
                        fix->result->utilisation[p * 2 + t]);
        }
    }
    for (int f = 0; f < 3; f++) {
        same_double(back->face_m[f], fix->result->face_m[f]);
    }
    same_double(back->delivered_tpa[1], fix->result->delivered_tpa[1]);
    same_double(back->shortfall_tpa[1], fix->result->shortfall_tpa[1]);
    same_double(back->goals[0].value, 0.0025);
    assert_string_equal(back->reason[1].detail, fix->result->reason[1].detail);
    assert_int_equal(back->reason[1].kind, ORE_REASON_OUTRANKED);
    ore_result_free(back);
}

/* What is not proven does not come back as proven. */
static void unknown_stays_unknown(void **state)
{
    fixture *fix = *state;
    ore_result *back = NULL;

    fix->result->goals[0].bound = fix->result->goals[0].gap = nan("");
    write_it(fix);
    assert_int_equal(ore_read_result(fix->path, &fix->round, fix->diags, &back),
                     ORE_OK);
    assert_true(isnan(back->goals[0].bound));
    assert_true(isnan(back->goals[0].gap));
    ore_result_free(back);
}

static void budgets_carry_over(void **state)
{
    fixture *fix = *state;
    write_it(fix);
    char *text = written(fix);

    /* Nothing of the first year is used, so all of it is there in the next. */
    assert_non_null(strstr(text, "\"available\": 150.0"));
    assert_non_null(strstr(text, "\"used\": 23.133457"));
    assert_non_null(strstr(text, "\"bank_debt\": 20.0,"));
    assert_non_null(strstr(text, "\"guaranteed_debt\": 30.1"));
    assert_non_null(strstr(text, "\"seconds\": 0.5"));
    free(text);
}

static void infeasible_says_why(void **state)
{
    fixture *fix = *state;
    ore_result *empty = ore_result_new(&fix->round), *back = NULL;

    empty->status = ORE_INFEASIBLE;
    empty->n_conflicts = 1;
    empty->conflict_where = ore_alloc(1, sizeof *empty->conflict_where);
    empty->conflict_text = ore_alloc(1, sizeof *empty->conflict_text);
    empty->conflict_where[0] = (ore_where){"round.ini", 7, 1};
    empty->conflict_text[0] = ore_copy("budget dpa 2026");
    empty->conflict_text_ja = ore_alloc(1, sizeof *empty->conflict_text_ja);
    empty->conflict_text_ja[0] = ore_copy("2026");
    assert_int_equal(
        ore_write_json(&fix->round, empty, &how, fix->path, fix->diags),
        ORE_OK);
    char *text = written(fix);
    assert_non_null(strstr(text, "\"status\": \"infeasible\""));
    assert_non_null(strstr(text, "\"value\": null"));
    assert_non_null(strstr(text, "\"portfolio\": []"));
    assert_non_null(strstr(text, "\"text\": \"budget dpa 2026\""));
    free(text);
    assert_int_equal(ore_read_result(fix->path, &fix->round, fix->diags, &back),
                     ORE_OK);
    assert_int_equal(back->status, ORE_INFEASIBLE);
    assert_false(back->has_portfolio);
    ore_result_free(back);
    /* Rounds with stockpiles have no list of them where there is none. */
    const ore_stockpile store = {.id = "store"};
    ore_round round = fix->round;

    round.stockpiles = &store;
    round.n_stockpiles = 1;
    assert_int_equal(ore_read_result(fix->path, &round, fix->diags, &back),
                     ORE_OK);
    ore_result_free(back);
    ore_result_free(empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_back_equal, set_up, tear_down),
        cmocka_unit_test_setup_teardown(unknown_stays_unknown, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(budgets_carry_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(infeasible_says_why, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
