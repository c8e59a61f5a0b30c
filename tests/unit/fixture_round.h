/* A small round and its portfolio, built by hand: three projects, three
 * instruments, two funders, two materials, two markets, labels in Japanese.
 * P1 (mine) and P2 (refinery) go ahead; P3 does not. */
#ifndef TESTS_UNIT_FIXTURE_ROUND_H
#define TESTS_UNIT_FIXTURE_ROUND_H

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/instrument.h"
#include "orefolio/measure.h"
#include "orefolio/memory.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/statistics.h"

enum { FIXTURE_YEARS = 6, FIXTURE_COMMITS = 2, FIXTURE_TARGETS = 2 };

static const double fixture_amounts[] = {100.0, 40.0, 0.0, 0.0, 0.0, 0.0};
static const double fixture_jogmec[] = {30.0, 30.0, 0.0, 0.0, 0.0, 0.0};
static const double fixture_open[] = {HUGE_VAL, HUGE_VAL};
static const double fixture_ceiling[] = {80.0, HUGE_VAL};
static const double fixture_want[] = {500, 500, 500, 600, 600, 600};
static const double fixture_want_jp[] = {100, 100, 200, 200, 200, 200};
static const double fixture_even[] = {1, 1, 1, 1, 1, 1};
static const double fixture_supply[] = {140, 140, 140, 160, 160, 160};
static const double fixture_ramp[] = {0.5, 1.0};
static const double fixture_spent[] = {1.0};

static const ore_funder fixture_funders[] = {
    {"jp",
     "Japan",
     "日本",
     0.02,
     0.6,
     {"round.ini", 20, 1},
     ORE_YEARS_CALENDAR},
    {"us",
     "United States",
     "米国",
     0.0,
     1.0,
     {"round.ini", 25, 1},
     ORE_YEARS_CALENDAR},
};
static const ore_budget fixture_budgets[] = {
    {"dpa",
     "DPA Title III",
     "国防生産法第3編",
     1,
     fixture_amounts,
     ORE_BASIS_COMMITMENT,
     true,
     {NULL, 0, 1.0},
     {"round.ini", 30, 1},
     NULL,
     {"round.ini", 32, 10}},
    {"jogmec",
     "JOGMEC account",
     "JOGMEC勘定",
     0,
     fixture_jogmec,
     ORE_BASIS_COMMITMENT,
     false,
     {NULL, 0, 1.0},
     {"round.ini", 36, 1},
     NULL,
     {"round.ini", 38, 10}},
};
static const ore_material fixture_materials[] = {
    {.id = "concentrate",
     .mineral = "rare-earths",
     .label = "RE concentrate",
     .label_ja = "レアアース精鉱",
     .price_per_t = __builtin_nan(""),
     .weight = 1.0,
     .gap_cost_m_per_t = __builtin_nan(""),
     .where = {"round.ini", 60, 1}},
    {.id = "ndpr-oxide",
     .mineral = "rare-earths",
     .label = "NdPr oxide",
     .label_ja = "ネオジム・プラセオジム酸化物",
     .price_per_t = 60000.0,
     .weight = 2.0,
     .gap_cost_m_per_t = __builtin_nan(""),
     .where = {"round.ini", 64, 1}},
};
static const ore_market fixture_markets[] = {
    {.id = "JP",
     .label = "Japan",
     .label_ja = "日本",
     .weight = 1.0,
     .funder = -1,
     .delivery_band = __builtin_nan(""),
     .offtake_band = __builtin_nan(""),
     .where = {"round.ini", 70, 1}},
    {.id = "US",
     .label = "United States",
     .label_ja = "米国",
     .weight = 1.0,
     .funder = -1,
     .delivery_band = __builtin_nan(""),
     .offtake_band = __builtin_nan(""),
     .where = {"round.ini", 73, 1}},
};
static const ore_flow fixture_mine[] = {{0, 900.0, 0.0, {"flows.csv", 2, 0}}};
static const ore_flow fixture_refinery[] = {
    {0, 0.0, 1000.0, {0}}, {1, 400.0, 0.0, {"flows.csv", 4, 0}}};

#define FIXTURE_OPTION(p, cost, build, flow_count, flow_list)                  \
    {                                                                          \
        .project = p, .id = "base", .capex_m = cost, .first_year = 2026,       \
        .last_year = 2027, .build_years = build, .n_ramp = 2,                  \
        .ramp = fixture_ramp, .life_years = INT_MAX,                           \
        .success_probability = 1.0, .sponsor_share_min = 0.2,                  \
        .sponsor_equity_max_m = HUGE_VAL, .bank_debt_max_m = HUGE_VAL,         \
        .debt_capacity_m = HUGE_VAL, .debt_share_max = 0.7,                    \
        .public_share_max = 0.6, .grant_share_max = 0.5,                       \
        .instruments_max = INT_MAX, .n_flows = flow_count, .flows = flow_list, \
        .n_spending = 1, .spending_share = fixture_spent, .where = {           \
            "projects.csv",                                                    \
            2 + p,                                                             \
            1                                                                  \
        }                                                                      \
    }

static const ore_option fixture_options[] = {
    FIXTURE_OPTION(0, 120.0, 1, 1, fixture_mine),
    FIXTURE_OPTION(1, 200.0, 2, 2, fixture_refinery),
    FIXTURE_OPTION(2, 500.0, 3, 0, NULL),
};
static const ore_project fixture_projects[] = {
    {.id = "P1",
     .name = "Hill mine",
     .name_ja = "丘陵鉱山",
     .mineral = "rare-earths",
     .stage = "mine",
     .country = "AU",
     .first_option = 0,
     .n_options = 1,
     .first_pair = 0,
     .n_pairs = 2},
    {.id = "P2",
     .name = "=Bay refinery",
     .name_ja = "湾岸製錬所",
     .mineral = "rare-earths",
     .stage = "refining",
     .country = "US",
     .first_option = 1,
     .n_options = 1,
     .first_pair = 2,
     .n_pairs = 2},
    {.id = "P3",
     .name = "Far survey _x0041_",
     .name_ja = "遠方探査",
     .mineral = "rare-earths",
     .stage = "survey",
     .country = "CA",
     .first_option = 2,
     .n_options = 1,
     .first_pair = 4,
     .n_pairs = 0},
};
static const ore_pair fixture_offers[] = {
    {0, 0, 0.0, 60.0, 1.0, {"round.ini", 40, 1}},
    {0, 1, 0.0, 60.0, 0.05, {"round.ini", 46, 1}},
    {1, 0, 0.0, 100.0, 1.0, {"round.ini", 40, 1}},
    {1, 2, 0.0, 80.0, 0.1, {"round.ini", 52, 1}},
};
static const ore_target fixture_targets[] = {
    {.material = 1,
     .market = 0,
     .target_tpa = fixture_want_jp,
     .weight = fixture_even,
     .where = {"targets.csv", 2, 1}},
    {.material = 1,
     .market = 1,
     .target_tpa = fixture_want,
     .weight = fixture_even,
     .where = {"targets.csv", 3, 1}},
};
static const ore_supply fixture_supplies[] = {
    {.material = 1,
     .country = "AU",
     .market = -1,
     .tpa = fixture_supply,
     .where = {"supply.csv", 2, 1},
     .stage = "",
     .budget = -1,
     .asset = ""},
};
static const ore_state fixture_moments[] = {
    {0, -1, "2028"}, {1, -1, "2029"}, {2, -1, "2030"},
    {3, -1, "2031"}, {4, -1, "2032"}, {5, -1, "2033"},
};
static const ore_objective fixture_goals[] = {
    {.name = "shortfall",
     .attribute = -1,
     .tolerance = 0.005,
     .discount_rate = 0.03,
     .gap = 0.001,
     .limit = __builtin_nan(""),
     .where = {"round.ini", 80, 1}},
    {.name = "budget_cost",
     .attribute = -1,
     .discount_rate = 0.03,
     .gap = 0.001,
     .limit = __builtin_nan(""),
     .where = {"round.ini", 80, 1}},
};
extern const ore_measure ore_measure_capex;
static const ore_rule fixture_rules[] = {
    {.id = "au-share",
     .label = "Australian share",
     .label_ja = "豪州比率",
     .measure = &ore_measure_capex,
     .attribute = -1,
     .years = {2026, 2027},
     .min = -HUGE_VAL,
     .max = HUGE_VAL,
     .min_share = __builtin_nan(""),
     .max_share = 1.0,
     .per_attribute = -1,
     .penalty = __builtin_nan(""),
     .where = {"round.ini", 90, 1}},
};
static const ore_input fixture_inputs[] = {
    {"round.ini",
     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 92,
     NULL},
    {"projects.csv",
     "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9", 3,
     NULL},
};
/* Filled by fixture_round, as its kinds are addresses of other files. */
static ore_instrument fixture_instruments[3];

static ore_instrument fixture_instrument(const char *id, const char *label,
                                         const char *label_ja, const char *kind,
                                         int funder)
{
    ore_instrument made = {.id = id,
                           .label = label,
                           .label_ja = label_ja,
                           .funder = funder,
                           .budget = 1 - funder,
                           .ceiling_m = fixture_open,
                           .ceiling_total_m = HUGE_VAL,
                           .ticket_max_m = HUGE_VAL,
                           .share_max = 0.6,
                           .coverage = 1.0,
                           .stake_max = 1.0,
                           .where = {"round.ini", 40, 1}};

    for (int i = 0; ore_instrument_kinds[i]; i++) {
        if (strcmp(ore_instrument_kinds[i]->name, kind) == 0) {
            made.kind = ore_instrument_kinds[i];
        }
    }
    made.subsidy_rate = kind[0] == 'l' ? 0.05 : 1.0;
    return made;
}

/** The round; nothing to free. */
static const ore_currency fixture_currencies[] = {
    {"JPY", 150.0, 1.0 / 150.0, false, {0}}, {"USD", 1.0, 1.0, false, {0}}};

static ore_round fixture_round(void)
{
    fixture_instruments[0] = fixture_instrument("us-grant", "DPA grant",
                                                "国防生産法補助金", "grant", 1);
    fixture_instruments[1] =
        fixture_instrument("jp-loan", "JOGMEC loan", "JOGMEC融資", "loan", 0);
    fixture_instruments[2] = fixture_instrument(
        "jp-guarantee", "NEXI guarantee", "NEXI保険", "guarantee", 0);
    fixture_instruments[2].coverage = 0.8;
    fixture_instruments[2].subsidy_rate = 0.1;
    fixture_instruments[2].ceiling_m = fixture_ceiling;
    return (ore_round){.name = "Autumn round",
                       .name_ja = "秋季ラウンド",
                       .currency = "USD",
                       .scenario = "base",
                       .n_currencies = 2,
                       .currencies = fixture_currencies,
                       .horizon = {2028, 2033},
                       .commit = {2026, 2027},
                       .n_years = FIXTURE_YEARS,
                       .n_commit = FIXTURE_COMMITS,
                       .n_budget_years = 6,
                       .decide_by = "2026-07-14",
                       .discount_rate = 0.03,
                       .price_year = 2025,
                       .screening = {0.25, ORE_PENDING_WAIT},
                       .n_funders = 2,
                       .n_budgets = 2,
                       .n_instruments = 3,
                       .n_materials = 2,
                       .n_markets = 2,
                       .funders = fixture_funders,
                       .budgets = fixture_budgets,
                       .instruments = fixture_instruments,
                       .materials = fixture_materials,
                       .markets = fixture_markets,
                       .n_projects = 3,
                       .n_options = 3,
                       .n_pairs = 4,
                       .projects = fixture_projects,
                       .options = fixture_options,
                       .pairs = fixture_offers,
                       .n_states = FIXTURE_YEARS,
                       .states = fixture_moments,
                       .respond = -1,
                       .n_targets = FIXTURE_TARGETS,
                       .n_supplies = 1,
                       .n_rules = 1,
                       .n_goals = 2,
                       .targets = fixture_targets,
                       .supplies = fixture_supplies,
                       .rules = fixture_rules,
                       .goals = fixture_goals,
                       .time_limit_s = 60.0,
                       .gap = 0.001,
                       .seed = 1,
                       .title = "Autumn round",
                       .language = "en",
                       .money = "USD",
                       .n_inputs = 2,
                       .inputs = fixture_inputs};
}

/** Its portfolio; end with ore_result_free. P1 in 2026: grant 60, loan 20,
 * bank debt 10, sponsor 30. P2 in 2027: grant 80, guaranteed debt 40, other
 * bank debt 20, sponsor 60. */
static ore_result *fixture_result(const ore_round *round)
{
    ore_result *result = ore_result_new(round);
    const double made[FIXTURE_YEARS] = {0, 200, 400, 400, 400, 400};

    result->status = ORE_OK;
    result->has_portfolio = true;
    result->option[0] = 0;
    result->option[1] = 1;
    result->option[2] = -1;
    result->year[0] = 2026;
    result->year[1] = 2027;
    result->year[2] = 0;
    result->face_m[0] = 60.0;
    result->face_m[1] = 20.0;
    result->face_m[2] = 80.0;
    result->face_m[3] = 40.0;
    result->debt_m[0] = 10.0;
    result->debt_m[1] = 60.0;
    result->equity_m[0] = 30.0;
    result->equity_m[1] = 60.0;
    for (int t = 0; t < FIXTURE_YEARS; t++) {
        const double all = made[t] + fixture_supply[t];
        const double japan = fmin(fixture_want_jp[t], all);

        result->utilisation[t] = made[t] / 400.0;
        result->utilisation[FIXTURE_YEARS + t] = made[t] / 400.0;
        result->delivered_tpa[t] = japan;
        result->delivered_tpa[FIXTURE_YEARS + t] =
            fmin(fixture_want[t], all - japan);
        result->shortfall_tpa[t] = fixture_want_jp[t] - japan;
        result->shortfall_tpa[FIXTURE_YEARS + t] =
            fixture_want[t] - result->delivered_tpa[FIXTURE_YEARS + t];
    }
    result->reason[2].kind = ORE_REASON_NO_GAIN;
    result->reason[2].detail =
        ore_copy("costs 500.0 USD m of which 300.0 public; no target lacks "
                 "what it makes");
    return result;
}

/* What solving it took. */
static const ore_statistics fixture_statistics = {.rows = 120,
                                                  .columns = 90,
                                                  .integers = 6,
                                                  .nonzeros = 400,
                                                  .rows_checked = 120,
                                                  .rules_checked = 77};

#endif
