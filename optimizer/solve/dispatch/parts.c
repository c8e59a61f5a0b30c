/* See parts.h. */
#include "solve/dispatch/parts.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"

/* Union-find over the columns of the presolved program. */
static int root_of(int *parent, int j)
{
    while (parent[j] != j) {
        parent[j] = parent[parent[j]];
        j = parent[j];
    }
    return j;
}

static void join(int *parent, int a, int b)
{
    const int x = root_of(parent, a), y = root_of(parent, b);

    parent[x > y ? x : y] = x > y ? y : x;
}

/* Columns that share a row are of one part; parts without a coefficient of the
 * goal are left out: whatever they come to, no figure changes. */
static void number_parts(ore_dispatch *d)
{
    const ore_model *model = &d->presolved->model;
    int *parent = ore_alloc(model->n_cols, sizeof *parent);

    d->part_of = ore_alloc(model->n_cols, sizeof *d->part_of);
    d->place = ore_alloc(model->n_cols, sizeof *d->place);
    for (int j = 0; j < model->n_cols; j++) {
        parent[j] = j;
        d->part_of[j] = -1;
    }
    for (int i = 0; i < model->n_rows; i++) {
        for (int e = model->row_start[i]; e + 1 < model->row_start[i + 1];
             e++) {
            join(parent, model->entries[e].col, model->entries[e + 1].col);
        }
    }
    for (int e = 0; e < model->n_goal_entries; e++) {
        const int root = root_of(parent, model->goal_entries[e].col);

        if (model->goal_entries[e].row == 0 && d->part_of[root] < 0) {
            d->part_of[root] = d->n++;
        }
    }
    for (int j = 0; j < model->n_cols; j++) {
        d->part_of[j] = d->part_of[root_of(parent, j)];
    }
    free(parent);
}

static void copy_columns(ore_dispatch *d)
{
    const ore_model *whole = &d->presolved->model;

    d->parts = ore_alloc(d->n, sizeof *d->parts);
    for (int k = 0; k < d->n; k++) {
        d->parts[k].model = ore_model_new();
    }
    for (int j = 0; j < whole->n_cols; j++) {
        if (d->part_of[j] >= 0) {
            d->place[j] =
                ore_model_add_col(d->parts[d->part_of[j]].model, ORE_CONTINUOUS,
                                  whole->cols[j].lo, whole->cols[j].hi, "%s",
                                  whole->cols[j].name)
                    .at;
        }
    }
}

static void copy_rows(const ore_dispatch *d)
{
    const ore_model *whole = &d->presolved->model;

    for (int i = 0; i < whole->n_rows; i++) {
        const int first = whole->row_start[i], end = whole->row_start[i + 1];
        const int k = first < end ? d->part_of[whole->entries[first].col] : -1;

        if (k < 0) {
            continue;
        }
        ore_model *model = d->parts[k].model;
        const ore_row row =
            ore_model_add_row(model, whole->rows[i].where, whole->rows[i].lo,
                              whole->rows[i].hi, "%s", whole->rows[i].name);

        for (int e = first; e < end; e++) {
            ore_model_add_coef(model, row, whole->entries[e].coef,
                               (ore_col){d->place[whole->entries[e].col]});
        }
    }
}

static void copy_goal(const ore_dispatch *d)
{
    const ore_model *whole = &d->presolved->model;

    for (int e = 0; e < whole->n_goal_entries; e++) {
        const ore_program_entry *entry = &whole->goal_entries[e];

        if (entry->row == 0) {
            const ore_expression goal = {
                .model = d->parts[d->part_of[entry->col]].model,
                .goal = 0,
                .scale = 1.0};

            ore_expression_add(&goal, entry->coef,
                               (ore_col){d->place[entry->col]});
        }
    }
}

int ore_dispatch_part_of(const ore_dispatch *d, ore_col col)
{
    const int on = col.at >= 0 ? d->presolved->aggregations[col.at].on : -1;

    return on >= 0 ? d->part_of[on] : -1;
}

static void add_image(ore_dispatch_image **list, int *n, int *room,
                      ore_dispatch_image item)
{
    *list = ore_grow(*list, *n, room, sizeof **list);
    (*list)[(*n)++] = item;
}

/* Which part has which outputs and which shortfalls. */
static void list_images(ore_dispatch *d)
{
    const ore_round *round = d->program->round;
    const ore_variables *variables = d->program->variables;

    for (int at = 0; at < round->n_options * round->n_states; at++) {
        const ore_col col = variables->utilisation[at];
        const int k = ore_dispatch_part_of(d, col);

        if (k >= 0) {
            ore_dispatch_part *own = &d->parts[k];

            add_image(
                &own->runs, &own->n_runs, &own->room_runs,
                (ore_dispatch_image){
                    round->options[at / round->n_states].project, col.at});
        }
    }
    for (int at = 0; at < round->n_targets * round->n_states; at++) {
        const ore_col col = variables->unmet[at];
        const int k = ore_dispatch_part_of(d, col);

        if (k >= 0) {
            ore_dispatch_part *own = &d->parts[k];

            add_image(&own->unmet, &own->n_unmet, &own->room_unmet,
                      (ore_dispatch_image){at, col.at});
        }
    }
}

/* The shortfall of a target in a state, over what is asked for then, is at most
 * `largest`. */
static void add_share(const ore_dispatch *d, ore_dispatch_part *own,
                      const ore_dispatch_image *unmet, ore_col largest)
{
    const ore_round *round = d->program->round;
    const ore_aggregation *tie = &d->presolved->aggregations[unmet->whole];
    const double asked_tpa =
        round->targets[unmet->of / round->n_states]
            .target_tpa[round->states[unmet->of % round->n_states].t];
    const ore_row row =
        ore_model_add_row(own->model, (ore_where){0}, -HUGE_VAL,
                          -tie->shift / asked_tpa, "evenly(%d)", unmet->of);

    ore_model_add_coef(own->model, row, tie->scale / asked_tpa,
                       (ore_col){d->place[tie->on]});
    ore_model_add_coef(own->model, row, -1.0, largest);
}

static bool is_alike(const ore_round *round, const ore_dispatch_image *a,
                     const ore_dispatch_image *b)
{
    return a->of % round->n_states == b->of % round->n_states &&
           round->targets[a->of / round->n_states].material ==
               round->targets[b->of / round->n_states].material;
}

/* Of flows that are as good, those are meant in which markets lack alike: the
 * second goal is the largest part of its target that a market lacks, of each
 * material in each state that several want. */
static void share_evenly(const ore_dispatch *d, ore_dispatch_part *own)
{
    const ore_round *round = d->program->round;
    bool *is_done = ore_alloc(own->n_unmet, sizeof *is_done);
    int *owner;

    for (int i = 0; i < own->n_unmet; i++) {
        ore_col largest = {-1};

        for (int k = i + 1; k < own->n_unmet && !is_done[i]; k++) {
            if (!is_alike(round, &own->unmet[i], &own->unmet[k])) {
                continue;
            }
            if (largest.at < 0) {
                const ore_expression goal = {
                    .model = own->model, .goal = 1, .scale = 1.0};

                largest = ore_model_add_col(own->model, ORE_CONTINUOUS, 0.0,
                                            HUGE_VAL, "largest(%d)", i);
                ore_expression_add(&goal, 1.0, largest);
                add_share(d, own, &own->unmet[i], largest);
                own->is_shared = true;
            }
            add_share(d, own, &own->unmet[k], largest);
            is_done[k] = true;
        }
    }
    owner = ore_alloc(ore_model_count_cols(own->model), sizeof *owner);
    for (int j = 0; j < ore_model_count_cols(own->model); j++) {
        owner[j] = -1;
    }
    ore_model_seal(own->model, owner);
    free(owner);
    free(is_done);
}

ore_dispatch *ore_dispatch_cut(const ore_program *program,
                               const double *decided)
{
    const ore_model *model = program->model;
    ore_dispatch *d = ore_alloc(1, sizeof *d);
    double *lo = ore_alloc(model->n_cols, sizeof *lo);
    double *hi = ore_alloc(model->n_cols, sizeof *hi);

    for (int j = 0; j < model->n_cols; j++) {
        const bool stands = model->cols[j].kind == ORE_BINARY;

        lo[j] = stands ? round(decided[j]) : model->cols[j].lo;
        hi[j] = stands ? round(decided[j]) : model->cols[j].hi;
    }
    d->program = program;
    d->presolved = ore_presolve(model, lo, hi);
    number_parts(d);
    copy_columns(d);
    copy_rows(d);
    copy_goal(d);
    list_images(d);
    for (int k = 0; k < d->n; k++) {
        share_evenly(d, &d->parts[k]);
    }
    free(lo);
    free(hi);
    return d;
}
