/* See tightening.h. */
#include "solve/presolve/tightening.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/presolve/propagation.h"

/* A coefficient moves by no less than this part of it or of its row's side. */
static const double worth_moving = 1e-6, worth_probing = 1e-4;
/* What is left of coefficients that cancel out is smaller than this part of
 * them. */
static const double cancelled_below = 1e-9;
/* Probing goes round again while it finds something. */
enum { max_rounds = 3 };
/* What it may look at, in entries of rows: about half a second; and the longest
 * row that it looks at. Longer ones couple projects, and one project more or
 * less says little of the others. */
static const double max_probing = 1e8;
enum { longest_probed = 200 };

/* A binary is tried, and rows are tightened by what that implies. */
typedef struct probing {
    ore_model *model;
    double *lo, *hi; /* [n_cols] */
    ore_propagator *propagator;
} probing;

/* The most that sign × row can come to within the bounds. */
static double most_of(const ore_model *model, int i, double sign,
                      const double *lo, const double *hi)
{
    double most = 0.0;

    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        const double coef = sign * model->entries[e].coef;
        const int j = model->entries[e].col;

        most += coef > 0.0 ? coef * hi[j] : coef * lo[j];
    }
    return most;
}

/* The sum; 0 when what is left of it is rounding. */
static double sum_of(double a, double b)
{
    return fabs(a + b) < cancelled_below * fmax(fabs(a), fabs(b)) ? 0.0 : a + b;
}

/* Of "others + coef x <= side", what the others can come to decides how much of
 * the coefficient says anything: the row says nothing when x is at one side,
 * and less than it could when x is at the other. */
static bool tighten_row(ore_model *model, int i, const double *lo,
                        const double *hi)
{
    ore_program_row *row = &model->rows[i];
    const bool is_upper = isfinite(row->hi);
    const double sign = is_upper ? 1.0 : -1.0;
    bool any = false;

    if (isfinite(row->lo) == isfinite(row->hi)) {
        return false;
    }
    double most = most_of(model, i, sign, lo, hi);

    for (int e = model->row_start[i];
         e < model->row_start[i + 1] && isfinite(most); e++) {
        ore_program_entry *entry = &model->entries[e];
        const double side = is_upper ? row->hi : -row->lo;
        const double coef = sign * entry->coef;
        const double spare = side + fabs(coef) - most;

        if (model->cols[entry->col].kind != ORE_BINARY ||
            lo[entry->col] == hi[entry->col] ||
            spare <= worth_moving * fmax(fabs(coef), fabs(side)) ||
            spare >= fabs(coef) * (1.0 - worth_moving)) {
            continue;
        }
        any = true;
        if (coef < 0.0) {
            entry->coef = sign * sum_of(coef, spare);
        } else {
            entry->coef = sign * sum_of(coef, -spare);
            row->hi = is_upper ? side - spare : row->hi;
            row->lo = is_upper ? row->lo : -(side - spare);
            most -= spare;
        }
    }
    return any;
}

static bool tighten_rows(ore_model *model, const double *lo, const double *hi)
{
    bool any = false;

    for (int i = 0; i < model->n_rows; i++) {
        any |= tighten_row(model, i, lo, hi);
    }
    return any;
}

/* With binary j at `value`, the others of row `i` come to less than it allows:
 * then it allows no more than they come to, and as much as before at the other
 * value. */
static bool tighten_probed_row(const probing *p, int i, int j, double value)
{
    ore_program_row *row = &p->model->rows[i];
    const bool is_upper = isfinite(row->hi);
    const double sign = is_upper ? 1.0 : -1.0;
    ore_program_entry *entry = &p->model->entries[p->model->row_start[i]];

    if (isfinite(row->lo) == isfinite(row->hi)) {
        return false;
    }
    while (entry->col != j) {
        entry++;
    }
    const double side = is_upper ? row->hi : -row->lo;
    const double coef = sign * entry->coef;
    const double spare = side - most_of(p->model, i, sign, p->lo, p->hi);

    if (!isfinite(spare) ||
        spare <= worth_probing * fmax(fabs(coef), fabs(side))) {
        return false;
    }
    if (value > 0.5) {
        entry->coef = sign * sum_of(coef, spare);
    } else {
        entry->coef = sign * sum_of(coef, -spare);
        row->hi = is_upper ? side - spare : row->hi;
        row->lo = is_upper ? row->lo : -(side - spare);
    }
    return true;
}

/* Try binary j at `value`; fix it at the other one when no row allows that. */
static bool try_at(const probing *p, int j, double value)
{
    const int mark = ore_propagator_mark(p->propagator);
    bool any = false;
    int n;
    const int *rows = ore_propagator_rows(p->propagator, j, &n);

    if (p->lo[j] == p->hi[j]) {
        return false;
    }
    ore_propagator_narrow(p->propagator, j, value, value);
    const bool is_possible = ore_propagate(p->propagator);

    for (int k = 0; k < n && is_possible; k++) {
        any |= tighten_probed_row(p, rows[k], j, value);
    }
    ore_propagator_undo(p->propagator, mark);
    if (!is_possible) {
        ore_propagator_narrow(p->propagator, j, 1.0 - value, 1.0 - value);
        (void)ore_propagate(p->propagator);
    }
    return any || !is_possible;
}

static bool probe(const probing *p)
{
    bool any = false;

    for (int j = 0; j < p->model->n_cols; j++) {
        if (ore_propagator_work(p->propagator) > max_probing) {
            break;
        }
        if (p->model->cols[j].kind == ORE_BINARY) {
            any |= try_at(p, j, 1.0);
            any |= try_at(p, j, 0.0);
        }
    }
    return any;
}

/* Take the entries out that have become 0. */
static void drop_zeros(ore_model *model)
{
    int kept = 0;

    for (int i = 0, e = 0; i < model->n_rows; i++) {
        for (; e < model->row_start[i + 1]; e++) {
            if (model->entries[e].coef != 0.0) {
                model->entries[kept++] = model->entries[e];
            }
        }
        model->row_start[i + 1] = kept;
    }
    model->n_entries = kept;
}

static void tighten(ore_model *model, bool probes)
{
    double *lo = ore_alloc(model->n_cols, sizeof *lo);
    double *hi = ore_alloc(model->n_cols, sizeof *hi);
    ore_propagator *propagator = ore_propagator_new(model, lo, hi);
    const probing all = {model, lo, hi, propagator};
    bool any = true;

    for (int j = 0; j < model->n_cols; j++) {
        lo[j] = model->cols[j].lo;
        hi[j] = model->cols[j].hi;
    }
    for (int n = 0; n < max_rounds && any; n++) {
        ore_propagator_look_at_all(propagator);
        /* A program without a solution is left to the relaxation. */
        if (!ore_propagate(propagator)) {
            break;
        }
        ore_propagator_limit(propagator, longest_probed);
        any = probes && probe(&all);
        ore_propagator_limit(propagator, INT_MAX);
        any |= tighten_rows(model, lo, hi);
    }
    /* The bounds of real columns stay as they were: rows imply them, and a
     * relaxation that has them too is slower to solve. */
    for (int j = 0; j < model->n_cols; j++) {
        if (model->cols[j].kind == ORE_BINARY) {
            model->cols[j].lo = lo[j];
            model->cols[j].hi = hi[j];
        }
    }
    drop_zeros(model);
    ore_propagator_free(propagator);
    free(lo);
    free(hi);
}

void ore_tighten(ore_model *model)
{
    tighten(model, false);
}

void ore_tighten_by_probing(ore_model *model)
{
    tighten(model, true);
}
