/* The builder's record: append while families emit, then sort once. */
#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "program/program.h"

ore_col ore_model_add_col(ore_model *model, ore_col_kind kind, double lo,
                          double hi, const char *fmt, ...)
{
    va_list args;

    assert(lo <= hi);
    model->cols = ore_grow(model->cols, model->n_cols, &model->room_cols,
                           sizeof *model->cols);
    va_start(args, fmt);
    model->cols[model->n_cols] = (ore_program_col){
        .name = ore_vprint(fmt, args), .lo = lo, .hi = hi, .kind = kind};
    va_end(args);
    return (ore_col){model->n_cols++};
}

ore_row ore_model_add_row(ore_model *model, ore_where where, double lo,
                          double hi, const char *fmt, ...)
{
    va_list args;

    assert(lo <= hi);
    model->rows = ore_grow(model->rows, model->n_rows, &model->room_rows,
                           sizeof *model->rows);
    va_start(args, fmt);
    model->rows[model->n_rows] =
        (ore_program_row){.name = ore_vprint(fmt, args),
                          .lo = lo,
                          .hi = hi,
                          .where = where,
                          .family = model->family,
                          .offset = nan("")};
    va_end(args);
    return (ore_row){model->n_rows++};
}

void ore_model_mark_start(ore_model *model, ore_col col)
{
    model->cols[col.at].is_start = true;
}

void ore_model_begin_family(ore_model *model, const struct ore_family *family)
{
    model->family = family;
}

void ore_model_mark_choice(ore_model *model, ore_row row, int p)
{
    model->rows[row.at].is_choice = true;
    model->rows[row.at].project = p;
}

void ore_model_row_limit(ore_model *model, ore_row row, const char *fmt, ...)
{
    va_list args, again;

    assert(!model->rows[row.at].limit);
    va_start(args, fmt);
    va_copy(again, args);
    model->rows[row.at].limit = ore_vprint(fmt, args);
    model->rows[row.at].limit_ja =
        ore_vprint(ore_translated_to(true, fmt), again);
    va_end(again);
    va_end(args);
}

void ore_model_row_amount(ore_model *model, ore_row row, double offset)
{
    model->rows[row.at].offset = offset;
}

void ore_model_add_coef(ore_model *model, ore_row row, double coef, ore_col col)
{
    assert(isfinite(coef));
    if (coef == 0.0 || col.at < 0) {
        return;
    }
    model->entries = ore_grow(model->entries, model->n_entries,
                              &model->room_entries, sizeof *model->entries);
    model->entries[model->n_entries++] =
        (ore_program_entry){row.at, col.at, coef};
}

static int by_row(const void *a, const void *b)
{
    const ore_program_entry *x = a, *y = b;

    return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
                            : (x->col > y->col) - (x->col < y->col);
}

/* Sort entries and add up those of one pair; returns how many are left. */
static int merge_entries(ore_program_entry *entries, int count)
{
    int kept = 0;

    if (count == 0) {
        return 0;
    }
    qsort(entries, (size_t)count, sizeof *entries, by_row);
    for (int e = 0; e < count; e++) {
        if (kept > 0 && by_row(&entries[kept - 1], &entries[e]) == 0) {
            entries[kept - 1].coef += entries[e].coef;
        } else {
            entries[kept++] = entries[e];
        }
        if (kept > 0 && entries[kept - 1].coef == 0.0) {
            kept--;
        }
    }
    return kept;
}

void ore_model_row_constant(ore_model *model, ore_row row, double constant)
{
    model->rows[row.at].lo -= constant;
    model->rows[row.at].hi -= constant;
}

void ore_model_relax_row(ore_model *model, ore_row row, const ore_col *when,
                         int count)
{
    ore_program_row *limits = &model->rows[row.at];
    const bool is_upper = isfinite(limits->hi);
    const double limit = is_upper ? limits->hi : limits->lo;
    double farthest = 0.0;
    int first = model->n_entries;

    assert(row.at == model->n_rows - 1);
    assert(is_upper != isfinite(limits->lo));
    while (first > 0 && model->entries[first - 1].row == row.at) {
        first--;
    }
    model->n_entries =
        first + merge_entries(model->entries + first, model->n_entries - first);
    for (int e = first; e < model->n_entries; e++) {
        const ore_program_entry *entry = &model->entries[e];
        const ore_program_col *col = &model->cols[entry->col];
        const double a = entry->coef * col->lo, b = entry->coef * col->hi;

        farthest += is_upper ? fmax(a, b) : fmin(a, b);
    }
    const double room = farthest - limit;

    if (is_upper ? room <= 0.0 : room >= 0.0) {
        return; /* holds whatever happens */
    }
    limits->hi += is_upper ? room : 0.0;
    limits->lo += is_upper ? 0.0 : room;
    for (int i = 0; i < count; i++) {
        ore_model_add_coef(model, row, room, when[i]);
    }
}

/* Add coef × column to goal g, as the goal states it, before any change of sign
 * for a maximised one. */
static void add_goal_coef(ore_model *model, int g, double coef, ore_col col)
{
    assert(isfinite(coef));
    if (coef == 0.0 || col.at < 0) {
        return;
    }
    model->goal_entries =
        ore_grow(model->goal_entries, model->n_goal_entries,
                 &model->room_goal_entries, sizeof *model->goal_entries);
    model->goal_entries[model->n_goal_entries++] =
        (ore_program_entry){g, col.at, coef};
}

void ore_expression_add(const ore_expression *sum, double coef, ore_col col)
{
    if (sum->goal >= 0) {
        add_goal_coef(sum->model, sum->goal, sum->scale * coef, col);
    } else {
        ore_model_add_coef(sum->model, sum->row, sum->scale * coef, col);
    }
}

static void sort_entries(ore_model *model)
{
    model->n_entries = merge_entries(model->entries, model->n_entries);
    model->n_goal_entries =
        merge_entries(model->goal_entries, model->n_goal_entries);
    model->row_start = ore_alloc(model->n_rows + 1, sizeof(int));
    for (int e = 0; e < model->n_entries; e++) {
        model->row_start[model->entries[e].row + 1]++;
    }
    for (int i = 0; i < model->n_rows; i++) {
        model->row_start[i + 1] += model->row_start[i];
    }
}

static void mark_local_rows(ore_model *model, const int *owner)
{
    for (int i = 0; i < model->n_rows && model->n_entries > 0; i++) {
        const ore_program_entry *entries = model->entries + model->row_start[i];
        const int count = model->row_start[i + 1] - model->row_start[i];
        bool is_local = count > 0;

        for (int e = 0; e < count; e++) {
            is_local &= owner[entries[e].col] >= 0 &&
                        owner[entries[e].col] == owner[entries[0].col];
        }
        model->rows[i].is_local = is_local;
    }
}

ore_model *ore_model_new(void)
{
    return ore_alloc(1, sizeof(ore_model));
}

int ore_model_count_cols(const ore_model *model)
{
    return model->n_cols;
}

void ore_model_seal(ore_model *model, const int *owner)
{
    sort_entries(model);
    mark_local_rows(model, owner);
}

void ore_model_free(ore_model *model)
{
    if (!model) {
        return;
    }
    for (int j = 0; j < model->n_cols; j++) {
        free(model->cols[j].name);
    }
    for (int i = 0; i < model->n_rows; i++) {
        free(model->rows[i].name);
        free(model->rows[i].limit);
        free(model->rows[i].limit_ja);
    }
    free(model->cols);
    free(model->rows);
    free(model->entries);
    free(model->row_start);
    free(model->goal_entries);
    free(model);
}

int ore_model_count_integers(const ore_model *model)
{
    int count = 0;

    for (int j = 0; j < model->n_cols; j++) {
        count += model->cols[j].kind == ORE_BINARY;
    }
    return count;
}

void ore_model_measure(const ore_model *model, ore_statistics *statistics)
{
    statistics->rows = model->n_rows;
    statistics->columns = model->n_cols;
    statistics->integers = ore_model_count_integers(model);
    statistics->nonzeros = model->n_entries;
}
