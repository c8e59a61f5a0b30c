/* See reduction.h: delta debugging, whose tests of one size are put at once. */
#include "study/diff/reduction.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "solve/worker.h"

/* Replays after which it is left as it is. */
enum { most_replays = 400 };

/* The k-th chunk of `size` groups that are left, left out of them. */
static void leave_out(const ore_reduction *r, int size, int k, bool *is_in)
{
    int n = 0;

    memcpy(is_in, r->is_in, (size_t)r->n_groups * sizeof *is_in);
    for (int g = 0; g < r->n_groups; g++) {
        if (r->is_in[g]) {
            is_in[g] = n / size != k;
            n++;
        }
    }
}

static void apply(const ore_reduction *r, const bool *is_in, bool *applied)
{
    for (int c = 0; c < r->of->two->n; c++) {
        applied[c] = r->group_of[c] >= 0 && is_in[r->group_of[c]];
    }
}

/* Whether each of `n` choices of groups [n * n_groups] explains all. */
static void try_all(ore_reduction *r, const bool *choices, int n,
                    bool *explains)
{
    bool *applied = ore_alloc(n * r->of->two->n, sizeof *applied);
    ore_replayed *replays = ore_alloc(n, sizeof *replays);

    for (int k = 0; k < n; k++) {
        apply(r, choices + k * r->n_groups, applied + k * r->of->two->n);
    }
    ore_replays_solve(r->of, applied, n, replays);
    for (int k = 0; k < n; k++) {
        explains[k] = ore_replays_same(r->of, &replays[k], r->goal);
        r->n_open += replays[k].decided && !replays[k].is_proven;
        ore_replay_free(&replays[k]);
    }
    r->n_replays += n;
    free(replays);
    free(applied);
}

int ore_reduction_count(const ore_reduction *r)
{
    int n = 0;

    for (int g = 0; g < r->n_groups; g++) {
        n += r->is_in[g];
    }
    return n;
}

/* Whether the groups of both are in. */
static void intersect(const ore_reduction *r, const bool *other, bool *is_in)
{
    for (int g = 0; g < r->n_groups; g++) {
        is_in[g] &= other[g];
    }
}

/* Leave out chunks of the size: all that can be by themselves, if they can be
 * together, else the first of them. Whether any was. */
static bool reduce_by(ore_reduction *r, int size)
{
    const int n_chunks = (ore_reduction_count(r) + size - 1) / size;
    bool *choices = ore_alloc(n_chunks * r->n_groups, sizeof *choices);
    bool *explains = ore_alloc(n_chunks, sizeof *explains);
    bool *together = ore_alloc(r->n_groups, sizeof *together);
    int first = -1, n = 0;

    for (int k = 0; k < n_chunks; k++) {
        leave_out(r, size, k, choices + k * r->n_groups);
    }
    try_all(r, choices, n_chunks, explains);
    memcpy(together, r->is_in, (size_t)r->n_groups * sizeof *together);
    for (int k = n_chunks - 1; k >= 0; k--) {
        if (explains[k]) {
            first = k;
            n++;
            intersect(r, choices + k * r->n_groups, together);
        }
    }
    if (n > 1) {
        try_all(r, together, 1, explains);
    }
    if (n > 0) {
        memcpy(r->is_in,
               n > 1 && explains[0] ? together : choices + first * r->n_groups,
               (size_t)r->n_groups * sizeof *together);
    }
    free(together);
    free(explains);
    free(choices);
    return n > 0;
}

bool ore_reduce(ore_reduction *r)
{
    int size = (ore_reduction_count(r) + 1) / 2;

    while (size > 0 && r->n_replays < most_replays && !ore_interrupted()) {
        if (!reduce_by(r, size)) {
            if (size == 1) {
                return true;
            }
            size = (size + 1) / 2;
        } else if (size > ore_reduction_count(r)) {
            size = ore_reduction_count(r);
        }
    }
    return ore_reduction_count(r) == 0;
}
