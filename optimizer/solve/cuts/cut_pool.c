/* See cut_pool.h. */
#include "solve/cuts/cut_pool.h"

#include <stdlib.h>

#include "orefolio/memory.h"

/* Cuts more parallel than this do the same. */
static const double most_parallel = 0.9;

void ore_cut_pool_add(ore_cut_pool *pool, ore_cut *cut)
{
    pool->cuts = ore_grow(pool->cuts, pool->n, &pool->room, sizeof *pool->cuts);
    pool->cuts[pool->n++] = *cut;
}

static int deepest_first(const void *left, const void *right)
{
    const ore_cut *a = left, *b = right;

    if (a->depth != b->depth) {
        return (a->depth < b->depth) - (a->depth > b->depth);
    }
    return a->count != b->count ? a->count - b->count : a->cols[0] - b->cols[0];
}

/* Drop the cuts from `first` on that are nearly parallel to `cut`. */
static void drop_parallel(ore_cut_pool *pool, const ore_cut_view *view,
                          const ore_cut *cut, double *dense, int first)
{
    int kept = first;

    for (int e = 0; e < cut->count; e++) {
        dense[cut->cols[e]] = cut->coefs[e];
    }
    for (int i = first; i < pool->n; i++) {
        if (ore_cut_parallelism(view, cut, dense, &pool->cuts[i]) >
            most_parallel) {
            ore_cut_free(&pool->cuts[i]);
        } else {
            pool->cuts[kept++] = pool->cuts[i];
        }
    }
    pool->n = kept;
    for (int e = 0; e < cut->count; e++) {
        dense[cut->cols[e]] = 0.0;
    }
}

void ore_cut_pool_select(ore_cut_pool *pool, const ore_cut_view *view, int most)
{
    double *dense = ore_alloc(view->n_cols, sizeof *dense);

    if (pool->n > 0) {
        qsort(pool->cuts, (size_t)pool->n, sizeof *pool->cuts, deepest_first);
    }
    for (int i = 0; i < pool->n && i < most; i++) {
        drop_parallel(pool, view, &pool->cuts[i], dense, i + 1);
    }
    while (pool->n > most) {
        ore_cut_free(&pool->cuts[--pool->n]);
    }
    free(dense);
}

void ore_cut_pool_clear(ore_cut_pool *pool)
{
    for (int i = 0; i < pool->n; i++) {
        ore_cut_free(&pool->cuts[i]);
    }
    free(pool->cuts);
    *pool = (ore_cut_pool){0};
}
