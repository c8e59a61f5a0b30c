/* See mir.h. */
#include "solve/cuts/mir.h"

#include <math.h>
#include <stdlib.h>

/* The part of the side beyond a whole number must be in here: the cut has
 * coefficients of 1 / (1 - part). */
static const double least_part = 0.01, most_part = 0.99;
/* Sides of so many divisors have no digits left for that part. */
static const double most_divisors = 1e8;
enum { max_divisors = 12, max_flips = 24, halvings = 3 };

/* The coefficient of an integer once its row is rounded. */
static double rounded(double coef, double part)
{
    const double down = floor(coef);

    return down + fmax(0.0, coef - down - part) / (1.0 - part);
}

/* The part of side / divisor beyond a whole number; < 0 = of no use. */
static double part_of(const ore_mixed_knapsack *knapsack, double divisor)
{
    const double side = knapsack->side / divisor;
    const double part = side - floor(side);

    return part < least_part || part > most_part ||
                   knapsack->reach > most_divisors * divisor
               ? -1.0
               : part;
}

/* How far the point is beyond the cut of this divisor, over the norm of it. */
static double depth_by(const ore_mixed_knapsack *knapsack, double divisor)
{
    const double part = part_of(knapsack, divisor);

    if (part < 0.0) {
        return 0.0;
    }
    const double steep = 1.0 / (divisor * (1.0 - part));
    double activity = knapsack->drained * steep;
    double squares = knapsack->squares * steep * steep;

    for (int k = 0; k < knapsack->n_wholes; k++) {
        const double coef = rounded(knapsack->wholes[k].coef / divisor, part);

        activity += coef * knapsack->wholes[k].at;
        squares += coef * coef;
    }
    return (activity - floor(knapsack->side / divisor)) / sqrt(squares + 1e-12);
}

/* The deepest cut by the coefficients of binaries that are neither 0 nor 1, and
 * then by halves of the best; its divisor, 0 = none. */
static double best_divisor(const ore_mixed_knapsack *knapsack, double *depth)
{
    double tried[max_divisors] = {0}, best = 0.0;
    int n_tried = 0;

    *depth = 0.0;
    for (int k = 0; k < knapsack->n_wholes && n_tried < max_divisors; k++) {
        const double divisor = fabs(knapsack->wholes[k].coef);
        bool is_new = knapsack->wholes[k].at > 1e-6 && divisor > 0.0;

        for (int i = 0; i < n_tried && is_new; i++) {
            is_new = fabs(tried[i] - divisor) > 1e-6 * divisor;
        }
        if (is_new) {
            tried[n_tried++] = divisor;
            const double now = depth_by(knapsack, divisor);

            if (now > *depth) {
                *depth = now;
                best = divisor;
            }
        }
    }
    const double whole_divisor = best;

    for (int i = 1; i <= halvings && best > 0.0; i++) {
        const double divisor = whole_divisor / (1 << i);
        const double now = depth_by(knapsack, divisor);

        if (now > *depth) {
            *depth = now;
            best = divisor;
        }
    }
    return best;
}

static int least_decided_first(const void *left, const void *right)
{
    const ore_whole *a = left, *b = right;
    const double from_a = fabs(a->at - 0.5), from_b = fabs(b->at - 0.5);

    return from_a != from_b ? (from_a > from_b) - (from_a < from_b)
                            : a->col - b->col;
}

/* Count the others of the fractional binaries from where that cuts deeper. */
static void improve(ore_mixed_knapsack *knapsack, double divisor, double *depth)
{
    qsort(knapsack->wholes, (size_t)knapsack->n_wholes,
          sizeof *knapsack->wholes, least_decided_first);
    for (int k = 0; k < knapsack->n_wholes && k < max_flips; k++) {
        if (knapsack->wholes[k].at < 1e-6) {
            break;
        }
        ore_mixed_knapsack_flip(knapsack, &knapsack->wholes[k]);
        const double now = depth_by(knapsack, divisor);

        if (now > *depth) {
            *depth = now;
        } else {
            ore_mixed_knapsack_flip(knapsack, &knapsack->wholes[k]);
        }
    }
}

bool ore_mir_cut(ore_mixed_knapsack *knapsack, ore_cut *cut)
{
    double depth = 0.0;
    const double divisor = best_divisor(knapsack, &depth);

    if (divisor == 0.0) {
        return false;
    }
    improve(knapsack, divisor, &depth);
    const double part = part_of(knapsack, divisor);

    for (int k = 0; k < knapsack->n_wholes; k++) {
        knapsack->wholes[k].cut_coef =
            rounded(knapsack->wholes[k].coef / divisor, part);
    }
    return ore_mixed_knapsack_cut(knapsack, 1.0 / (divisor * (1.0 - part)),
                                  floor(knapsack->side / divisor), cut);
}
