/* Random rounds built in memory, for property tests: small, but with every
 * family at work. Seeded; the same seed gives the same round. */
#ifndef TESTS_RANDOM_PLAN_H
#define TESTS_RANDOM_PLAN_H

#include "orefolio/goal.h"
#include "random_projects.h"
#include "random_rules.h"

static const ore_weight_step random_steps[] = {
    {0.0, 1.0}, {0.3, 2.0}, {0.7, 4.0}};

static inline void random_chain(ore_round *round, random_state state)
{
    static const char *const names[] = {"ore", "oxide", "metal"};
    ore_material *materials = ore_alloc(3, sizeof *materials);
    ore_market *markets = ore_alloc(2, sizeof *markets);
    ore_target *targets = ore_alloc(3, sizeof *targets);
    ore_supply *supplies = ore_alloc(4, sizeof *supplies);

    for (int m = 0; m < 3; m++) {
        materials[m] = (ore_material){.id = names[m],
                                      .mineral = "x",
                                      .gap_cost_m_per_t =
                                          chance(state, 0.5) ? 0.5 : nan("")};
        targets[m] = (ore_target){
            .material = m < 2 ? 1 : 2,
            .market = m % 2,
            .target_tpa = random_yearly(state, round->n_years, 0, 200),
            .weight = random_yearly(state, round->n_years, 1, 5),
            .n_steps = chance(state, 0.4) ? ORE_COUNT_OF(random_steps) : 0,
            .steps = random_steps};
    }
    for (int r = 0; r < 2; r++) {
        markets[r] =
            (ore_market){.id = r ? "US" : "JP",
                         .funder = r,
                         .delivery_band = chance(state, 0.4) ? 0.1 : nan(""),
                         .delivery_basis = (unsigned)chance(state, 0.5),
                         .delivery_each = (unsigned)chance(state, 0.5),
                         .delivery_step = 0.25,
                         .offtake_band = chance(state, 0.15) ? 0.3 : nan(""),
                         .offtake_basis = (unsigned)pick(state, 0, 2)};
    }
    for (int i = 0; i < 4; i++) {
        supplies[i] =
            (ore_supply){.material = i % 3,
                         .country = random_countries[pick(state, 0, 2)],
                         .market = chance(state, 0.3) ? pick(state, 0, 1) : -1,
                         .tpa = random_yearly(state, round->n_years, 0, 80),
                         .stage = chance(state, 0.5) ? "mine" : "",
                         .asset = "",
                         .is_optional = chance(state, 0.25),
                         .budget = -1};
        if (supplies[i].is_optional && chance(state, 0.5)) {
            supplies[i].budget = pick(state, 0, round->n_budgets - 1);
            supplies[i].cost_m_per_t = 0.01 * pick(state, 1, 9);
        }
    }
    round->n_materials = round->n_targets = 3;
    round->n_markets = 2;
    round->n_supplies = 4;
    round->materials = materials;
    round->markets = markets;
    round->targets = targets;
    round->supplies = supplies;
}

/* A proposed sale of supply i, which the round decides about. */
static inline void random_asset_sale(ore_round *round, random_state state,
                                     int i)
{
    ore_supply *supplies = ore_alloc(round->n_supplies, sizeof *supplies);
    ore_supply *supply = &supplies[i];
    double *tpa = ore_alloc(round->n_years, sizeof *tpa);
    double *at_risk = ore_alloc(round->n_years, sizeof *at_risk);
    const int s = pick(state, 0, round->n_commit - 1);

    memcpy(supplies, round->supplies,
           (size_t)round->n_supplies * sizeof *supplies);
    for (int t = 0; t < round->n_years; t++) {
        tpa[t] = t < s ? supply->tpa[t] : 0.0;
        at_risk[t] = supply->tpa[t] - tpa[t];
    }
    supply->is_optional = false;
    supply->budget = -1;
    supply->tpa = tpa;
    supply->at_risk = at_risk;
    supply->is_open = true;
    supply->must_answer = chance(state, 0.15);
    supply->sale_on =
        ((const char *const[]){"2026-05-01", "2027-05-01", "2028-05-01"})[s];
    supply->condition_share = 0.1 * pick(state, 2, 8);
    supply->sale_budget = pick(state, 0, round->n_budgets - 1);
    supply->counter_market = pick(state, 0, round->n_markets - 1);
    for (int a = 0; a < ORE_SALE_ANSWERS; a++) {
        supply->answer_cost_m[a] =
            chance(state, 0.7) ? pick(state, 0, 30) : nan("");
    }
    if (isnan(supply->answer_cost_m[ORE_SALE_CONDITIONS]) &&
        isnan(supply->answer_cost_m[ORE_SALE_COUNTER])) {
        supply->answer_cost_m[ORE_SALE_BLOCK] = pick(state, 0, 30);
    }
    round->supplies = supplies;
}

/* Sales of what some options make, to one market or to both. */
static inline void random_sales(ore_round *round, random_state state)
{
    ore_option *options = ore_alloc(round->n_options, sizeof *options);
    ore_sale *sales = ore_alloc(3 * round->n_options, sizeof *sales);
    bool bound = false;

    for (int r = 0; r < round->n_markets; r++) {
        bound |= !isnan(round->markets[r].offtake_band);
    }
    for (int o = 0; o < round->n_options; o++) {
        const double chosen = chance(state, 0.3) ? 0.6 : 0.0;

        options[o] = round->options[o];
        options[o].has_markets = bound || chosen > 0.0;
        for (int i = 0; i < round->n_targets && options[o].has_markets; i++) {
            const ore_target *target = &round->targets[i];
            const ore_flow *made = &options[o].flows[0];

            if (made->material == target->material &&
                (bound || chance(state, chosen))) {
                sales[round->n_sales++] =
                    (ore_sale){.option = o,
                               .material = target->material,
                               .market = target->market,
                               .target = i,
                               .output_tpa = made->output_tpa,
                               .share_min = chance(state, 0.4) ? 0.3 : 0.0};
            }
        }
    }
    round->options = options;
    round->sales = sales;
}

static inline void random_risk(ore_round *round, random_state state)
{
    static const char *const lost[] = {"AU"};
    ore_disruption *all = ore_alloc(2, sizeof *all);
    ore_stockpile *stores = ore_alloc(1, sizeof *stores);

    for (int w = 0; w < 2; w++) {
        const int first = pick(state, 2026, round->horizon.last);

        all[w] = (ore_disruption){
            .id = w ? "w1" : "w0",
            .probability = 0.1 * pick(state, 0, 4),
            .years = {first, pick(state, first, round->horizon.last)},
            .loss = 0.1 * pick(state, 2, 10)};
        if (chance(state, 0.6)) {
            all[w].of.words[ORE_FILTER_COUNTRY].count = 1;
            all[w].of.words[ORE_FILTER_COUNTRY].values = lost;
        }
    }
    stores[0] = (ore_stockpile){
        .id = "store",
        .material = pick(state, 0, 2),
        .budget = pick(state, 0, 1),
        .cost_m_per_t = 0.05 * pick(state, 1, 10),
        .carrying_rate = 0.02 * pick(state, 0, 2),
        .capacity_t = pick(state, 50, 200),
        .buy_max_tpa = chance(state, 0.5) ? pick(state, 20, 80) : HUGE_VAL,
        .release_max_tpa = chance(state, 0.5) ? pick(state, 20, 80) : HUGE_VAL,
        .initial_t = pick(state, 0, 40)};
    round->n_disruptions = 2;
    round->n_stockpiles = chance(state, 0.5);
    round->disruptions = all;
    round->stockpiles = stores;
}

static inline const char *moment_name(int t, int disruption)
{
    char *name = ore_alloc(32, 1);

    (void)snprintf(name, 32, disruption < 0 ? "%d" : "%d,w%d", 2026 + t,
                   disruption);
    return name;
}

/* The years of the round, and again those of each disruption. */
static inline void random_moments(ore_round *round, bool disturbed)
{
    ore_state *states =
        ore_alloc((round->n_disruptions + 1) * round->n_years, sizeof *states);

    for (int t = 0; t < round->n_years; t++) {
        states[round->n_states++] = (ore_state){t, -1, moment_name(t, -1)};
    }
    for (int w = 0; w < round->n_disruptions && disturbed; w++) {
        const ore_years years = round->disruptions[w].years;

        for (int y = years.first; y <= years.last; y++) {
            states[round->n_states++] =
                (ore_state){y - round->horizon.first, w,
                            moment_name(y - round->horizon.first, w)};
        }
    }
    round->states = states;
}

static inline void random_baseline(ore_round *round, random_state state)
{
    int *option = ore_alloc(round->n_projects, sizeof *option);
    int *year = ore_alloc(round->n_projects, sizeof *year);
    int *answer = ore_alloc(round->n_supplies, sizeof *answer);

    for (int i = 0; i < round->n_supplies; i++) {
        answer[i] = -1;
    }
    for (int p = 0; p < round->n_projects; p++) {
        option[p] = chance(state, 0.5) ? round->projects[p].first_option : -1;
        year[p] = option[p] < 0
                      ? 0
                      : pick(state, round->commit.first, round->commit.last);
    }
    round->baseline = (ore_baseline){
        "before.json",
        option,
        year,
        ore_alloc(round->n_pairs, sizeof(double)),
        ore_alloc(round->n_stockpiles * round->n_years, sizeof(double)),
        ore_alloc(round->n_supplies * round->n_years, sizeof(double)),
        answer,
        false};
    round->keep = chance(state, 0.3) ? ORE_KEEP_ALL : ORE_KEEP_NONE;
}

/* Every fourth round asks for shortfall then budget cost; the others for one
 * of every goal there is, then for shortfall. */
static inline void random_goals(ore_round *round, random_state state, int seed)
{
    static const char *const names[] = {"expected_shortfall",
                                        "worst_shortfall",
                                        "cvar_shortfall",
                                        "budget_cost",
                                        "value",
                                        "face",
                                        "private_capital",
                                        "time_to_supply",
                                        "changes",
                                        "x_jobs",
                                        "mix",
                                        "breaches",
                                        "largest_gap",
                                        "leximin_gap",
                                        "targets_met",
                                        "gap_cost",
                                        "net_benefit"};
    ore_objective *goals = ore_alloc(3, sizeof *goals);
    const char *first =
        seed % 4 ? names[pick(state, 0, ORE_COUNT_OF(names) - 1)] : "shortfall";
    const char *second = seed % 4 ? "shortfall" : "budget_cost";

    goals[0] = (ore_objective){.name = first,
                               .attribute = first[0] == 'x' ? 0 : -1,
                               .level = 0.5,
                               .over = (unsigned)pick(state, 0, 2),
                               .discounts_to_output = chance(state, 0.5),
                               .discount_rate = 0.03,
                               .gap = nan(""),
                               .limit = nan("")};
    goals[1] = (ore_objective){.name = second,
                               .attribute = -1,
                               .discount_rate = 0.03,
                               .gap = nan(""),
                               .limit = nan("")};
    if (strcmp(first, "mix") == 0) {
        ore_objective *part = ore_alloc(1, sizeof *part);
        ore_objective_term *terms = ore_alloc(2, sizeof *terms);

        *part = goals[1];
        part->name = "budget_cost";
        terms[0] =
            (ore_objective_term){1.0, &goals[1], ore_objective_goal(&goals[1])};
        terms[1] = (ore_objective_term){0.01, part, ore_objective_goal(part)};
        goals[0].n_terms = 2;
        goals[0].terms = terms;
    }
    round->n_goals = 2;
    if (strcmp(first, "leximin_gap") == 0) {
        goals[2] = goals[1];
        goals[0].rank = 1;
        goals[1] = goals[0];
        goals[1].name = "leximin_gap.2";
        goals[1].rank = 2;
        round->n_goals = 3;
    }
    if (seed % 5 == 0) {
        const ore_objective **limits = ore_alloc(1, sizeof *limits);

        goals[round->n_goals - 1].limit = pick(state, 0, 60);
        limits[0] = &goals[round->n_goals - 1];
        round->limits = limits;
        round->n_limits = 1;
    }
    round->goals = goals;
    random_moments(round, strstr(first, "_shortfall") != NULL);
    if (strcmp(first, "changes") == 0) {
        random_baseline(round, state);
    }
}

static inline void random_links(ore_round *round, random_state state)
{
    ore_link *links = ore_alloc(4, sizeof *links);

    for (int i = 0; i < 4 && round->n_projects > 1; i++) {
        const int p = pick(state, 0, round->n_projects - 2);

        links[round->n_links++] =
            (ore_link){.kind = (ore_link_kind)pick(state, 0, 3),
                       .project = p,
                       .other = pick(state, p + 1, round->n_projects - 1),
                       .lag_years = pick(state, 0, 1),
                       .value_m = pick(state, -5, 9)};
    }
    round->links = links;
}

/** A round of at most 10 projects. Never freed: tests are short. */
static inline ore_round *random_round(int seed)
{
    static const char *const attributes[] = {"x_jobs"};
    ore_round *round = ore_alloc(1, sizeof *round);
    random_state state;

    seed_random(state, seed);
    round->name = "random";
    round->currency = "USD";
    round->n_commit = pick(state, 1, 3);
    round->n_years = pick(state, 3, 5);
    round->n_budget_years = round->n_years;
    round->commit = (ore_years){2026, 2025 + round->n_commit};
    round->horizon = (ore_years){2026, 2025 + round->n_years};
    round->outputs_expected = chance(state, 0.5);
    round->screening.concern_share_max = 1.0;
    round->may_gain = chance(state, 0.5);
    round->respond = -1;
    round->n_attributes = 1;
    round->attributes = attributes;
    random_money(round, state);
    random_projects(round, state, pick(state, 1, 8));
    random_chain(round, state);
    random_links(round, state);
    random_rules(round, state);
    random_sales(round, state);
    random_risk(round, state);
    random_goals(round, state, seed);
    if (seed % 3 == 0) {
        random_offices(round, state);
    }
    if (seed % 3 == 1) {
        random_asset_sale(round, state, pick(state, 0, round->n_supplies - 1));
        random_asset_sale(round, state, seed % round->n_supplies);
    }
    return round;
}

#endif
