/* The builder's record: append while families emit, then sort once. */
#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "build/program.h"
#include "orefolio/memory.h"

ore_col ore_add_col(ore_model *model, ore_kind kind, double lo, double hi,
                    const char *fmt, ...)
{
    va_list args;

    assert(lo <= hi);
    model->cols = ore_grow(model->cols, model->n_cols, &model->room_cols,
                           sizeof *model->cols);
    va_start(args, fmt);
    model->cols[model->n_cols] =
        (ore_column){ore_vprint(fmt, args), lo, hi, kind};
    va_end(args);
    return (ore_col){model->n_cols++};
}

ore_row ore_add_row(ore_model *model, ore_where where, double lo, double hi,
                    const char *fmt, ...)
{
    va_list args;

    assert(lo <= hi);
    model->rows = ore_grow(model->rows, model->n_rows, &model->room_rows,
                           sizeof *model->rows);
    va_start(args, fmt);
    model->rows[model->n_rows] = (ore_model_row){.name = ore_vprint(fmt, args),
                                                 .lo = lo,
                                                 .hi = hi,
                                                 .where = where,
                                                 .offset = nan("")};
    va_end(args);
    return (ore_row){model->n_rows++};
}

void ore_row_limit(ore_model *model, ore_row row, const char *fmt, ...)
{
    va_list args;

    assert(!model->rows[row.at].limit);
    va_start(args, fmt);
    model->rows[row.at].limit = ore_vprint(fmt, args);
    va_end(args);
}

void ore_row_amount(ore_model *model, ore_row row, double offset)
{
    model->rows[row.at].offset = offset;
}

void ore_put(ore_model *model, ore_row row, double coef, ore_col col)
{
    assert(isfinite(coef));
    if (coef == 0.0 || col.at < 0) {
        return;
    }
    model->entries = ore_grow(model->entries, model->n_entries,
                              &model->room_entries, sizeof *model->entries);
    model->entries[model->n_entries++] = (ore_entry){row.at, col.at, coef};
}

void ore_relax_row(ore_model *model, ore_row row, const ore_col *when,
                   int count)
{
    ore_model_row *limits = &model->rows[row.at];
    const bool is_most = isfinite(limits->hi);
    const double limit = is_most ? limits->hi : limits->lo;
    double farthest = 0.0;

    assert(row.at == model->n_rows - 1);
    assert(is_most != isfinite(limits->lo));
    for (int e = model->n_entries - 1;
         e >= 0 && model->entries[e].row == row.at; e--) {
        const ore_entry *entry = &model->entries[e];
        const ore_column *col = &model->cols[entry->col];
        const double a = entry->coef * col->lo, b = entry->coef * col->hi;

        farthest += is_most ? fmax(a, b) : fmin(a, b);
    }
    const double room = farthest - limit;

    if (is_most ? room <= 0.0 : room >= 0.0) {
        return; /* holds whatever happens */
    }
    limits->hi += is_most ? room : 0.0;
    limits->lo += is_most ? 0.0 : room;
    for (int i = 0; i < count; i++) {
        ore_put(model, row, room, when[i]);
    }
}

void ore_put_goal(ore_model *model, int g, double coef, ore_col col)
{
    assert(isfinite(coef));
    if (coef == 0.0 || col.at < 0) {
        return;
    }
    model->goal_entries =
        ore_grow(model->goal_entries, model->n_goal_entries,
                 &model->room_goal_entries, sizeof *model->goal_entries);
    model->goal_entries[model->n_goal_entries++] = (ore_entry){g, col.at, coef};
}

void ore_sum_put(const ore_sum *sum, double coef, ore_col col)
{
    if (sum->goal >= 0) {
        ore_put_goal(sum->model, sum->goal, sum->scale * coef, col);
    } else {
        ore_put(sum->model, sum->row, sum->scale * coef, col);
    }
}

static int by_row(const void *a, const void *b)
{
    const ore_entry *x = a, *y = b;

    return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
                            : (x->col > y->col) - (x->col < y->col);
}

/* Sort entries and add up those of one pair; returns how many are left. */
static int settle(ore_entry *entries, int count)
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

static void seal(ore_model *model)
{
    model->n_entries = settle(model->entries, model->n_entries);
    model->n_goal_entries = settle(model->goal_entries, model->n_goal_entries);
    model->row_start = ore_alloc(model->n_rows + 1, sizeof(int));
    for (int e = 0; e < model->n_entries; e++) {
        model->row_start[model->entries[e].row + 1]++;
    }
    for (int i = 0; i < model->n_rows; i++) {
        model->row_start[i + 1] += model->row_start[i];
    }
}

static void own(const ore_col *cols, int count, int project, int *owner)
{
    for (int i = 0; i < count; i++) {
        if (cols[i].at >= 0) {
            owner[cols[i].at] = project;
        }
    }
}

/* Which project each column belongs to. The caller frees. */
static int *find_owners(const ore_plan *plan, const ore_vars *vars,
                        const ore_model *model)
{
    int *owner = ore_alloc(model->n_cols, sizeof *owner);

    for (int j = 0; j < model->n_cols; j++) {
        owner[j] = -1;
    }
    for (int o = 0; o < plan->n_options; o++) {
        const int p = plan->options[o].project, at = o * plan->n_commit;

        own(vars->start + at, plan->n_commit, p, owner);
        own(vars->equity + at, plan->n_commit, p, owner);
        own(vars->debt + at, plan->n_commit, p, owner);
        own(vars->run + o * plan->n_moments, plan->n_moments, p, owner);
    }
    for (int f = 0; f < plan->n_offers; f++) {
        const int p = plan->offers[f].project;

        own(vars->use + f, 1, p, owner);
        own(vars->award + vars->award_first[f],
            plan->projects[p].n_options * plan->n_commit, p, owner);
    }
    return owner;
}

static void mark_local_rows(ore_model *model, const int *owner)
{
    for (int i = 0; i < model->n_rows; i++) {
        const ore_entry *entries = model->entries + model->row_start[i];
        const int count = model->row_start[i + 1] - model->row_start[i];
        bool is_local = count > 0;

        for (int e = 0; e < count; e++) {
            is_local &= owner[entries[e].col] >= 0 &&
                        owner[entries[e].col] == owner[entries[0].col];
        }
        model->rows[i].is_local = is_local;
    }
}

ore_program *ore_program_new(const ore_plan *plan)
{
    ore_program *program = ore_alloc(1, sizeof *program);

    program->plan = plan;
    program->model = ore_alloc(1, sizeof *program->model);
    program->vars = ore_vars_new(plan, program->model);
    for (int i = 0; ore_families[i]; i++) {
        ore_families[i]->emit(plan, program->vars, program->model);
    }
    for (int g = 0; g < plan->n_goals; g++) {
        const ore_sum sum = {.model = program->model, .goal = g, .scale = 1.0};

        ore_goal_of(&plan->goals[g])
            ->emit(plan, program->vars, &plan->goals[g], &sum);
    }
    seal(program->model);
    program->owner = find_owners(plan, program->vars, program->model);
    mark_local_rows(program->model, program->owner);
    return program;
}

void ore_program_free(ore_program *program)
{
    if (!program) {
        return;
    }
    ore_model *model = program->model;

    for (int j = 0; j < model->n_cols; j++) {
        free(model->cols[j].name);
    }
    for (int i = 0; i < model->n_rows; i++) {
        free(model->rows[i].name);
        free(model->rows[i].limit);
    }
    free(model->cols);
    free(model->rows);
    free(model->entries);
    free(model->row_start);
    free(model->goal_entries);
    free(model);
    free(program->owner);
    ore_vars_free(program->vars);
    free(program);
}

int ore_integers(const ore_model *model)
{
    int count = 0;

    for (int j = 0; j < model->n_cols; j++) {
        count += model->cols[j].kind == ORE_BINARY;
    }
    return count;
}
