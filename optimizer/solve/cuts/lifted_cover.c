/* See lifted_cover.h. With all coefficients a positive, a cover C holds more
 * than the side by `excess`. Then
 *
 *   sum over C of min(a, excess) x + sum over the others of lifted(a) x
 *       <= sum over C of min(a, excess) - excess + drains,
 *
 * where lifted(a) is what room for `a` costs at least: leaving out the largest
 * of the cover, `excess` each, or draining, 1 each. It is superadditive, so all
 * others are lifted at once. */
#include "solve/cuts/lifted_cover.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"

/* An excess of less than this part of the side is rounding. */
static const double least_excess = 1e-6;

static int most_used_first(const void *left, const void *right)
{
    const ore_whole *a = left, *b = right;

    if (a->at != b->at) {
        return (a->at < b->at) - (a->at > b->at);
    }
    return a->coef != b->coef ? (a->coef < b->coef) - (a->coef > b->coef)
                              : a->col - b->col;
}

static int largest_first(const void *left, const void *right)
{
    const double *a = left, *b = right;

    return (*a < *b) - (*a > *b);
}

/* The first of the wholes that are more than the side; how many, 0 = none. */
static int find_cover(const ore_mixed_knapsack *knapsack, double *excess)
{
    double sum = 0.0;

    for (int k = 0; k < knapsack->n_wholes; k++) {
        sum += knapsack->wholes[k].coef;
        *excess = sum - knapsack->side;
        if (*excess > least_excess * fmax(knapsack->reach, 1e-3)) {
            return k + 1;
        }
    }
    return 0;
}

/* What room for `size` costs: `sums` [n + 1] are of the largest of the cover.
 */
static double lifted(double size, double excess, const double *sums, int n)
{
    double least = size;

    for (int i = 1; i <= n; i++) {
        least =
            fmin(least, (i - 1) * excess + fmax(0.0, size + excess - sums[i]));
    }
    return least;
}

/* Sums of the cover's coefficients beyond the excess, largest first: [*n + 1],
 * the caller frees. */
static double *sums_of(const ore_mixed_knapsack *knapsack, int n_cover,
                       double excess, int *n)
{
    double *sums = ore_alloc(n_cover + 1, sizeof *sums);

    *n = 0;
    for (int k = 0; k < n_cover; k++) {
        if (knapsack->wholes[k].coef > excess) {
            sums[++*n] = knapsack->wholes[k].coef;
        }
    }
    qsort(sums + 1, (size_t)*n, sizeof *sums, largest_first);
    for (int i = 1; i <= *n; i++) {
        sums[i] += sums[i - 1];
    }
    return sums;
}

bool ore_lifted_cover(ore_mixed_knapsack *knapsack, ore_cut *cut)
{
    double excess, most;
    int n_large;

    for (int k = 0; k < knapsack->n_wholes; k++) {
        if (knapsack->wholes[k].coef < 0.0) {
            ore_mixed_knapsack_flip(knapsack, &knapsack->wholes[k]);
        }
    }
    qsort(knapsack->wholes, (size_t)knapsack->n_wholes,
          sizeof *knapsack->wholes, most_used_first);
    const int n_cover =
        knapsack->side > 0.0 ? find_cover(knapsack, &excess) : 0;

    if (n_cover == 0) {
        return false;
    }
    double *sums = sums_of(knapsack, n_cover, excess, &n_large);

    most = -excess;
    for (int k = 0; k < knapsack->n_wholes; k++) {
        ore_whole *it = &knapsack->wholes[k];

        it->cut_coef = k < n_cover ? fmin(it->coef, excess)
                                   : lifted(it->coef, excess, sums, n_large);
        most += k < n_cover ? it->cut_coef : 0.0;
    }
    free(sums);
    return ore_mixed_knapsack_cut(knapsack, 1.0, most, cut);
}
