/* Projects, options and money of random rounds (random_round.h). */
#ifndef TESTS_RANDOM_PROJECTS_H
#define TESTS_RANDOM_PROJECTS_H

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "orefolio/round.h"
#include "orefolio/timing.h"
#include "random_share.h"

typedef unsigned short random_state[3];

static inline void seed_random(random_state state, int seed)
{
    state[0] = 0x330e;
    state[1] = (unsigned short)seed;
    state[2] = (unsigned short)(seed >> 16);
}

/** A whole number in least..most. */
static inline int pick(random_state state, int least, int most)
{
    return least + (int)(erand48(state) * (most - least + 1));
}

/** True with the given chance. */
static inline bool chance(random_state state, double probability)
{
    return erand48(state) < probability;
}

static const char *const random_countries[] = {"AU", "JP", "US"};
static const char *const random_stages[] = {"mine", "processing", "recycling"};

static inline double *random_yearly(random_state state, int count, int least,
                                    int most)
{
    double *values = ore_alloc(count, sizeof *values);

    for (int i = 0; i < count; i++) {
        values[i] = pick(state, least, most);
    }
    return values;
}

/* One instrument of every kind that there is. */
enum { random_kinds = 7 };

static inline void random_promise(const ore_round *round,
                                  ore_instrument *instrument,
                                  random_state state)
{
    const double *prices = random_yearly(state, round->n_years, 40000, 160000);

    instrument->subsidy_rate = nan("");
    instrument->contingent = (ore_contingent){
        .material = pick(state, 0, 2),
        .years = pick(state, 1, 4),
        .strike_per_t = 1000.0 * pick(state, 60, 300),
        .volume_tpa = pick(state, 20, 200),
        .volume_share = 0.1 * pick(state, 3, 10),
        .price_per_t = prices,
        .upside_share = 0.1 * pick(state, 0, 5),
        .stress_per_t = 30000.0,
        .charge = chance(state, 0.3) ? ORE_CHARGE_STRESS : ORE_CHARGE_EXPECTED};
}

static inline void random_money(ore_round *round, random_state state)
{
    ore_funder *funders = ore_alloc(2, sizeof *funders);
    ore_budget *budgets = ore_alloc(2, sizeof *budgets);
    ore_instrument *all = ore_alloc(random_kinds, sizeof *all);

    for (int u = 0; u < 2; u++) {
        funders[u] = (ore_funder){
            .id = u ? "US" : "JP",
            .budget_cost_share_min = chance(state, 0.3) ? 0.2 : 0.0,
            .budget_cost_share_max = chance(state, 0.3) ? 0.7 : 1.0};
        budgets[u] = (ore_budget){
            .id = u ? "us" : "jp",
            .funder = u,
            .amount_m = random_yearly(state, round->n_budget_years, 20, 90),
            .basis = chance(state, 0.4) ? ORE_BASIS_DISBURSEMENT
                                        : ORE_BASIS_COMMITMENT,
            .carry_over = chance(state, 0.5)};
    }
    for (int k = 0; k < random_kinds; k++) {
        double *ceiling = random_yearly(state, round->n_commit, 40, 150);

        for (int s = 0; s < round->n_commit && chance(state, 0.5); s++) {
            ceiling[s] = HUGE_VAL;
        }
        all[k] = (ore_instrument){
            .id = (const char *const[]){"a", "b", "c", "d", "e", "f", "g"}[k],
            .kind = ore_instrument_kinds[k],
            .funder = k % 2,
            .budget = k % 2,
            .ceiling_m = ceiling,
            .ceiling_total_m =
                chance(state, 0.5) ? pick(state, 60, 200) : HUGE_VAL,
            .ticket_min_m = chance(state, 0.5) ? pick(state, 1, 15) : 0,
            .ticket_max_m = pick(state, 20, 80),
            .share_max = 0.1 * pick(state, 3, 9),
            .subsidy_rate = k == 0 || k == 3 ? 1.0 : 0.05 * pick(state, 1, 4),
            .coverage = 0.8,
            .stake_max = 0.1 * pick(state, 2, 6)};
        if (all[k].kind->cost_per_t) {
            random_promise(round, &all[k], state);
        }
    }
    round->n_funders = round->n_budgets = 2;
    round->n_instruments = random_kinds;
    round->funders = funders;
    round->budgets = budgets;
    round->instruments = all;
}

static inline ore_option
random_option(const ore_round *round, random_state state, int p, const char *id)
{
    static const double ramp[] = {0.4, 0.75, 1.0};
    static const char *const needs[] = {"price_support"};
    static const double spending[] = {0.5, 0.3, 0.2};
    const double capex_m = pick(state, 20, 120);
    ore_flow *flows = ore_alloc(2, sizeof *flows);
    const int made = pick(state, 0, 2);

    flows[0] = (ore_flow){made, pick(state, 20, 200), 0.0, {0}};
    flows[1] =
        (ore_flow){made == 0 ? 1 : 0, 0.0, pick(state, 0, 100) + 1.0, {0}};
    return (ore_option){.project = p,
                        .id = id,
                        .capex_m = capex_m,
                        .first_year = round->commit.first,
                        .last_year = round->commit.last,
                        .build_years = pick(state, 0, 2),
                        .n_ramp = 3,
                        .ramp = ramp,
                        .life_years = chance(state, 0.2) ? 3 : INT_MAX,
                        .success_probability = 0.1 * pick(state, 6, 10),
                        .sponsor_share_min = 0.1 * pick(state, 0, 3),
                        .sponsor_equity_max_m = capex_m * 0.4,
                        .bank_debt_max_m = capex_m * 0.2,
                        .debt_capacity_m = capex_m * 0.6,
                        .debt_share_max = 0.1 * pick(state, 5, 9),
                        .public_share_max = 0.1 * pick(state, 5, 9),
                        .grant_share_max = 0.1 * pick(state, 3, 9),
                        .instruments_max = pick(state, 1, 4),
                        .value = pick(state, 1, 30),
                        .n_needs = chance(state, 0.1),
                        .needs = needs,
                        .n_flows = made == 0 ? 1 : 2,
                        .flows = flows,
                        .n_spending = 3,
                        .spending_share = spending,
                        .attributes = random_yearly(state, 1, 0, 50)};
}

/* An office that some options need, and who pays for its permits. */
static inline void random_offices(ore_round *round, random_state state)
{
    ore_office *office = ore_alloc(1, sizeof *office);
    ore_option *options = ore_alloc(round->n_options, sizeof *options);

    *office =
        (ore_office){.id = "office",
                     .label = "office",
                     .label_ja = "office",
                     .capacity = random_yearly(state, round->n_commit, 0, 6),
                     .cost_m_per_unit = 0.5 * pick(state, 0, 6),
                     .budget = chance(state, 0.7) ? pick(state, 0, 1) : -1};
    for (int o = 0; o < round->n_options; o++) {
        options[o] = round->options[o];
        options[o].office = chance(state, 0.7) ? 0 : -1;
        options[o].permit_units = pick(state, 0, 4);
    }
    round->options = options;
    round->offices = office;
    round->n_offices = 1;
}

/* Project p is the one before it, under another name. */
static inline void add_twin(ore_round *round, ore_project *projects,
                            ore_option *options, ore_pair *pairs, int p)
{
    const ore_project *other = &projects[p - 1];
    ore_project *twin = &projects[p];
    const char *id = twin->id;
    const int first_option = round->n_options, first_pair = round->n_pairs;

    *twin = *other;
    twin->id = twin->name = id;
    twin->first_option = first_option;
    twin->first_pair = first_pair;
    for (int i = 0; i < twin->n_options; i++) {
        options[round->n_options] = options[other->first_option + i];
        options[round->n_options++].project = p;
    }
    for (int i = 0; i < twin->n_pairs; i++) {
        pairs[round->n_pairs] = pairs[other->first_pair + i];
        pairs[round->n_pairs++].project = p;
    }
}

static inline void random_projects(ore_round *round, random_state state, int n)
{
    static const char *const ids[] = {"P0", "P1", "P2", "P3", "P4",
                                      "P5", "P6", "P7", "P8", "P9"};
    ore_project *projects = ore_alloc(n, sizeof *projects);
    ore_option *options = ore_alloc(2 * n, sizeof *options);
    ore_pair *pairs = ore_alloc(random_kinds * n, sizeof *pairs);

    round->projects = projects;
    round->options = options;
    round->pairs = pairs;
    for (int p = 0; p < n; p++) {
        projects[p] =
            (ore_project){.id = ids[p],
                          .name = ids[p],
                          .mineral = "x",
                          .stage = random_stages[pick(state, 0, 2)],
                          .country = random_countries[pick(state, 0, 2)],
                          .first_option = round->n_options,
                          .n_options = chance(state, 0.3) ? 2 : 1,
                          .first_pair = round->n_pairs};
        if (p > 0 && chance(state, 0.2)) {
            add_twin(round, projects, options, pairs, p);
            continue;
        }
        for (int i = 0; i < projects[p].n_options; i++) {
            options[round->n_options++] =
                random_option(round, state, p, i ? "large" : "base");
        }
        for (int k = 0; k < random_kinds; k++) {
            const ore_instrument *instrument = &round->instruments[k];
            const double most_m =
                fmin(instrument->ticket_max_m,
                     instrument->share_max *
                         options[projects[p].first_option].capex_m);

            if (chance(state, k < 4 ? 0.7 : 0.3) &&
                most_m >= instrument->ticket_min_m) {
                pairs[round->n_pairs++] = (ore_pair){p,
                                                     k,
                                                     instrument->ticket_min_m,
                                                     most_m,
                                                     instrument->subsidy_rate,
                                                     (ore_where){0}};
                projects[p].n_pairs++;
            }
        }
    }
    round->n_projects = n;
}

#endif
