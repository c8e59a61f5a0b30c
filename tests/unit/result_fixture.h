/* A small round and a result of it in a file of its own, for tests of result
 * files. */
#ifndef TESTS_UNIT_RESULT_FIXTURE_H
#define TESTS_UNIT_RESULT_FIXTURE_H

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
                                        .first_pair = 0,
                                        .n_pairs = 2},
                                       {.id = "P02",
                                        .name = "Two",
                                        .country = "JP",
                                        .stage = "mine",
                                        .first_option = 1,
                                        .n_options = 1,
                                        .first_pair = 2,
                                        .n_pairs = 1}};
static const ore_pair pairs[] = {
    {.project = 0, .instrument = 0, .subsidy_rate = 1.0},
    {.project = 0, .instrument = 1, .subsidy_rate = 0.1},
    {.project = 1, .instrument = 0, .subsidy_rate = 1.0}};
static const ore_target targets[] = {
    {.material = 0, .market = 0, .target_tpa = targets_tpa, .weight = weights}};
static const ore_supply supplies[] = {
    {.material = 0, .country = "AU", .market = -1, .tpa = supply_tpa}};
static const ore_state states[] = {{0, -1, "2027"}, {1, -1, "2028"}};
static const ore_objective goals[] = {{.name = "shortfall"}};
static const ore_input inputs[] = {
    {.path = "round.ini", .sha256 = "00ff", .rows = 9}};
static const ore_statistics took = {.rows = 12, .nodes = 3, .seconds = 0.5};
static const ore_write_options how = {.version = "0.1.0",
                                      .solver = "GLPK 5.0",
                                      .language = "en",
                                      .statistics = &took};

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
    ore_round round;
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
    result->utilisation[0] = 0.333333333;
    result->utilisation[1] = 1.0;
    result->delivered_tpa[1] = 12345678.901235;
    result->shortfall_tpa[1] = 0.1;
    result->reason[1].kind = ORE_REASON_OUTRANKED;
    result->reason[1].detail = ore_copy("would help, \"others\" help more");
    result->goals[0].value = 0.0025;
    result->goals[0].bound = 0.0025;
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
    fix->round = (ore_round){.name = "Small round",
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
                             .n_pairs = 3,
                             .projects = projects,
                             .options = options,
                             .pairs = pairs,
                             .n_states = 2,
                             .states = states,
                             .respond = -1,
                             .n_targets = 1,
                             .n_supplies = 1,
                             .n_goals = 1,
                             .targets = targets,
                             .supplies = supplies,
                             .goals = goals,
                             .n_inputs = 1,
                             .inputs = inputs};
    fix->result = ore_result_new(&fix->round);
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
        ore_write_json(&fix->round, fix->result, &how, fix->path, fix->diags),
        ORE_OK);
}

#endif
