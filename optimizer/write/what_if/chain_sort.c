/* The chain in its order: makers and users of a material in a year stand in one
 * piece each. */
#include <stdlib.h>

#include "orefolio/memory.h"
#include "write/what_if/chain.h"

/* Makes and uses are sorted by the place of their material, by year, and within
 * by what follows; qsort has no context, so the keys go with them. */
typedef struct keyed {
    int place, t, group;
    double worth;
    int at;
} keyed;

static int by_key(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    const int by_number = x->place != y->place   ? x->place - y->place
                          : x->t != y->t         ? x->t - y->t
                          : x->group != y->group ? x->group - y->group
                                                 : 0;

    return by_number             ? by_number
           : x->worth > y->worth ? -1
           : x->worth < y->worth ? 1
                                 : x->at - y->at;
}

static void sort_makes(ore_chain *chain)
{
    keyed *keys = ore_alloc(chain->n_makes, sizeof *keys);
    ore_chain_make *sorted = ore_alloc(chain->n_makes, sizeof *sorted);

    for (int i = 0; i < chain->n_makes; i++) {
        const ore_chain_make *make = &chain->makes[i];

        keys[i] = (keyed){.place = chain->place[make->material],
                          .t = make->t,
                          .group = make->target,
                          .at = i};
    }
    qsort(keys, (size_t)chain->n_makes, sizeof *keys, by_key);
    for (int i = 0; i < chain->n_makes; i++) {
        sorted[i] = chain->makes[keys[i].at];
    }
    free(keys);
    free(chain->makes);
    chain->makes = sorted;
}

static void sort_uses(ore_chain *chain)
{
    keyed *keys = ore_alloc(chain->n_uses, sizeof *keys);
    ore_chain_use *sorted = ore_alloc(chain->n_uses, sizeof *sorted);

    for (int i = 0; i < chain->n_uses; i++) {
        const ore_chain_use *use = &chain->uses[i];

        keys[i] = (keyed){.place = chain->place[use->material],
                          .t = use->t,
                          .group = use->kind != ORE_CHAIN_STOCK,
                          .worth = use->worth,
                          .at = i};
    }
    qsort(keys, (size_t)chain->n_uses, sizeof *keys, by_key);
    for (int i = 0; i < chain->n_uses; i++) {
        sorted[i] = chain->uses[keys[i].at];
    }
    free(keys);
    free(chain->uses);
    chain->uses = sorted;
}

static void find_pieces(ore_chain *chain)
{
    const ore_round *round = chain->book->round;
    int make = 0, use = 0;

    for (int i = 0; i < chain->n_pools; i++) {
        ore_chain_pool *pool = &chain->pools[i];

        *pool = (ore_chain_pool){.t = i % round->n_years, .first_use = use};
        for (int m = 0; m < round->n_materials; m++) {
            pool->material =
                chain->place[m] == i / round->n_years ? m : pool->material;
        }
        for (pool->first_make = make;
             make < chain->n_makes &&
             chain->makes[make].material == pool->material &&
             chain->makes[make].t == pool->t;
             make++) {
            pool->n_makes += chain->makes[make].target < 0;
        }
        for (; use < chain->n_uses &&
               chain->uses[use].material == pool->material &&
               chain->uses[use].t == pool->t;
             use++) {
            pool->n_uses++;
            pool->is_shared =
                pool->is_shared || chain->uses[use].kind == ORE_CHAIN_FEED;
        }
    }
}

static void find_sales(ore_chain *chain)
{
    for (int i = 0; i < chain->n_targets; i++) {
        ore_chain_target *target = &chain->targets[i];

        target->n_makes = 0;
        for (int k = chain->n_makes - 1; k >= 0; k--) {
            if (chain->makes[k].target == target->target &&
                chain->makes[k].t == target->t) {
                target->first_make = k;
                target->n_makes++;
            }
        }
    }
}

void ore_chain_sort(ore_chain *chain)
{
    sort_makes(chain);
    sort_uses(chain);
    find_pieces(chain);
    find_sales(chain);
}
