/* The chain is put together: see chain.h. */
#include "write/what_if/chain.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/memory.h"
#include "orefolio/timing.h"
#include "write/what_if/what_if.h"

/* Less than this is rounding, t/yr and share of capacity. */
static const double grain_tpa = ORE_CHAIN_GRAIN_TPA, grain_share = 1e-7;

static double near(double value, double of, double grain)
{
    return fabs(value - of) <= grain ? of : value;
}

static bool is_funded(const ore_book *book, int p)
{
    return book->result->option[p] >= 0;
}

static int base_state(const ore_book *book, int t)
{
    return ore_state_at(book->round, -1, t);
}

static void add_plants(ore_chain *chain)
{
    const ore_book *book = chain->book;
    const ore_round *round = book->round;

    for (int p = 0; p < round->n_projects; p++) {
        const int o = ore_what_if_option(book, p);

        for (int t = 0; t < round->n_years; t++) {
            const int j = base_state(book, t);
            const double able =
                ore_state_share(round, o, ore_what_if_year(book, p), j);
            const double used =
                is_funded(book, p)
                    ? book->result->utilisation[ore_at_state(round, p, j)]
                    : 0.0;

            chain->plant_at[ore_at_year(round, p, t)] = -1;
            if (able > 0.0 && round->options[o].n_flows > 0) {
                chain->plant_at[ore_at_year(round, p, t)] = chain->n_plants;
                chain->plants[chain->n_plants++] =
                    (ore_chain_plant){.project = p,
                                      .option = o,
                                      .t = t,
                                      .able = near(able, used, grain_share),
                                      .used = used};
            }
        }
    }
}

/* What is sold to markets of their own is a part of its own; the rest is any
 * user's. */
static void add_makes_of(ore_chain *chain, int plant, const ore_flow *flow)
{
    const ore_book *book = chain->book;
    const ore_round *round = book->round;
    const ore_chain_plant *own = &chain->plants[plant];
    const double made_tpa = own->used * flow->output_tpa;
    ore_chain_make make = {
        .plant = plant, .material = flow->material, .t = own->t, .target = -1};
    double rest_tpa = flow->output_tpa;

    for (int k = 0; k < round->n_sales; k++) {
        const ore_sale *sale = &round->sales[k];
        const double sold_tpa =
            book->result
                ->sold_tpa[ore_at_state(round, k, base_state(book, own->t))];
        const double share = !is_funded(book, own->project) ? sale->share_min
                             : made_tpa > 0.0 ? fmin(1.0, sold_tpa / made_tpa)
                                              : 0.0;

        if (sale->option == own->option && sale->material == flow->material &&
            share > 0.0) {
            make.target = sale->target;
            make.full_tpa = fmin(rest_tpa, share * flow->output_tpa);
            rest_tpa -= make.full_tpa;
            chain->makes[chain->n_makes++] = make;
        }
    }
    if (rest_tpa > grain_share * flow->output_tpa) {
        make.target = -1;
        make.full_tpa = rest_tpa;
        chain->makes[chain->n_makes++] = make;
    }
}

static void add_flows(ore_chain *chain)
{
    const ore_round *round = chain->book->round;

    for (int i = 0; i < chain->n_plants; i++) {
        const ore_chain_plant *plant = &chain->plants[i];
        const ore_option *shape = &round->options[plant->option];

        for (int k = 0; k < shape->n_flows; k++) {
            const ore_flow *flow = &shape->flows[k];

            if (flow->output_tpa > 0.0) {
                add_makes_of(chain, i, flow);
            }
            if (flow->input_tpa > 0.0) {
                chain->uses[chain->n_uses++] =
                    (ore_chain_use){.kind = ORE_CHAIN_FEED,
                                    .index = i,
                                    .material = flow->material,
                                    .t = plant->t,
                                    .full_tpa = flow->input_tpa,
                                    .most_tpa = flow->input_tpa * plant->able,
                                    .taken_tpa = flow->input_tpa * plant->used};
            }
        }
    }
}

/* Supply that only the target's market may use, beside what plants sell to it.
 */
static double own_tpa(const ore_book *book, int i, int t)
{
    const ore_target *target = &book->round->targets[i];
    const int j = base_state(book, t);

    return ore_reserved_supply_tpa(book->round, target, j) +
           ore_taken_tpa(book->round, book->result, target->material,
                         target->market, j);
}

static double sold_tpa(const ore_chain *chain, int i, int t)
{
    double sum_tpa = 0.0;

    for (int k = 0; k < chain->n_makes; k++) {
        const ore_chain_make *make = &chain->makes[k];

        sum_tpa += make->target == i && make->t == t
                       ? make->full_tpa * chain->plants[make->plant].used
                       : 0.0;
    }
    return sum_tpa;
}

static void add_target(ore_chain *chain, int i, int t)
{
    const ore_book *book = chain->book;
    const ore_round *round = book->round;
    const double asked_tpa = round->targets[i].target_tpa[t];
    const double met_tpa =
        asked_tpa -
        book->result
            ->shortfall_tpa[ore_at_state(round, i, base_state(book, t))];
    const double sold = sold_tpa(chain, i, t), own = own_tpa(book, i, t);
    const double pooled_tpa =
        near(fmax(0.0, met_tpa - own - sold), 0.0, grain_tpa);

    if (asked_tpa <= 0.0) {
        return;
    }
    chain->targets[chain->n_targets++] = (ore_chain_target){
        .target = i,
        .t = t,
        .own_tpa = own + sold > met_tpa + grain_tpa
                       ? own
                       : fmax(0.0, met_tpa - pooled_tpa - sold)};
    chain->uses[chain->n_uses++] =
        (ore_chain_use){.kind = ORE_CHAIN_TARGET,
                        .index = i,
                        .material = round->targets[i].material,
                        .t = t,
                        .most_tpa = near(fmax(0.0, asked_tpa - own - sold),
                                         pooled_tpa, grain_tpa),
                        .taken_tpa = pooled_tpa};
}

static void add_users(ore_chain *chain)
{
    const ore_book *book = chain->book;
    const ore_round *round = book->round;

    for (int t = 0; t < round->n_years; t++) {
        for (int i = 0; i < round->n_targets; i++) {
            add_target(chain, i, t);
        }
        for (int h = 0; h < round->n_stockpiles; h++) {
            const double bought_tpa =
                book->result->bought_t[ore_at_year(round, h, t)];

            if (bought_tpa > 0.0) {
                chain->uses[chain->n_uses++] =
                    (ore_chain_use){.kind = ORE_CHAIN_STOCK,
                                    .index = h,
                                    .material = round->stockpiles[h].material,
                                    .t = t,
                                    .most_tpa = bought_tpa,
                                    .taken_tpa = bought_tpa};
            }
        }
    }
}

/* What rounding leaves over goes to a market that lacks some, as by the
 * formulas.
 */
static void give_crumb(const ore_chain *chain, const ore_chain_pool *pool,
                       double crumb_tpa)
{
    for (int i = 0; i < pool->n_uses; i++) {
        ore_chain_use *use = &chain->uses[pool->first_use + i];

        if (use->kind == ORE_CHAIN_TARGET &&
            use->most_tpa >= use->taken_tpa + crumb_tpa) {
            use->taken_tpa += crumb_tpa;
            return;
        }
    }
}

/* What is there beside what plants make: as much as is used, and what the
 * portfolio leaves over. */
static void measure_pool(const ore_chain *chain, ore_chain_pool *pool)
{
    const ore_book *book = chain->book;
    const int j = base_state(book, pool->t);
    const double given_tpa =
        ore_unreserved_supply_tpa(book->round, pool->material, j) +
        ore_taken_tpa(book->round, book->result, pool->material, -1, j);
    double used_tpa = 0.0;

    for (int i = 0; i < pool->n_uses; i++) {
        used_tpa += chain->uses[pool->first_use + i].taken_tpa;
    }
    for (int i = 0; i < pool->n_makes; i++) {
        const ore_chain_make *make = &chain->makes[pool->first_make + i];

        used_tpa -= make->full_tpa * chain->plants[make->plant].used;
    }
    pool->rest_tpa =
        given_tpa > used_tpa + grain_tpa ? given_tpa : fmax(0.0, used_tpa);
    if (given_tpa <= used_tpa + grain_tpa && used_tpa < 0.0) {
        give_crumb(chain, pool, -used_tpa);
    }
}

static void arrange(ore_chain *chain)
{
    ore_chain_sort(chain);
    for (int i = 0; i < chain->n_pools; i++) {
        measure_pool(chain, &chain->pools[i]);
    }
}

/* Twice: what a tonne is worth to whom decides the order of users, and needs to
 * know who they are. */
static void rank_users(ore_chain *chain)
{
    double *worth;

    arrange(chain);
    worth = ore_chain_worth(chain);
    for (int i = 0; i < chain->n_uses; i++) {
        chain->uses[i].worth =
            ore_chain_use_worth(chain, worth, &chain->uses[i]);
    }
    free(worth);
    arrange(chain);
}

static ore_chain *allocate(const ore_book *book)
{
    const ore_round *round = book->round;
    const int n_years = round->n_years;
    ore_chain *chain = ore_alloc(1, sizeof *chain);
    int n_flows = 0;

    for (int o = 0; o < round->n_options; o++) {
        n_flows += round->options[o].n_flows;
    }
    chain->book = book;
    chain->plant_at =
        ore_alloc(round->n_projects * n_years, sizeof *chain->plant_at);
    chain->plants =
        ore_alloc(round->n_projects * n_years, sizeof *chain->plants);
    chain->makes =
        ore_alloc((n_flows + round->n_sales) * n_years, sizeof *chain->makes);
    chain->uses =
        ore_alloc((n_flows + round->n_targets + round->n_stockpiles) * n_years,
                  sizeof *chain->uses);
    chain->n_pools = round->n_materials * n_years;
    chain->pools = ore_alloc(chain->n_pools, sizeof *chain->pools);
    chain->targets =
        ore_alloc(round->n_targets * n_years, sizeof *chain->targets);
    return chain;
}

ore_chain *ore_chain_new(const ore_book *book)
{
    const ore_round *round = book->round;
    ore_chain *chain = allocate(book);
    int *option = ore_alloc(round->n_projects, sizeof *option);

    for (int p = 0; p < round->n_projects; p++) {
        option[p] = ore_what_if_option(book, p);
    }
    chain->place = ore_chain_order(round, option);
    chain->group = ore_chain_groups(round, option);
    free(option);
    add_plants(chain);
    add_flows(chain);
    add_users(chain);
    rank_users(chain);
    ore_chain_limit(chain);
    return chain;
}

void ore_chain_free(ore_chain *chain)
{
    free(chain->place);
    free(chain->group);
    free(chain->plant_at);
    free(chain->plants);
    free(chain->makes);
    free(chain->uses);
    free(chain->pools);
    free(chain->targets);
    free(chain);
}
