/* A whole round: defaults, interpolation, overlays, order. */
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "near.h"
#include "read/read.h"

static const char *const files[][2] = {
    {"round.ini", "[round]\nname = R\nhorizon = 2026-2030\n"
                  "commit = 2026-2027\n"
                  "[tables]\nprojects = projects.csv\noptions = options.csv\n"
                  "flows = flows.csv\ntargets = targets.csv\n"
                  "offers = offers.csv\n"
                  "[funder US]\n"
                  "[budget b]\nfunder = US\namount = 2026:40 2028-2029:10\n"
                  "[instrument loan]\nkind = loan\nfunder = US\nbudget = b\n"
                  "subsidy_rate = 0.1\nshare_max = 0.5\n"
                  "[instrument grant]\nkind = grant\nfunder = US\n"
                  "for = country:JP\nceiling = 2027:7\n"
                  "[stacking]\npublic_share_max = 0.6\n"
                  "[material ore]\n[material metal]\nweight = 3\n"},
    {"projects.csv", "country,id,name,mineral,stage,capex,bank_debt_max,"
                     "public_share_max,x_jobs\n"
                     "JP,B,Refinery,nickel,refining,80,10,,5\n"
                     "AU,A,Mine,nickel,mine,100,10,0.4,\n"},
    {"options.csv", "project,option,capex\nA,slow,60\nA,fast,120\n"},
    {"flows.csv", "project,option,material,output_tpa,input_tpa\n"
                  "A,,ore,10,\nA,fast,ore,12,\nB,,metal,5,\nB,,ore,,6\n"},
    {"targets.csv", "material,market,year,target_tpa,weight,note_owner,"
                    "note_as_of,note_reliability\n"
                    "metal,JP,2029,8,,METI,2026-03,B\n"
                    "metal,JP,2027,4,2,,,\n"},
    {"offers.csv", "project,instrument,min,max,subsidy_rate\n"
                   "A,loan,5,100,0.2\n"},
};

static ore_round *read_with(const ore_read_options *asked)
{
    char folder[] = "/tmp/ore_read_XXXXXX", path[200];
    ore_diags *diags = ore_diags_new();
    ore_round *round = NULL;

    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i][0]);
        FILE *out = fopen(path, "w");

        assert_non_null(out);
        fputs(files[i][1], out);
        fclose(out);
    }
    snprintf(path, sizeof path, "%s/round.ini", folder);
    const ore_status status = ore_read_round_file(path, asked, diags, &round);

    ore_diags_print(diags, stderr);
    assert_int_equal(status, ORE_OK);
    ore_diags_free(diags);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i][0]);
        unlink(path);
    }
    rmdir(folder);
    return round;
}

static ore_round *read_all(void)
{
    const ore_read_options nothing = {0};

    return read_with(&nothing);
}

static void test_round(void **state)
{
    ore_round *round = read_all();

    (void)state;
    assert_string_equal(round->currency, "USD");
    assert_int_equal(round->n_budget_years, 5);
    expect_near(round->budgets[0].amount_m[0], 40.0, 1e-12);
    expect_near(round->budgets[0].amount_m[1], 0.0, 1e-12);
    expect_near(round->budgets[0].amount_m[3], 10.0, 1e-12);
    assert_string_equal(round->instruments[0].id, "grant");
    assert_true(isinf(round->instruments[0].ceiling_m[0]));
    expect_near(round->instruments[0].ceiling_m[1], 7.0, 1e-12);
    assert_int_equal(round->instruments[0].budget, -1);
    assert_int_equal(round->n_inputs, 6);
    assert_string_equal(round->inputs[0].path, "round.ini");
    assert_int_equal(round->n_goals, 2);
    assert_string_equal(round->goals[0].name, "shortfall");
    ore_round_free(round);
}

static void test_projects(void **state)
{
    ore_round *round = read_all();
    const ore_option *fast = &round->options[0], *base = &round->options[2];

    (void)state;
    assert_string_equal(round->projects[0].id, "A");
    assert_int_equal(round->projects[0].n_options, 2);
    assert_string_equal(fast->id, "fast");
    expect_near(fast->capex_m, 120.0, 1e-12);
    expect_near(fast->public_share_max, 0.4, 1e-12);
    expect_near(base->public_share_max, 0.6, 1e-12);
    assert_int_equal(base->instruments_max, INT_MAX);
    assert_int_equal(base->last_year, 2027);
    expect_near(base->attributes[0], 5.0, 1e-12);
    expect_near(fast->flows[0].output_tpa, 12.0, 1e-12);
    expect_near(round->options[1].flows[0].output_tpa, 10.0, 1e-12);
    assert_int_equal(base->n_flows, 2);
    /* A takes what it lists, B every instrument that is for it. */
    assert_int_equal(round->n_pairs, 3);
    expect_near(round->pairs[0].max_m, 60.0, 1e-12);
    expect_near(round->pairs[0].subsidy_rate, 0.2, 1e-12);
    expect_near(round->pairs[2].max_m, 40.0, 1e-12);
    ore_round_free(round);
}

static void test_targets(void **state)
{
    static const double target_tpa[] = {4, 4, 6, 8, 8};
    static const double weights[] = {6, 6, 4.5, 3, 3};
    ore_round *round = read_all();

    (void)state;
    assert_int_equal(round->n_targets, 1);
    for (int t = 0; t < 5; t++) {
        expect_near(round->targets[0].target_tpa[t], target_tpa[t], 1e-12);
        expect_near(round->targets[0].weight[t], weights[t], 1e-12);
    }
    ore_round_free(round);
}

static void expect_changed(const ore_changed *changed, const char *address,
                           const char *before, const char *after)
{
    assert_string_equal(changed->address, address);
    assert_string_equal(changed->before, before);
    assert_string_equal(changed->after, after);
}

/* Patterns are spelled out; what is changed twice stands once. */
static void test_changed(void **state)
{
    static const char *sets[] = {"projects.*.capex=*2",
                                 "projects.A.capex=+5",
                                 "targets.metal.target_tpa=+1",
                                 "instrument loan.share_max=0.4",
                                 "solver.seed=7",
                                 "flows.A/ore.output_tpa=9"};
    const ore_read_options asked = {.n_sets = 6, .sets = sets};
    ore_round *round = read_with(&asked);

    (void)state;
    assert_int_equal(round->n_adjustments, 6);
    assert_int_equal(round->n_changed, 8);
    expect_changed(&round->changed[0], "flows.A/ore.output_tpa", "10", "9");
    expect_changed(&round->changed[1], "flows.A/ore/fast.output_tpa", "12",
                   "9");
    expect_changed(&round->changed[2], "instrument loan.share_max", "0.5",
                   "0.4");
    expect_changed(&round->changed[3], "projects.A.capex", "100", "205");
    expect_changed(&round->changed[4], "projects.B.capex", "80", "160");
    expect_changed(&round->changed[5], "solver.seed", "", "7");
    expect_changed(&round->changed[6], "targets.metal/JP/2027.target_tpa", "4",
                   "5");
    expect_changed(&round->changed[7], "targets.metal/JP/2029.target_tpa", "8",
                   "9");
    assert_int_equal(round->changed[3].where.line, 0);
    ore_round_free(round);
}

static void test_evidence(void **state)
{
    ore_round *round = read_all();

    (void)state;
    assert_int_equal(round->n_evidence, 1);
    assert_string_equal(round->evidence[0].owner, "METI");
    assert_string_equal(round->evidence[0].as_of, "2026-03");
    assert_string_equal(round->evidence[0].reliability, "B");
    assert_string_equal(round->evidence[0].source, "");
    assert_string_equal(round->evidence[0].address,
                        "targets.metal/JP/2029.target_tpa");
    assert_string_equal(round->evidence[0].value, "8");
    assert_int_equal(round->evidence[0].where.line, 2);
    ore_round_free(round);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round),    cmocka_unit_test(test_projects),
        cmocka_unit_test(test_targets),  cmocka_unit_test(test_changed),
        cmocka_unit_test(test_evidence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
