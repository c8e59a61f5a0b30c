/* See propagation.h. Bounds by the activity of rows (Savelsbergh 1994). */
#include "solve/presolve/propagation.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

/* A bound of a real column moves when that takes off this part of what it
 * leaves, or more. */
static const double worth_moving = 1e-3;
/* Bounds that rows imply are a little looser than they: figures are floating.
 */
static const double looseness = 1e-9;
/* A row cannot hold when it is broken by more than this part of it. */
static const double broken_beyond = 1e-6;
/* Rows looked at in one go, times those of the model. */
enum { most_looks = 4 };

typedef struct change {
    int col;
    double lo, hi; /* before */
} change;

struct ore_propagator {
    const ore_model *model;
    double *lo, *hi;
    int *col_start, *col_rows; /* rows of each column */
    int *queue;                /* [n_rows] ring of rows to look at */
    int first, count;
    bool *is_queued;
    change *trail;
    int n_trail, room_trail;
    int longest_row; /* that is looked at */
    double work;     /* entries looked at */
};

/* What a row's columns can add up to: sums of the finite ones, how many are
 * not, and the largest. */
typedef struct range {
    double least, most, largest;
    int n_no_least, n_no_most;
} range;

ore_propagator *ore_propagator_new(const ore_model *model, double *lo,
                                   double *hi)
{
    ore_propagator *p = ore_alloc(1, sizeof *p);

    *p = (ore_propagator){
        .model = model, .lo = lo, .hi = hi, .longest_row = INT_MAX};
    p->col_start = ore_alloc(model->n_cols + 2, sizeof *p->col_start);
    p->col_rows = ore_alloc(model->n_entries, sizeof *p->col_rows);
    p->queue = ore_alloc(model->n_rows, sizeof *p->queue);
    p->is_queued = ore_alloc(model->n_rows, sizeof *p->is_queued);
    for (int e = 0; e < model->n_entries; e++) {
        p->col_start[model->entries[e].col + 2]++;
    }
    for (int j = 0; j <= model->n_cols; j++) {
        p->col_start[j + 1] += p->col_start[j];
    }
    for (int i = 0; i < model->n_rows; i++) {
        for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
            p->col_rows[p->col_start[model->entries[e].col + 1]++] = i;
        }
    }
    return p;
}

void ore_propagator_free(ore_propagator *p)
{
    free(p->col_start);
    free(p->col_rows);
    free(p->queue);
    free(p->is_queued);
    free(p->trail);
    free(p);
}

static void look_at(ore_propagator *p, int i)
{
    const int length = p->model->row_start[i + 1] - p->model->row_start[i];

    if (!p->is_queued[i] && length <= p->longest_row) {
        p->is_queued[i] = true;
        p->queue[(p->first + p->count++) % p->model->n_rows] = i;
    }
}

void ore_propagator_look_at_all(ore_propagator *p)
{
    for (int i = 0; i < p->model->n_rows; i++) {
        look_at(p, i);
    }
}

void ore_propagator_narrow(ore_propagator *p, int j, double lo, double hi)
{
    p->trail = ore_grow(p->trail, p->n_trail, &p->room_trail, sizeof *p->trail);
    p->trail[p->n_trail++] = (change){j, p->lo[j], p->hi[j]};
    p->lo[j] = lo;
    p->hi[j] = hi;
    for (int k = p->col_start[j]; k < p->col_start[j + 1]; k++) {
        look_at(p, p->col_rows[k]);
    }
}

void ore_propagator_limit(ore_propagator *p, int longest_row)
{
    p->longest_row = longest_row;
}

double ore_propagator_work(const ore_propagator *p)
{
    return p->work;
}

const int *ore_propagator_rows(const ore_propagator *p, int j, int *n)
{
    *n = p->col_start[j + 1] - p->col_start[j];
    return p->col_rows + p->col_start[j];
}

int ore_propagator_mark(const ore_propagator *p)
{
    return p->n_trail;
}

static void forget_queue(ore_propagator *p)
{
    while (p->count > 0) {
        p->is_queued[p->queue[p->first]] = false;
        p->first = (p->first + 1) % p->model->n_rows;
        p->count--;
    }
}

void ore_propagator_undo(ore_propagator *p, int mark)
{
    while (p->n_trail > mark) {
        const change *last = &p->trail[--p->n_trail];

        p->lo[last->col] = last->lo;
        p->hi[last->col] = last->hi;
    }
    forget_queue(p);
}

static double least_of(const ore_propagator *p, int j, double coef)
{
    return coef > 0.0 ? coef * p->lo[j] : coef * p->hi[j];
}

static double most_of(const ore_propagator *p, int j, double coef)
{
    return coef > 0.0 ? coef * p->hi[j] : coef * p->lo[j];
}

static void count_term(double term, double *sum, int *n_infinite,
                       double *largest)
{
    if (isfinite(term)) {
        *sum += term;
        *largest = fmax(*largest, fabs(term));
    } else {
        ++*n_infinite;
    }
}

static range range_of(ore_propagator *p, int i)
{
    const ore_model *model = p->model;
    range r = {.largest = 1.0};

    p->work += model->row_start[i + 1] - model->row_start[i];

    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        const ore_program_entry *entry = &model->entries[e];

        count_term(least_of(p, entry->col, entry->coef), &r.least,
                   &r.n_no_least, &r.largest);
        count_term(most_of(p, entry->col, entry->coef), &r.most, &r.n_no_most,
                   &r.largest);
    }
    return r;
}

/* The sum without one term of it: infinite unless that was the only one that
 * is. */
static double without(double sum, int n_infinite, double term, double infinity)
{
    if (isfinite(term)) {
        return n_infinite > 0 ? infinity : sum - term;
    }
    return n_infinite > 1 ? infinity : sum;
}

/* Column j lies in [lo, hi]; whether that says more than its bounds. */
static bool narrow_real(ore_propagator *p, int j, double lo, double hi)
{
    const double least = worth_moving * 1e-3;

    lo -= looseness * fmax(1.0, fabs(lo));
    hi += looseness * fmax(1.0, fabs(hi));
    const bool raises =
        isfinite(lo) && lo < p->hi[j] &&
        lo - p->lo[j] >
            fmax(least, worth_moving * fmin(p->hi[j] - lo, fabs(lo)));
    const bool lowers =
        isfinite(hi) && hi > p->lo[j] &&
        p->hi[j] - hi >
            fmax(least, worth_moving * fmin(hi - p->lo[j], fabs(hi)));

    if ((!raises && !lowers) || (raises && lowers && lo > hi)) {
        return false;
    }
    ore_propagator_narrow(p, j, raises ? lo : p->lo[j], lowers ? hi : p->hi[j]);
    return true;
}

static bool narrow_binary(ore_propagator *p, int j, double lo, double hi)
{
    const double whole_lo = lo > broken_beyond ? 1.0 : p->lo[j];
    const double whole_hi = hi < 1.0 - broken_beyond ? 0.0 : p->hi[j];

    if (whole_lo > whole_hi || (whole_lo <= p->lo[j] && whole_hi >= p->hi[j])) {
        return false;
    }
    ore_propagator_narrow(p, j, whole_lo, whole_hi);
    return true;
}

/* Narrow entry `e` by what the others of its row leave; whether it moved. */
static bool narrow_entry(ore_propagator *p, int i, int e, const range *r)
{
    const ore_program_row *row = &p->model->rows[i];
    const int j = p->model->entries[e].col;
    const double coef = p->model->entries[e].coef;

    if (p->lo[j] == p->hi[j] || coef == 0.0) {
        return false;
    }
    const double grain = looseness * r->largest;
    const double most =
        (row->hi + grain -
         without(r->least, r->n_no_least, least_of(p, j, coef), -HUGE_VAL)) /
        coef;
    const double least =
        (row->lo - grain -
         without(r->most, r->n_no_most, most_of(p, j, coef), HUGE_VAL)) /
        coef;
    const double lo = coef > 0.0 ? least : most;
    const double hi = coef > 0.0 ? most : least;

    return p->model->cols[j].kind == ORE_BINARY ? narrow_binary(p, j, lo, hi)
                                                : narrow_real(p, j, lo, hi);
}

/* Narrow the row's columns; false when it cannot hold. */
static bool look(ore_propagator *p, int i)
{
    const ore_model *model = p->model;
    const ore_program_row *row = &model->rows[i];
    range r = range_of(p, i);
    const double grain =
        broken_beyond *
        fmax(r.largest, fmax(isfinite(row->lo) ? fabs(row->lo) : 0.0,
                             isfinite(row->hi) ? fabs(row->hi) : 0.0));

    if ((r.n_no_least == 0 && r.least > row->hi + grain) ||
        (r.n_no_most == 0 && r.most < row->lo - grain)) {
        return false;
    }
    if ((r.n_no_least > 1 && r.n_no_most > 1) ||
        (r.n_no_least == 0 && r.n_no_most == 0 && r.least >= row->lo &&
         r.most <= row->hi)) {
        return true;
    }
    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        if (narrow_entry(p, i, e, &r)) {
            r = range_of(p, i);
        }
    }
    return true;
}

bool ore_propagate(ore_propagator *p)
{
    int left = most_looks * p->model->n_rows;

    while (p->count > 0 && left-- > 0) {
        const int i = p->queue[p->first];

        p->first = (p->first + 1) % p->model->n_rows;
        p->count--;
        p->is_queued[i] = false;
        if (!look(p, i)) {
            forget_queue(p);
            return false;
        }
    }
    forget_queue(p);
    return true;
}
