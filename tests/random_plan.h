/* Random rounds built in memory, for property tests: small, but with every
 * family at work. Seeded; the same seed gives the same round. */
#ifndef TESTS_RANDOM_PLAN_H
#define TESTS_RANDOM_PLAN_H

#include "random_projects.h"

static inline void random_chain(ore_plan *plan, random_state state)
{
    static const char *const names[] = {"ore", "oxide", "metal"};
    ore_material *materials = ore_alloc(3, sizeof *materials);
    ore_market *markets = ore_alloc(2, sizeof *markets);
    ore_target *targets = ore_alloc(3, sizeof *targets);
    ore_supply *supplies = ore_alloc(4, sizeof *supplies);

    for (int m = 0; m < 3; m++) {
        materials[m] = (ore_material){.id = names[m], .mineral = "x"};
        targets[m] = (ore_target){
            .material = m < 2 ? 1 : 2,
            .market = m % 2,
            .target_tpa = random_yearly(state, plan->n_years, 0, 200),
            .weight = random_yearly(state, plan->n_years, 1, 5)};
    }
    for (int r = 0; r < 2; r++) {
        markets[r] =
            (ore_market){.id = r ? "US" : "JP",
                         .funder = r,
                         .delivery_band = chance(state, 0.4) ? 0.1 : nan(""),
                         .offtake_band = chance(state, 0.15) ? 0.3 : nan(""),
                         .offtake_basis = (unsigned)pick(state, 0, 2)};
    }
    for (int i = 0; i < 4; i++) {
        supplies[i] =
            (ore_supply){.material = i % 3,
                         .country = random_countries[pick(state, 0, 2)],
                         .market = chance(state, 0.3) ? pick(state, 0, 1) : -1,
                         .tpa = random_yearly(state, plan->n_years, 0, 80)};
    }
    plan->n_materials = plan->n_targets = 3;
    plan->n_markets = 2;
    plan->n_supplies = 4;
    plan->materials = materials;
    plan->markets = markets;
    plan->targets = targets;
    plan->supplies = supplies;
}

/* Sales of what some options make, to one market or to both. */
static inline void random_sales(ore_plan *plan, random_state state)
{
    ore_option *options = ore_alloc(plan->n_options, sizeof *options);
    ore_sale *sales = ore_alloc(3 * plan->n_options, sizeof *sales);
    bool bound = false;

    for (int r = 0; r < plan->n_markets; r++) {
        bound |= !isnan(plan->markets[r].offtake_band);
    }
    for (int o = 0; o < plan->n_options; o++) {
        const double chosen = chance(state, 0.3) ? 0.6 : 0.0;

        options[o] = plan->options[o];
        options[o].has_markets = bound || chosen > 0.0;
        for (int i = 0; i < plan->n_targets && options[o].has_markets; i++) {
            const ore_target *target = &plan->targets[i];
            const ore_flow *made = &options[o].flows[0];

            if (made->material == target->material &&
                (bound || chance(state, chosen))) {
                sales[plan->n_sales++] =
                    (ore_sale){.option = o,
                               .material = target->material,
                               .market = target->market,
                               .target = i,
                               .output_tpa = made->output_tpa,
                               .share_min = chance(state, 0.4) ? 0.3 : 0.0};
            }
        }
    }
    plan->options = options;
    plan->sales = sales;
}

static inline void random_risk(ore_plan *plan, random_state state)
{
    static const char *const lost[] = {"AU"};
    ore_disruption *all = ore_alloc(2, sizeof *all);
    ore_stockpile *stores = ore_alloc(1, sizeof *stores);

    for (int w = 0; w < 2; w++) {
        const int first = pick(state, 2026, plan->horizon.last);

        all[w] = (ore_disruption){
            .id = w ? "w1" : "w0",
            .probability = 0.1 * pick(state, 0, 4),
            .years = {first, pick(state, first, plan->horizon.last)},
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
    plan->n_disruptions = 2;
    plan->n_stockpiles = chance(state, 0.5);
    plan->disruptions = all;
    plan->stockpiles = stores;
}

static inline const char *moment_name(int t, int disruption)
{
    char *name = ore_alloc(32, 1);

    (void)snprintf(name, 32, disruption < 0 ? "%d" : "%d,w%d", 2026 + t,
                   disruption);
    return name;
}

/* The years of the round, and again those of each disruption. */
static inline void random_moments(ore_plan *plan, bool disturbed)
{
    ore_moment *moments =
        ore_alloc((plan->n_disruptions + 1) * plan->n_years, sizeof *moments);

    for (int t = 0; t < plan->n_years; t++) {
        moments[plan->n_moments++] = (ore_moment){t, -1, moment_name(t, -1)};
    }
    for (int w = 0; w < plan->n_disruptions && disturbed; w++) {
        const ore_years years = plan->disruptions[w].years;

        for (int y = years.first; y <= years.last; y++) {
            moments[plan->n_moments++] =
                (ore_moment){y - plan->horizon.first, w,
                             moment_name(y - plan->horizon.first, w)};
        }
    }
    plan->moments = moments;
}

static inline void random_baseline(ore_plan *plan, random_state state)
{
    int *option = ore_alloc(plan->n_projects, sizeof *option);
    int *year = ore_alloc(plan->n_projects, sizeof *year);

    for (int p = 0; p < plan->n_projects; p++) {
        option[p] = chance(state, 0.5) ? plan->projects[p].first_option : -1;
        year[p] = option[p] < 0
                      ? 0
                      : pick(state, plan->commit.first, plan->commit.last);
    }
    plan->baseline = (ore_baseline){
        "before.json", option, year, ore_alloc(plan->n_offers, sizeof(double)),
        ore_alloc(plan->n_stockpiles * plan->n_years, sizeof(double))};
    plan->keep = chance(state, 0.3) ? ORE_KEEP_ALL : ORE_KEEP_NONE;
}

/* Every fourth round asks for shortfall then budget cost; the others for one
 * of every goal there is, then for shortfall. */
static inline void random_goals(ore_plan *plan, random_state state, int seed)
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
                                        "mix"};
    ore_goal_use *goals = ore_alloc(2, sizeof *goals);
    const char *first = seed % 4 ? names[pick(state, 0, 10)] : "shortfall";
    const char *second = seed % 4 ? "shortfall" : "budget_cost";

    goals[0] = (ore_goal_use){.name = first,
                              .attribute = first[0] == 'x' ? 0 : -1,
                              .level = 0.5,
                              .discount_rate = 0.03,
                              .gap = nan(""),
                              .limit = nan("")};
    goals[1] = (ore_goal_use){.name = second,
                              .attribute = -1,
                              .discount_rate = 0.03,
                              .gap = nan(""),
                              .limit = nan("")};
    if (strcmp(first, "mix") == 0) {
        ore_goal_use *part = ore_alloc(1, sizeof *part);
        ore_goal_term *terms = ore_alloc(2, sizeof *terms);

        *part = goals[1];
        part->name = "budget_cost";
        terms[0] = (ore_goal_term){1.0, &goals[1]};
        terms[1] = (ore_goal_term){0.01, part};
        goals[0].n_terms = 2;
        goals[0].terms = terms;
    }
    if (seed % 5 == 0) {
        const ore_goal_use **limits = ore_alloc(1, sizeof *limits);

        goals[1].limit = pick(state, 0, 60);
        limits[0] = &goals[1];
        plan->limits = limits;
        plan->n_limits = 1;
    }
    plan->n_goals = 2;
    plan->goals = goals;
    random_moments(plan, strstr(first, "_shortfall") != NULL);
    if (strcmp(first, "changes") == 0) {
        random_baseline(plan, state);
    }
}

static inline void random_links(ore_plan *plan, random_state state)
{
    ore_link *links = ore_alloc(4, sizeof *links);

    for (int i = 0; i < 4 && plan->n_projects > 1; i++) {
        const int p = pick(state, 0, plan->n_projects - 2);

        links[plan->n_links++] =
            (ore_link){.kind = (ore_link_kind)pick(state, 0, 3),
                       .project = p,
                       .other = pick(state, p + 1, plan->n_projects - 1),
                       .lag_years = pick(state, 0, 1),
                       .value_m = pick(state, -5, 9)};
    }
    plan->links = links;
}

static inline void random_rules(ore_plan *plan, random_state state)
{
    static const char *const mines[] = {"mine"};
    ore_rule *rules = ore_alloc(2, sizeof *rules);

    for (int i = 0; i < 2; i++) {
        const ore_measure measure = (ore_measure)pick(state, 0, 6);

        rules[i] = (ore_rule){
            .id = i ? "r1" : "r0",
            .measure = measure,
            .attribute = measure == ORE_MEASURE_ATTRIBUTE ? 0 : -1,
            .each_country = chance(state, 0.3),
            .years =
                measure == ORE_MEASURE_SUPPLY ? plan->horizon : plan->commit,
            .min = nan(""),
            .max = chance(state, 0.4) ? pick(state, 1, 100) : nan(""),
            .min_share = nan(""),
            .max_share =
                chance(state, 0.6) ? 0.1 * pick(state, 4, 9) : nan("")};
        if (chance(state, 0.3)) {
            int *conditional = ore_alloc(1, sizeof *conditional);

            *conditional = pick(state, 0, plan->n_projects - 1);
            rules[i].n_conditional = 1;
            rules[i].conditional = conditional;
        }
        if (chance(state, 0.5)) {
            rules[i].of.words[ORE_FILTER_STAGE].count = 1;
            rules[i].of.words[ORE_FILTER_STAGE].values = mines;
        }
    }
    plan->n_rules = 2;
    plan->rules = rules;
}

/** A round of at most 10 projects. Never freed: tests are short. */
static inline ore_plan *random_plan(int seed)
{
    static const char *const attributes[] = {"x_jobs"};
    ore_plan *plan = ore_alloc(1, sizeof *plan);
    random_state state;

    seed_random(state, seed);
    plan->name = "random";
    plan->currency = "USD";
    plan->n_commit = pick(state, 1, 3);
    plan->n_years = pick(state, 3, 5);
    plan->n_budget_years = plan->n_years;
    plan->commit = (ore_years){2026, 2025 + plan->n_commit};
    plan->horizon = (ore_years){2026, 2025 + plan->n_years};
    plan->outputs_expected = chance(state, 0.5);
    plan->screening.concern_share_max = 1.0;
    plan->may_gain = chance(state, 0.5);
    plan->respond = -1;
    plan->n_attributes = 1;
    plan->attributes = attributes;
    random_money(plan, state);
    random_projects(plan, state, pick(state, 1, 8));
    random_chain(plan, state);
    random_links(plan, state);
    random_rules(plan, state);
    random_sales(plan, state);
    random_risk(plan, state);
    random_goals(plan, state, seed);
    return plan;
}

#endif
