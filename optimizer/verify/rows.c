/* The program's rows at a point, in exact arithmetic (GMP rationals). Doubles
 * are dyadic rationals, so nothing is rounded on the way. */
#include "verify/rows.h"

#include <gmp.h>
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/tolerances.h"

static const double tolerance = ORE_TOLERANCE_WRITTEN;

/* Scratch numbers, initialised once a run. */
typedef struct scratch {
    mpq_t sum, positive, negative, term, coef;
} scratch;

static void add_term(scratch *s, double coef, double value)
{
    mpq_set_d(s->coef, coef);
    mpq_set_d(s->term, value);
    mpq_mul(s->term, s->term, s->coef);
    mpq_add(s->sum, s->sum, s->term);
    if (mpq_sgn(s->term) >= 0) {
        mpq_add(s->positive, s->positive, s->term);
    } else {
        mpq_sub(s->negative, s->negative, s->term);
    }
}

/* limit - sum (or sum - limit) as a double, exact until the last step;
 * positive when the limit is passed. */
static double excess(scratch *s, double limit, bool is_low)
{
    if (!isfinite(limit)) {
        return 0.0;
    }
    mpq_set_d(s->term, limit);
    mpq_sub(s->term, is_low ? s->term : s->sum, is_low ? s->sum : s->term);
    return mpq_sgn(s->term) > 0 ? mpq_get_d(s->term) : 0.0;
}

static double row_violation(const ore_model *model, const double *point, int i,
                            scratch *s)
{
    const ore_program_row *row = &model->rows[i];
    bool whole = true;

    mpq_set_ui(s->sum, 0, 1);
    mpq_set_ui(s->positive, 0, 1);
    mpq_set_ui(s->negative, 0, 1);
    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        const ore_program_entry *entry = &model->entries[e];

        whole = whole && model->cols[entry->col].kind == ORE_BINARY &&
                trunc(entry->coef) == entry->coef;
        add_term(s, entry->coef, point[entry->col]);
    }
    const double off =
        fmax(excess(s, row->lo, true), excess(s, row->hi, false));
    const double limit = isfinite(row->hi) ? row->hi : row->lo;
    const double size =
        fmax(fmax(1.0, fabs(limit)),
             fmax(mpq_get_d(s->positive), mpq_get_d(s->negative)));

    return whole && off > 0.0 ? HUGE_VAL : off / size;
}

static double column_violation(const ore_program_col *column, double value)
{
    const double off = fmax(column->lo - value, value - column->hi);
    const double size =
        fmax(1.0, isfinite(column->hi) ? fabs(column->hi) : fabs(value));

    if (column->kind == ORE_BINARY && value != 0.0 && value != 1.0) {
        return HUGE_VAL;
    }
    return off > 0.0 ? off / size : 0.0;
}

static void *resize(void *block, size_t old_size, size_t size)
{
    (void)old_size;
    return ore_library_resize(block, size);
}

static void release(void *block, size_t size)
{
    (void)size;
    free(block);
}

void ore_exact_begin(void)
{
    mp_set_memory_functions(ore_library_alloc, resize, release);
}

double ore_check_rows(const ore_model *model, const double *point,
                      ore_on_broken_row broken, void *data)
{
    scratch s;
    double worst = 0.0;

    mpq_inits(s.sum, s.positive, s.negative, s.term, s.coef, NULL);
    for (int i = 0; i < model->n_rows; i++) {
        const double violation = row_violation(model, point, i, &s);

        worst = fmax(worst, violation);
        if (violation > tolerance) {
            broken(data, &model->rows[i], violation);
        }
    }
    mpq_clears(s.sum, s.positive, s.negative, s.term, s.coef, NULL);
    for (int j = 0; j < model->n_cols; j++) {
        const double violation = column_violation(&model->cols[j], point[j]);

        worst = fmax(worst, violation);
        if (violation > tolerance) {
            const ore_program_row as_row = {.name = model->cols[j].name};

            broken(data, &as_row, violation);
        }
    }
    return worst;
}
