/* See tightening.h. */
#include "solve/presolve/tightening.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

/* Sweeps over the rows; what falls later than that is little. */
enum { max_sweeps = 6 };
/* A bound moves when that takes off this part of what it leaves, or more. */
static const double worth_moving = 1e-3;
/* Bounds that rows imply are a little looser than they: figures are floating.
 */
static const double looseness = 1e-9;

/* What a row's columns can add up to: sums of the finite ones, and how many are
 * not. */
typedef struct range {
    double least, most;
    int n_no_least, n_no_most;
} range;

static double least_of(const ore_program_col *col, double coef)
{
    return coef > 0.0 ? coef * col->lo : coef * col->hi;
}

static double most_of(const ore_program_col *col, double coef)
{
    return coef > 0.0 ? coef * col->hi : coef * col->lo;
}

static void count(double term, double *sum, int *n_infinite)
{
    if (isfinite(term)) {
        *sum += term;
    } else {
        ++*n_infinite;
    }
}

static range range_of(const ore_model *model, int i)
{
    range r = {0};

    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        const ore_program_entry *entry = &model->entries[e];
        const ore_program_col *col = &model->cols[entry->col];

        count(least_of(col, entry->coef), &r.least, &r.n_no_least);
        count(most_of(col, entry->coef), &r.most, &r.n_no_most);
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

static bool raise_lo(ore_program_col *col, double lo)
{
    lo -= looseness * fmax(1.0, fabs(lo));
    if (!isfinite(lo) || lo >= col->hi ||
        lo - col->lo <=
            worth_moving * fmax(1e-3, fmin(col->hi - lo, fabs(lo)))) {
        return false;
    }
    col->lo = lo;
    return true;
}

static bool lower_hi(ore_program_col *col, double hi)
{
    hi += looseness * fmax(1.0, fabs(hi));
    if (!isfinite(hi) || hi <= col->lo ||
        col->hi - hi <=
            worth_moving * fmax(1e-3, fmin(hi - col->lo, fabs(hi)))) {
        return false;
    }
    col->hi = hi;
    return true;
}

/* Bounds of the row's real columns by what the others leave. */
static bool tighten_bounds(ore_model *model, int i)
{
    const ore_program_row *row = &model->rows[i];
    const range r = range_of(model, i);
    bool any = false;

    if (r.n_no_least > 1 && r.n_no_most > 1) {
        return false;
    }
    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        const double coef = model->entries[e].coef;
        ore_program_col *col = &model->cols[model->entries[e].col];

        if (col->kind == ORE_BINARY || col->lo == col->hi) {
            continue;
        }
        const double most = row->hi - without(r.least, r.n_no_least,
                                              least_of(col, coef), -HUGE_VAL);
        const double least = row->lo - without(r.most, r.n_no_most,
                                               most_of(col, coef), HUGE_VAL);

        any |= coef > 0.0 ? lower_hi(col, most / coef)
                          : raise_lo(col, most / coef);
        any |= coef > 0.0 ? raise_lo(col, least / coef)
                          : lower_hi(col, least / coef);
        if (any) {
            return true; /* the range is old now */
        }
    }
    return false;
}

/* Of "others + coef x <= side": what the others can come to decides how much of
 * the coefficient says anything. */
static void tighten_row(ore_model *model, int i)
{
    ore_program_row *row = &model->rows[i];
    const bool is_upper = isfinite(row->hi);
    const double sign = is_upper ? 1.0 : -1.0;

    if (isfinite(row->lo) == isfinite(row->hi)) {
        return;
    }
    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        ore_program_entry *entry = &model->entries[e];
        const ore_program_col *col = &model->cols[entry->col];

        if (col->kind != ORE_BINARY || col->lo == col->hi) {
            continue;
        }
        const range r = range_of(model, i);
        const double side = is_upper ? row->hi : -row->lo;
        const double coef = sign * entry->coef;
        const double most = is_upper ? r.most : -r.least;
        const double others = most - fmax(0.0, coef);
        const double spare = side + fmax(0.0, -coef) - others;

        if ((is_upper ? r.n_no_most : r.n_no_least) > 0) {
            return;
        }
        /* The row says nothing when x is at one side, and less than it could
         * when x is at the other. */
        if (spare <= 1e-6 * fmax(1.0, fabs(side)) ||
            spare >= fabs(coef) * (1.0 - 1e-6)) {
            continue;
        }
        if (coef < 0.0) {
            entry->coef = sign * (coef + spare);
        } else {
            entry->coef = sign * (coef - spare);
            row->hi = is_upper ? side - spare : row->hi;
            row->lo = is_upper ? row->lo : -(side - spare);
        }
    }
}

void ore_tighten(ore_model *model)
{
    bool any = true;
    ore_program_col *kept = ore_alloc(model->n_cols, sizeof *kept);

    memcpy(kept, model->cols, (size_t)model->n_cols * sizeof *kept);
    for (int n = 0; n < max_sweeps && any; n++) {
        any = false;
        for (int i = 0; i < model->n_rows; i++) {
            any |= tighten_bounds(model, i);
        }
    }
    for (int i = 0; i < model->n_rows; i++) {
        tighten_row(model, i);
    }
    memcpy(model->cols, kept, (size_t)model->n_cols * sizeof *kept);
    free(kept);
}
