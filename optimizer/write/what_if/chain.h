/* The chain of the sheet WhatIf: what every plant could make, who uses what of
 * it, and in which order users are served when there is less. All of it is read
 * off the round and the recommended portfolio; the formulas of WhatIfChain
 * follow it when projects are switched.
 *
 * A material is served year by year. Users come in the order of what a tonne is
 * worth to them; where the portfolio serves them otherwise, each first gets
 * what it has there. */
#ifndef OPTIMIZER_WRITE_WHAT_IF_CHAIN_H
#define OPTIMIZER_WRITE_WHAT_IF_CHAIN_H

#include "write/book/sheet.h"

/** A project in a year in which it has capacity, or would have. */
typedef struct ore_chain_plant {
    int project, option, t;
    double
        able;    /**< share of full capacity that it may use: what is there, or
                      no more than in the portfolio where a rule holds it down */
    double used; /**< of it in the portfolio; 0 where it does not go ahead */
} ore_chain_plant;

/** What a plant makes of a material for a market, or for all. */
typedef struct ore_chain_make {
    int plant, material, t;
    int target; /**< whose market it is sold to; -1 = any user's */
    double full_tpa;
} ore_chain_make;

typedef enum ore_chain_user {
    ORE_CHAIN_FEED,   /**< of a plant */
    ORE_CHAIN_TARGET, /**< a market with a target */
    ORE_CHAIN_STOCK   /**< a stockpile */
} ore_chain_user;

/** A user of what is there for all users. */
typedef struct ore_chain_use {
    ore_chain_user kind;
    int index; /**< of its plant, target or stockpile */
    int material, t;
    double full_tpa;  /**< of a plant: at full capacity */
    double most_tpa;  /**< what it takes at most */
    double first_tpa; /**< what it gets before others get more */
    double taken_tpa; /**< in the portfolio */
    double worth;     /**< of a tonne, in shortfall */
    bool is_held;     /**< a market that gets no more though some is left */
} ore_chain_use;

/** A material in a year: its makers and users stand in one piece each. */
typedef struct ore_chain_pool {
    int material, t;
    int first_make, n_makes; /**< for any user */
    int first_use, n_uses;
    double rest_tpa;    /**< what is there beside what plants make */
    bool is_shared;     /**< plants are among its users */
    bool is_ruled;      /**< rules or markets of their own act on it */
    bool is_weightless; /**< a target without weight is among its users */
} ore_chain_pool;

/** A target in a year. */
typedef struct ore_chain_target {
    int target, t;
    int first_make, n_makes; /**< what plants sell to its market only */
    double own_tpa;          /**< other supply of its market only */
} ore_chain_target;

typedef struct ore_chain {
    const ore_book *book;
    int *place; /**< [n_materials] in the order of the chain, feed first */
    int *group; /**< [n_materials] number of the chain it belongs to, from 1:
                     plants make it of others there, or others of it */
    int n_plants, n_makes, n_uses, n_pools, n_targets;
    int *plant_at; /**< [n_projects * n_years] index; -1 = no capacity */
    ore_chain_plant *plants;
    ore_chain_make *makes;
    ore_chain_use *uses;
    ore_chain_pool *pools; /**< [n_materials * n_years] by place and year */
    ore_chain_target *targets;
} ore_chain;

/** Written figures are rounded one by one: less than this is rounding, t/yr. */
#define ORE_CHAIN_GRAIN_TPA 1e-3

static inline int ore_chain_pool_index(const ore_chain *chain, int material,
                                       int t)
{
    return chain->place[material] * chain->book->round->n_years + t;
}
static inline const ore_chain_pool *ore_chain_pool_of(const ore_chain *chain,
                                                      int material, int t)
{
    return &chain->pools[ore_chain_pool_index(chain, material, t)];
}

ore_chain *ore_chain_new(const ore_book *book);
void ore_chain_free(ore_chain *chain);

/** The order of the chain: place[m], feed before what is made of it. In a
 * circle one material comes before its feed. The caller frees. */
int *ore_chain_order(const ore_round *round, const int *option);

/** Whether the plant makes the material. */
bool ore_chain_makes(const ore_chain *chain, int plant, int material);

/** Sort makers and users, and find the pieces of each material and target. */
void ore_chain_sort(ore_chain *chain);
/** Say what holds users down, and who is served first. */
void ore_chain_limit(ore_chain *chain);

/** The chain that each material belongs to. The caller frees. */
int *ore_chain_groups(const ore_round *round, const int *option);

/** What a tonne of material m is worth in year t, by the shortfall it would
 * leave: [n_materials * n_years]. The caller frees. */
double *ore_chain_worth(const ore_chain *chain);
/** What a tonne is worth to a user, given what materials are worth. */
double ore_chain_use_worth(const ore_chain *chain, const double *worth,
                           const ore_chain_use *use);

/** Weighted shortfall of a tonne that target i lacks in year t, before its
 * steps. */
double ore_chain_weight(const ore_round *round, int i, int t);

#endif
