/* The result file: written and read back, and refused when it is not one. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "near.h"
#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "read/read.h"
#include "write/write.h"

/* A plan of two projects, three instruments and one target over two years. */
static const double amounts_m[] = {100.0, 50.0, 0.0};
static const double targets_tpa[] = {0.0, 40.0};
static const double weights[] = {1.0, 1.0};
static const double supply_tpa[] = {3.0, 4.0};
static const double all_at_once[] = {1.0};
static const ore_funder funders[] = {{.id = "us", .label = "us"}};
static const ore_budget budgets[] = {
    {.id = "dpa", .amount_m = amounts_m, .carry_over = true}};
static const ore_material materials[] = {{.id = "oxide", .mineral = "re"}};
static const ore_market markets[] = {{.id = "JP"}};
static const ore_option options[] = {{.project = 0,
                                      .id = "base",
                                      .capex_m = 100.0,
                                      .life_years = INT_MAX,
                                      .n_spending = 1,
                                      .spending_share = all_at_once},
                                     {.project = 1,
                                      .id = "base",
                                      .capex_m = 10.0,
                                      .life_years = INT_MAX,
                                      .n_spending = 1,
                                      .spending_share = all_at_once}};
static const ore_project projects[] = {{.id = "P01",
                                        .name = "One",
                                        .country = "AU",
                                        .stage = "mine",
                                        .first_option = 0,
                                        .n_options = 1,
                                        .first_offer = 0,
                                        .n_offers = 2},
                                       {.id = "P02",
                                        .name = "Two",
                                        .country = "JP",
                                        .stage = "mine",
                                        .first_option = 1,
                                        .n_options = 1,
                                        .first_offer = 2,
                                        .n_offers = 1}};
static const ore_offer offers[] = {
    {.project = 0, .instrument = 0, .subsidy_rate = 1.0},
    {.project = 0, .instrument = 1, .subsidy_rate = 0.1},
    {.project = 1, .instrument = 0, .subsidy_rate = 1.0}};
static const ore_target targets[] = {
    {.material = 0, .market = 0, .target_tpa = targets_tpa, .weight = weights}};
static const ore_supply supplies[] = {
    {.material = 0, .country = "AU", .market = -1, .tpa = supply_tpa}};
static const ore_moment moments[] = {{0, -1, "2027"}, {1, -1, "2028"}};
static const ore_goal_use goals[] = {{.name = "shortfall"}};
static const ore_input inputs[] = {
    {.path = "round.ini", .sha256 = "00ff", .rows = 9}};
static const ore_write_options how = {
    .version = "0.1.0", .solver = "GLPK 5.0", .options = "", .language = "en"};

static const ore_instrument_kind *kind_of(ore_source source)
{
    int k = 0;

    while (ore_instrument_kinds[k]->source != source) {
        k++;
    }
    return ore_instrument_kinds[k];
}

typedef struct fixture {
    ore_instrument instruments[2];
    ore_plan plan;
    ore_result *result;
    ore_diags *diags;
    char path[64];
} fixture;

static void fill(ore_result *result)
{
    result->status = ORE_OK;
    result->has_portfolio = true;
    result->option[0] = 0;
    result->option[1] = -1;
    result->year[0] = 2027;
    result->face_m[0] = 20.123457;
    result->face_m[1] = 30.1;
    result->equity_m[0] = 29.776543;
    result->debt_m[0] = 50.1;
    result->use[0] = 0.333333333;
    result->use[1] = 1.0;
    result->delivered_tpa[1] = 12345678.901235;
    result->shortfall_tpa[1] = 0.1;
    result->reason[1].kind = ORE_REASON_OUTRANKED;
    result->reason[1].detail = ore_copy("would help, \"others\" help more");
    result->goals[0].value = 0.0025;
    result->goals[0].bound = 0.0025;
    result->rows = 12;
    result->nodes = 3;
    result->seconds = 0.5;
}

static int set_up(void **state)
{
    fixture *fix = ore_alloc(1, sizeof *fix);
    const ore_instrument grant = {.id = "grant",
                                  .kind = kind_of(ORE_SOURCE_GRANT)};
    const ore_instrument cover = {.id = "cover",
                                  .kind = kind_of(ORE_SOURCE_NONE)};

    fix->instruments[0] = grant;
    fix->instruments[1] = cover;
    fix->plan = (ore_plan){.name = "Small round",
                           .currency = "USD",
                           .scenario = "base",
                           .horizon = {2027, 2028},
                           .commit = {2026, 2027},
                           .n_years = 2,
                           .n_commit = 2,
                           .n_budget_years = 3,
                           .n_funders = 1,
                           .n_budgets = 1,
                           .n_instruments = 2,
                           .n_materials = 1,
                           .n_markets = 1,
                           .funders = funders,
                           .budgets = budgets,
                           .instruments = fix->instruments,
                           .materials = materials,
                           .markets = markets,
                           .n_projects = 2,
                           .n_options = 2,
                           .n_offers = 3,
                           .projects = projects,
                           .options = options,
                           .offers = offers,
                           .n_moments = 2,
                           .moments = moments,
                           .respond = -1,
                           .n_targets = 1,
                           .n_supplies = 1,
                           .n_goals = 1,
                           .targets = targets,
                           .supplies = supplies,
                           .goals = goals,
                           .n_inputs = 1,
                           .inputs = inputs};
    fix->result = ore_result_new(&fix->plan);
    fill(fix->result);
    fix->diags = ore_diags_new();
    snprintf(fix->path, sizeof fix->path, "/tmp/ore_json_XXXXXX");
    close(mkstemp(fix->path));
    *state = fix;
    return 0;
}

static int tear_down(void **state)
{
    fixture *fix = *state;

    unlink(fix->path);
    ore_diags_free(fix->diags);
    ore_result_free(fix->result);
    free(fix);
    return 0;
}

static char *written(const fixture *fix)
{
    char *text = ore_alloc(1 << 16, 1);
    FILE *file = fopen(fix->path, "rb");

    assert_non_null(file);
    assert_true(fread(text, 1, (1 << 16) - 1, file) > 0);
    fclose(file);
    return text;
}

static void write_it(fixture *fix)
{
    assert_int_equal(
        ore_write_json(&fix->plan, fix->result, &how, fix->path, fix->diags),
        ORE_OK);
}

static void same_double(double a, double b)
{
    assert_true(a == b);
}

static void reads_back_equal(void **state)
{
    fixture *fix = *state;
    ore_result *back = NULL;

    write_it(fix);
    assert_int_equal(ore_read_result(fix->path, &fix->plan, fix->diags, &back),
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
            same_double(back->use[p * 2 + t], fix->result->use[p * 2 + t]);
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
    assert_int_equal(ore_read_result(fix->path, &fix->plan, fix->diags, &back),
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
    ore_result *empty = ore_result_new(&fix->plan), *back = NULL;

    empty->status = ORE_INFEASIBLE;
    empty->n_conflicts = 1;
    empty->conflict_where = ore_alloc(1, sizeof *empty->conflict_where);
    empty->conflict_text = ore_alloc(1, sizeof *empty->conflict_text);
    empty->conflict_where[0] = (ore_where){"round.ini", 7, 1};
    empty->conflict_text[0] = ore_copy("budget dpa 2026");
    assert_int_equal(
        ore_write_json(&fix->plan, empty, &how, fix->path, fix->diags), ORE_OK);
    char *text = written(fix);
    assert_non_null(strstr(text, "\"status\": \"infeasible\""));
    assert_non_null(strstr(text, "\"value\": null"));
    assert_non_null(strstr(text, "\"portfolio\": []"));
    assert_non_null(strstr(text, "\"text\": \"budget dpa 2026\""));
    free(text);
    assert_int_equal(ore_read_result(fix->path, &fix->plan, fix->diags, &back),
                     ORE_OK);
    assert_int_equal(back->status, ORE_INFEASIBLE);
    assert_false(back->has_portfolio);
    ore_result_free(back);
    /* Rounds with stockpiles have no list of them where there is none. */
    const ore_stockpile store = {.id = "store"};
    ore_plan plan = fix->plan;

    plan.stockpiles = &store;
    plan.n_stockpiles = 1;
    assert_int_equal(ore_read_result(fix->path, &plan, fix->diags, &back),
                     ORE_OK);
    ore_result_free(back);
    ore_result_free(empty);
}

/* Write the file with the first `from` replaced by `to`, and read it. */
static void refused(fixture *fix, const char *from, const char *to,
                    const char *message)
{
    ore_result *back = NULL;
    char *said = NULL;
    size_t length;
    ore_diags *diags = ore_diags_new();

    write_it(fix);
    char *text = written(fix), *at = strstr(text, from);
    assert_non_null(at);
    FILE *file = fopen(fix->path, "wb");
    fprintf(file, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    fclose(file);
    free(text);
    assert_int_equal(ore_read_result(fix->path, &fix->plan, diags, &back),
                     ORE_BAD_INPUT);
    assert_null(back);
    FILE *out = open_memstream(&said, &length);
    ore_diags_print(diags, out);
    fclose(out);
    if (!strstr(said, message)) {
        fail_msg("'%s' is not in '%s'", message, said);
    }
    free(said);
    ore_diags_free(diags);
}

static void mistakes_are_refused(void **state)
{
    fixture *fix = *state;

    refused(fix, "\"P01\"", "\"P09\"", "unknown project 'P09'");
    refused(fix, "\"option\": \"base\"", "\"option\": \"big\"",
            "unknown option 'big'");
    refused(fix, "\"instrument\": \"grant\"", "\"instrument\": \"loan\"",
            "unknown instrument 'loan'");
    refused(fix, "\"year\": 2027", "\"year\": 2035",
            "year is 2035, expected 2026 to 2027");
    refused(fix, "\"face\": 20.123457", "\"face\": \"20\"",
            "'face' is not a number");
    refused(fix, "\"optimal\"", "\"best\"", "unknown status 'best'");
    refused(fix, "result/1", "result/2", "unknown format");
    refused(fix, "\"market\": \"JP\"", "\"market\": \"US\"",
            "no target of 'oxide' for market 'US'");
    refused(fix, "\"portfolio\"", "\"portfolios\"", "'portfolio' is missing");
    refused(fix, "\"rejected\": [", "\"rejected\": [[", "");
    refused(fix, "\"kind\": \"outranked\"", "\"kind\": \"outrun\"",
            "unknown kind 'outrun'");
    refused(fix, "\"format\"", "\"status\": 1, \"format\"", "");
}

static void places_are_told(void **state)
{
    fixture *fix = *state;
    char expected[128];

    write_it(fix);
    char *text = written(fix), *at = strstr(text, "\"P01\"");
    int line = 1, column = 1;
    for (const char *c = text; c < at; c++) {
        line += *c == '\n';
        column = *c == '\n' ? 1 : column + 1;
    }
    free(text);
    snprintf(expected, sizeof expected, "%s:%d:%d: error: ", fix->path, line,
             column);
    refused(fix, "\"P01\"", "\"P09\"", expected);
}

static void what_cannot_be_opened(void **state)
{
    fixture *fix = *state;
    ore_result *back = NULL;

    assert_int_equal(
        ore_read_result("/nowhere/r.json", &fix->plan, fix->diags, &back),
        ORE_NO_INPUT);
    assert_int_equal(ore_read_result("/tmp", &fix->plan, fix->diags, &back),
                     ORE_NO_INPUT);
    assert_int_equal(ore_write_json(&fix->plan, fix->result, &how,
                                    "/nowhere/r.json", fix->diags),
                     ORE_NO_OUTPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_back_equal, set_up, tear_down),
        cmocka_unit_test_setup_teardown(unknown_stays_unknown, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(budgets_carry_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(infeasible_says_why, set_up, tear_down),
        cmocka_unit_test_setup_teardown(mistakes_are_refused, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(places_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_opened, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
