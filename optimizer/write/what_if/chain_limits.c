/* What holds the chain down beside capacity and feed: what the portfolio leaves
 * over, rules that are about flows, and markets of their own. Formulas do not
 * know by how much after a switch, so they keep to the portfolio and say so. */
#include <math.h>

#include "orefolio/rules.h"
#include "write/what_if/chain.h"

static bool is_funded(const ore_book *book, int p)
{
    return book->result->option[p] >= 0;
}

static double left_tpa(const ore_chain *chain, const ore_chain_pool *pool)
{
    double sum_tpa = pool->rest_tpa;

    for (int i = 0; i < pool->n_makes; i++) {
        const ore_chain_make *make = &chain->makes[pool->first_make + i];

        sum_tpa += make->full_tpa * chain->plants[make->plant].used;
    }
    for (int i = 0; i < pool->n_uses; i++) {
        sum_tpa -= chain->uses[pool->first_use + i].taken_tpa;
    }
    return sum_tpa;
}

/* Whether the portfolio leaves over some of all that the plant needs, and yet
 * has it idle: a rule holds it down. */
static bool is_held(const ore_chain *chain, const ore_chain_plant *plant)
{
    const ore_option *shape = &chain->book->round->options[plant->option];

    for (int i = 0; i < shape->n_flows; i++) {
        const ore_flow *flow = &shape->flows[i];

        if (flow->input_tpa > 0.0 &&
            left_tpa(chain,
                     ore_chain_pool_of(chain, flow->material, plant->t)) <=
                ORE_CHAIN_GRAIN_TPA) {
            return false;
        }
    }
    return is_funded(chain->book, plant->project) && plant->used < plant->able;
}

/* Those whom the portfolio holds down get no more than they have in it. */
static void hold(ore_chain *chain)
{
    for (int i = 0; i < chain->n_plants; i++) {
        ore_chain_plant *plant = &chain->plants[i];

        plant->able = is_held(chain, plant) ? plant->used : plant->able;
    }
    for (int i = 0; i < chain->n_uses; i++) {
        ore_chain_use *use = &chain->uses[i];

        if (use->kind == ORE_CHAIN_FEED) {
            const ore_chain_plant *plant = &chain->plants[use->index];

            use->most_tpa = use->full_tpa * plant->able;
            /* Other feed is what it lacks. */
            if (is_funded(chain->book, plant->project) &&
                use->taken_tpa < use->most_tpa &&
                left_tpa(chain,
                         ore_chain_pool_of(chain, use->material, use->t)) >
                    ORE_CHAIN_GRAIN_TPA) {
                use->is_held = true;
                use->most_tpa = use->taken_tpa;
            }
        } else if (left_tpa(chain,
                            ore_chain_pool_of(chain, use->material, use->t)) >
                   ORE_CHAIN_GRAIN_TPA) {
            use->is_held = use->most_tpa > use->taken_tpa;
            use->most_tpa = use->taken_tpa;
        }
    }
}

static bool goes_ahead(const ore_chain *chain, const ore_chain_use *use)
{
    return use->kind != ORE_CHAIN_FEED ||
           is_funded(chain->book, chain->plants[use->index].project);
}

/* Who gets what first: all that they can use, if that is what the portfolio
 * does; else what they get in it. */
static void choose_first(ore_chain *chain, const ore_chain_pool *pool)
{
    ore_chain_use *uses = &chain->uses[pool->first_use];
    double there_tpa = left_tpa(chain, pool);
    bool is_same = true;

    for (int i = 0; i < pool->n_uses; i++) {
        there_tpa += uses[i].taken_tpa;
    }
    for (int i = 0; i < pool->n_uses; i++) {
        const double wants_tpa =
            goes_ahead(chain, &uses[i]) ? uses[i].most_tpa : 0.0;

        is_same = is_same && fabs(fmin(wants_tpa, there_tpa) -
                                  uses[i].taken_tpa) <= ORE_CHAIN_GRAIN_TPA;
        there_tpa = fmax(0.0, there_tpa - uses[i].taken_tpa);
    }
    for (int i = 0; i < pool->n_uses; i++) {
        uses[i].first_tpa = is_same ? uses[i].most_tpa : uses[i].taken_tpa;
    }
}

/* A rule that must hold and is about flows of the year acts on them. */
static void mark_rules(ore_chain *chain)
{
    const ore_round *round = chain->book->round;
    ore_demands demands = ore_demands_of(round);

    for (int i = 0; i < demands.n; i++) {
        const ore_demand *demand = &demands.list[i];
        const ore_rule *rule = &round->rules[demand->rule];

        for (int k = 0; k < chain->n_pools && !ore_rule_is_soft(rule) &&
                        ore_measure_is_yearly(rule->measure);
             k++) {
            ore_chain_pool *pool = &chain->pools[k];

            pool->is_ruled =
                pool->is_ruled ||
                (ore_selects_year(&demand->named,
                                  round->horizon.first + pool->t) &&
                 ore_selects_material(&demand->named,
                                      &round->materials[pool->material]));
        }
    }
    ore_demands_free(&demands);
}

/* So do sales to markets of their own: what plants may sell to whom may be
 * divided otherwise. */
static void mark_sales(ore_chain *chain)
{
    for (int i = 0; i < chain->n_makes; i++) {
        const ore_chain_make *make = &chain->makes[i];
        const ore_chain_plant *plant = &chain->plants[make->plant];

        if (chain->book->round->options[plant->option].has_markets) {
            chain->pools[ore_chain_pool_index(chain, make->material, make->t)]
                .is_ruled = true;
        }
    }
}

static void mark_held(ore_chain *chain)
{
    for (int i = 0; i < chain->n_uses; i++) {
        const ore_chain_use *use = &chain->uses[i];

        if (use->is_held) {
            chain->pools[ore_chain_pool_index(chain, use->material, use->t)]
                .is_ruled = true;
        }
    }
}

/* Supply that need not be bought, and of which more could be: a re-solve may
 * buy it. */
static void mark_purchases(ore_chain *chain)
{
    const ore_book *book = chain->book;
    const ore_round *round = book->round;

    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        for (int t = 0; t < round->n_years && supply->is_optional; t++) {
            if (supply->tpa[t] > 0.0) {
                chain->pools[ore_chain_pool_index(chain, supply->material, t)]
                    .is_ruled = true;
            }
        }
    }
}

/* No goal looks at a target without weight: what is left may go there, or not.
 */
static void mark_weightless(ore_chain *chain)
{
    const ore_round *round = chain->book->round;

    for (int i = 0; i < chain->n_targets; i++) {
        const ore_chain_target *target = &chain->targets[i];

        if (round->targets[target->target].weight[target->t] <= 0.0) {
            chain
                ->pools[ore_chain_pool_index(
                    chain, round->targets[target->target].material, target->t)]
                .is_weightless = true;
        }
    }
}

void ore_chain_limit(ore_chain *chain)
{
    hold(chain);
    for (int i = 0; i < chain->n_pools; i++) {
        choose_first(chain, &chain->pools[i]);
    }
    mark_rules(chain);
    mark_sales(chain);
    mark_held(chain);
    mark_purchases(chain);
    mark_weightless(chain);
}
