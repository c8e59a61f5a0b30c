/* The order of the chain, and what a tonne of each material is worth in it. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/memory.h"
#include "write/what_if/chain.h"

/* Flow of the option in the material; NULL = none. */
static const ore_flow *flow_of(const ore_round *round, int option, int material)
{
    const ore_option *shape = &round->options[option];

    for (int i = 0; i < shape->n_flows; i++) {
        if (shape->flows[i].material == material) {
            return &shape->flows[i];
        }
    }
    return NULL;
}

/* Whether a project needs a material that has no place yet to make this one. */
static bool waits(const ore_round *round, const int *option, const int *place,
                  int material)
{
    for (int p = 0; p < round->n_projects; p++) {
        const ore_option *shape = &round->options[option[p]];
        const ore_flow *own = flow_of(round, option[p], material);

        for (int i = 0; own && own->output_tpa > 0.0 && i < shape->n_flows;
             i++) {
            if (shape->flows[i].input_tpa > 0.0 &&
                shape->flows[i].material != material &&
                place[shape->flows[i].material] < 0) {
                return true;
            }
        }
    }
    return false;
}

/* The next material: one that waits for nothing; in a circle the first. */
static int next_material(const ore_round *round, const int *option,
                         const int *place)
{
    int first = -1;

    for (int m = 0; m < round->n_materials; m++) {
        if (place[m] < 0 && !waits(round, option, place, m)) {
            return m;
        }
        first = first < 0 && place[m] < 0 ? m : first;
    }
    return first;
}

int *ore_chain_order(const ore_round *round, const int *option)
{
    int *place = ore_alloc(round->n_materials, sizeof *place);

    for (int m = 0; m < round->n_materials; m++) {
        place[m] = -1;
    }
    for (int n = 0; n < round->n_materials; n++) {
        place[next_material(round, option, place)] = n;
    }
    return place;
}

double ore_chain_weight(const ore_round *round, int i, int t)
{
    return ore_figure_gap_weight(round, i, t);
}

/* What the next tonne that target i lacks weighs, by its steps. */
static double next_weight(const ore_book *book, int i, int t)
{
    const ore_round *round = book->round;
    const ore_target *target = &round->targets[i];
    const double unmet_tpa =
        book->result->shortfall_tpa[ore_at_state(round, i, t)];
    double step = 1.0;

    for (int k = 0; k < target->n_steps; k++) {
        if (k == 0 ||
            unmet_tpa >= target->steps[k].from * target->target_tpa[t]) {
            step = target->steps[k].weight;
        }
    }
    return step * ore_chain_weight(round, i, t);
}

double ore_chain_use_worth(const ore_chain *chain, const double *worth,
                           const ore_chain_use *use)
{
    const ore_round *round = chain->book->round;
    double sum = 0.0;

    if (use->kind == ORE_CHAIN_TARGET) {
        return next_weight(chain->book, use->index, use->t);
    }
    if (use->kind == ORE_CHAIN_STOCK) {
        return 0.0;
    }
    const ore_option *shape = &round->options[chain->plants[use->index].option];

    for (int i = 0; i < shape->n_flows; i++) {
        sum += shape->flows[i].output_tpa *
               worth[ore_at_year(round, shape->flows[i].material, use->t)];
    }
    return use->full_tpa > 0.0 ? sum / use->full_tpa : 0.0;
}

/* The least that a tonne is worth to those who get some in the portfolio; where
 * nobody does, the most that it would be worth. */
static double pool_worth(const ore_chain *chain, const double *worth,
                         const ore_chain_pool *pool)
{
    double least = HUGE_VAL, most = 0.0;

    for (int i = 0; i < pool->n_uses; i++) {
        const ore_chain_use *use = &chain->uses[pool->first_use + i];
        const double own = ore_chain_use_worth(chain, worth, use);

        if (use->kind == ORE_CHAIN_STOCK) {
            continue;
        }
        least = use->taken_tpa > 0.0 ? fmin(least, own) : least;
        most = fmax(most, own);
    }
    return isfinite(least) ? least : most;
}

double *ore_chain_worth(const ore_chain *chain)
{
    const ore_round *round = chain->book->round;
    double *worth =
        ore_alloc(round->n_materials * round->n_years, sizeof *worth);

    for (int i = chain->n_pools - 1; i >= 0; i--) {
        const ore_chain_pool *pool = &chain->pools[i];

        worth[ore_at_year(round, pool->material, pool->t)] =
            pool_worth(chain, worth, pool);
    }
    return worth;
}

bool ore_chain_makes(const ore_chain *chain, int plant, int material)
{
    const ore_flow *flow =
        flow_of(chain->book->round, chain->plants[plant].option, material);

    return flow && flow->output_tpa > 0.0;
}

int *ore_chain_groups(const ore_round *round, const int *option)
{
    int *group = ore_alloc(round->n_materials, sizeof *group);

    for (int m = 0; m < round->n_materials; m++) {
        group[m] = m + 1;
    }
    for (int p = 0; p < round->n_projects; p++) {
        const ore_option *shape = &round->options[option[p]];

        for (int i = 1; i < shape->n_flows; i++) {
            const int own = group[shape->flows[i].material];
            const int first = group[shape->flows[0].material];

            for (int m = 0; m < round->n_materials; m++) {
                group[m] = group[m] == own ? first : group[m];
            }
        }
    }
    return group;
}
