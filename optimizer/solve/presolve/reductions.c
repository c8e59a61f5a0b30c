/* See reductions.h. The reductions are those of Andersen & Andersen (1995) that
 * need no thought to undo: forcing and redundant rows, rows of one column,
 * equations of two. */
#include "solve/presolve/reductions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

/* Sweeps over the rows; what falls later than that is little. */
enum { max_sweeps = 10 };
/* A row is at its limit, or cannot reach it, within this part of it; what is
 * left of coefficients that cancel out is smaller than this part of them. */
static const double exact_within = 1e-12;
/* A row that can be broken by no more than this is none. */
static const double loose_within = 1e-9;
/* Columns of more different scales are not tied: an error would grow. */
static const double widest_scale = 1e6;

struct ore_reduction {
    const ore_model *whole;
    double *lo, *hi; /* [n_cols] */
    ore_aggregation
        *aggregations;  /* [n_cols] on columns of the whole; itself when free */
    bool *is_gone;      /* [n_rows] holds whatever the columns are */
    ore_linear_sum sum; /* the one in hand */
    int *place;         /* [n_cols] in the sum in hand, -1 */
    double *size;       /* [n_cols] largest coefficient that the sum's is of */
    bool any;           /* something changed */
};

/* A row over the columns that are left. */
typedef struct view {
    const ore_linear_sum *sum;
    double lo, hi;
} view;

ore_aggregation ore_reduction_column(const ore_reduction *r, int j)
{
    ore_aggregation tie = r->aggregations[j];

    while (tie.on >= 0 && r->aggregations[tie.on].on != tie.on) {
        const ore_aggregation next = r->aggregations[tie.on];

        tie.shift += tie.scale * next.shift;
        tie.scale *= next.scale;
        tie.on = next.on;
    }
    if (tie.on >= 0 && r->lo[tie.on] == r->hi[tie.on]) {
        tie.shift += tie.scale * r->lo[tie.on];
        tie.on = -1;
    }
    return tie;
}

static void put(ore_reduction *r, int j, double coef)
{
    ore_linear_sum *sum = &r->sum;

    if (r->place[j] < 0) {
        r->place[j] = sum->count;
        r->size[j] = 0.0;
        sum->cols[sum->count] = j;
        sum->coefs[sum->count++] = 0.0;
    }
    sum->coefs[r->place[j]] += coef;
    r->size[j] = fmax(r->size[j], fabs(coef));
}

/* Coefficients that cancelled out leave, and the places are free again. */
static void tidy(ore_reduction *r)
{
    ore_linear_sum *sum = &r->sum;
    const int count = sum->count;

    sum->count = 0;
    sum->least = sum->most = 0.0;
    for (int e = 0; e < count; e++) {
        const int j = sum->cols[e];
        const double coef = sum->coefs[e];

        r->place[j] = -1;
        if (fabs(coef) > exact_within * r->size[j]) {
            sum->cols[sum->count] = j;
            sum->coefs[sum->count++] = coef;
            sum->least += fmin(coef * r->lo[j], coef * r->hi[j]);
            sum->most += fmax(coef * r->lo[j], coef * r->hi[j]);
        }
    }
}

const ore_linear_sum *
ore_reduction_sum(ore_reduction *r, const ore_program_entry *entries, int count)
{
    r->sum.count = 0;
    r->sum.offset = 0.0;
    for (int e = 0; e < count; e++) {
        const ore_aggregation tie = ore_reduction_column(r, entries[e].col);

        r->sum.offset += entries[e].coef * tie.shift;
        if (tie.on >= 0) {
            put(r, tie.on, entries[e].coef * tie.scale);
        }
    }
    tidy(r);
    return &r->sum;
}

static view look_at(ore_reduction *r, int i)
{
    const ore_model *whole = r->whole;
    const int first = whole->row_start[i];
    const ore_linear_sum *sum = ore_reduction_sum(
        r, &whole->entries[first], whole->row_start[i + 1] - first);

    return (view){sum, whole->rows[i].lo - sum->offset,
                  whole->rows[i].hi - sum->offset};
}

static bool holds_anyway(const view *v)
{
    return v->sum->least >= v->lo - loose_within &&
           v->sum->most <= v->hi + loose_within;
}

static bool at_limit(double reach, double limit)
{
    return isfinite(reach) && isfinite(limit) &&
           fabs(reach - limit) <= exact_within * fmax(1.0, fabs(limit));
}

/* Fix the row's columns where their sum is least, or most. */
static void fix_all(ore_reduction *r, const view *v, bool at_least)
{
    for (int e = 0; e < v->sum->count; e++) {
        const int j = v->sum->cols[e];

        if ((v->sum->coefs[e] > 0.0) == at_least) {
            r->hi[j] = r->lo[j];
        } else {
            r->lo[j] = r->hi[j];
        }
    }
    r->any = true;
}

/* Column j is in [lo, hi]; false when it has no value left. */
static bool narrow(ore_reduction *r, int j, double lo, double hi)
{
    const double grain = loose_within * fmax(1.0, fabs(r->lo[j]));

    if (r->whole->cols[j].kind == ORE_BINARY) {
        lo = ceil(lo - loose_within);
        hi = floor(hi + loose_within);
    }
    lo = fmax(lo, r->lo[j]);
    hi = fmin(hi, r->hi[j]);
    if (lo > hi + grain) {
        return false;
    }
    r->any |= lo > r->lo[j] || hi < r->hi[j];
    r->lo[j] = fmin(lo, hi);
    r->hi[j] = hi - lo <= exact_within * fmax(1.0, fabs(lo)) ? r->lo[j] : hi;
    return true;
}

/* A row of one column is a bound. */
static void bound_by(ore_reduction *r, int i, const view *v)
{
    const double a = v->sum->coefs[0];

    r->is_gone[i] = narrow(r, v->sum->cols[0], (a > 0.0 ? v->lo : v->hi) / a,
                           (a > 0.0 ? v->hi : v->lo) / a);
}

/* A binary that breaks the row alone, with all others at their best, is out, or
 * must be in. */
static void decide(ore_reduction *r, const view *v)
{
    for (int e = 0; e < v->sum->count; e++) {
        const int j = v->sum->cols[e];
        const double a = v->sum->coefs[e], size = fabs(a);
        const double over = v->sum->least + size - v->hi;
        const double under = v->lo - (v->sum->most - size);

        if (r->whole->cols[j].kind != ORE_BINARY || r->lo[j] == r->hi[j]) {
            continue;
        }
        if (over > loose_within * fmax(1.0, fabs(v->hi)) && isfinite(over)) {
            r->lo[j] = r->hi[j] = a > 0.0 ? 0.0 : 1.0;
            r->any = true;
            return; /* the view's sums are old now */
        }
        if (under > loose_within * fmax(1.0, fabs(v->lo)) && isfinite(under)) {
            r->lo[j] = r->hi[j] = a > 0.0 ? 1.0 : 0.0;
            r->any = true;
            return;
        }
    }
}

/* The equation makes the real column `out` a multiple of the other: its bounds
 * become the other's, which must let a binary be 0 and 1. */
static void tie(ore_reduction *r, int i, const view *v, int out)
{
    const int x = v->sum->cols[out], y = v->sum->cols[1 - out];
    const ore_aggregation tie = {y,
                                 -v->sum->coefs[1 - out] / v->sum->coefs[out],
                                 v->lo / v->sum->coefs[out]};
    const double at_lo = (r->lo[x] - tie.shift) / tie.scale;
    const double at_hi = (r->hi[x] - tie.shift) / tie.scale;
    const double lo = fmin(at_lo, at_hi), hi = fmax(at_lo, at_hi);

    if (fabs(tie.scale) > widest_scale ||
        fabs(tie.scale) < 1.0 / widest_scale) {
        return;
    }
    if (narrow(r, y, lo, hi)) {
        r->aggregations[x] = tie;
        r->is_gone[i] = r->any = true;
    }
}

static void tie_two(ore_reduction *r, int i, const view *v)
{
    const ore_program_col *cols = r->whole->cols;
    const bool first = cols[v->sum->cols[0]].kind == ORE_CONTINUOUS;
    const bool second = cols[v->sum->cols[1]].kind == ORE_CONTINUOUS;

    if (first && second) {
        tie(r, i, v, fabs(v->sum->coefs[0]) >= fabs(v->sum->coefs[1]) ? 0 : 1);
    } else if (first || second) {
        tie(r, i, v, first ? 0 : 1);
    }
}

static void reduce_row(ore_reduction *r, int i)
{
    const view v = look_at(r, i);

    if (holds_anyway(&v)) {
        r->is_gone[i] = true;
    } else if (at_limit(v.sum->least, v.hi)) {
        fix_all(r, &v, true);
    } else if (at_limit(v.sum->most, v.lo)) {
        fix_all(r, &v, false);
    } else if (v.sum->count == 1) {
        bound_by(r, i, &v);
    } else if (v.sum->count == 2 && v.lo == v.hi) {
        tie_two(r, i, &v);
    } else {
        decide(r, &v);
    }
}

static void sweep(ore_reduction *r)
{
    r->any = true;
    for (int n = 0; n < max_sweeps && r->any; n++) {
        r->any = false;
        for (int i = 0; i < r->whole->n_rows; i++) {
            if (!r->is_gone[i]) {
                reduce_row(r, i);
            }
        }
    }
}

bool ore_reduction_row(ore_reduction *r, int i, const ore_linear_sum **sum,
                       double *lo, double *hi)
{
    const view v = look_at(r, i);

    *sum = v.sum;
    *lo = v.lo;
    *hi = v.hi;
    return !r->is_gone[i] && !holds_anyway(&v);
}

ore_reduction *ore_reduction_new(const ore_model *whole, double *lo, double *hi)
{
    const int n = whole->n_cols;
    ore_reduction *r = ore_alloc(1, sizeof *r);

    *r = (ore_reduction){.whole = whole, .lo = lo, .hi = hi};
    r->sum.cols = ore_alloc(n, sizeof *r->sum.cols);
    r->sum.coefs = ore_alloc(n, sizeof *r->sum.coefs);
    r->aggregations = ore_alloc(n, sizeof *r->aggregations);
    r->is_gone = ore_alloc(whole->n_rows, sizeof *r->is_gone);
    r->place = ore_alloc(n, sizeof *r->place);
    r->size = ore_alloc(n, sizeof *r->size);
    for (int j = 0; j < n; j++) {
        r->aggregations[j] = (ore_aggregation){j, 1.0, 0.0};
        r->place[j] = -1;
    }
    sweep(r);
    return r;
}

void ore_reduction_free(ore_reduction *r)
{
    free(r->sum.cols);
    free(r->sum.coefs);
    free(r->aggregations);
    free(r->is_gone);
    free(r->place);
    free(r->size);
    free(r);
}
