/* The cuts of a round, and which of them are worth a row. */
#ifndef OPTIMIZER_SOLVE_CUTS_CUT_POOL_H
#define OPTIMIZER_SOLVE_CUTS_CUT_POOL_H

#include "solve/cuts/cut.h"

typedef struct ore_cut_pool {
    ore_cut *cuts; /**< [n] */
    int n, room;
    double work; /**< that finding them took, in entries looked at */
} ore_cut_pool;

/** Take over the cut. */
void ore_cut_pool_add(ore_cut_pool *pool, ore_cut *cut);

/** Keep the deepest that are not nearly parallel to a deeper one, at most
 * `most` of them, deepest first. */
void ore_cut_pool_select(ore_cut_pool *pool, const ore_cut_view *view,
                         int most);

/** Free the cuts; the pool is empty. */
void ore_cut_pool_clear(ore_cut_pool *pool);

#endif
