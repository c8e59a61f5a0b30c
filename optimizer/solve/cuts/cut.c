/* See cut.h. */
#include "solve/cuts/cut.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"

/* A cut is trusted by the range of its scaled coefficients: smaller parts of
 * the largest one than this leave it, at the bound that costs least. */
static const double narrowest = 1e-4;
/* A cut this shallow, in scaled units, is none. */
static const double min_depth = 1e-4;
enum { longest_cut = 2000 };
/* Figures are floating: a cut is a little slacker than it was found. */
static const double slackness = 1e-8;

static double scaled(const ore_cut_view *view, const double *coef, int j)
{
    return fabs(coef[j]) * view->col_unit[j];
}

/* Take the columns that matter; false when one that does not has no bound. */
static bool fill(const ore_cut_view *view, int count, const int *cols,
                 const double *coef, double largest, ore_cut *cut)
{
    for (int k = 0; k < count; k++) {
        const int j = cols[k];
        const double least =
            coef[j] > 0.0 ? coef[j] * view->lo[j] : coef[j] * view->hi[j];

        if (coef[j] == 0.0) {
            continue;
        }
        if (scaled(view, coef, j) > narrowest * largest) {
            cut->cols[cut->count] = j;
            cut->coefs[cut->count++] = coef[j];
        } else if (isfinite(least)) {
            cut->most -= least;
        } else {
            return false;
        }
    }
    return cut->count > 0 && cut->count <= longest_cut;
}

static void measure(const ore_cut_view *view, ore_cut *cut)
{
    double activity = 0.0, squares = 0.0;

    for (int e = 0; e < cut->count; e++) {
        const int j = cut->cols[e];
        const double size = cut->coefs[e] * view->col_unit[j];

        activity += cut->coefs[e] * view->x[j];
        squares += size * size;
    }
    cut->norm = sqrt(squares);
    cut->depth = (activity - cut->most) / cut->norm;
}

bool ore_cut_make(const ore_cut_view *view, int count, const int *cols,
                  const double *coef, double most, ore_cut *cut)
{
    double largest = 0.0;

    for (int k = 0; k < count; k++) {
        largest = fmax(largest, scaled(view, coef, cols[k]));
    }
    *cut = (ore_cut){.most = most};
    if (!(largest > 0.0) || !isfinite(largest) || !isfinite(most)) {
        return false;
    }
    cut->cols = ore_alloc(count, sizeof *cut->cols);
    cut->coefs = ore_alloc(count, sizeof *cut->coefs);
    if (fill(view, count, cols, coef, largest, cut)) {
        cut->most += slackness * fmax(largest, fabs(cut->most));
        measure(view, cut);
        if (cut->depth > min_depth) {
            return true;
        }
    }
    ore_cut_free(cut);
    return false;
}

void ore_cut_free(ore_cut *cut)
{
    free(cut->cols);
    free(cut->coefs);
    *cut = (ore_cut){0};
}

double ore_cut_parallelism(const ore_cut_view *view, const ore_cut *a,
                           const double *dense, const ore_cut *b)
{
    double product = 0.0;

    for (int e = 0; e < b->count; e++) {
        const double unit = view->col_unit[b->cols[e]];

        product += dense[b->cols[e]] * b->coefs[e] * unit * unit;
    }
    return product / (a->norm * b->norm);
}
