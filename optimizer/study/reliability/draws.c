/* See draws.h. Draws differ in what fails; a part of the round that shares no
 * row with others (solve/dispatch) sees only its own projects, so it is
 * solved once for each set of them that fails in any draw. */
#include "study/reliability/draws.h"

#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "solve/dispatch/dispatch.h"
#include "solve/worker.h"
#include "study/reliability/decided.h"
#include "study/tasks.h"

/* The work is cut into so many tasks, however many run at a time; a task has at
 * least so many items. */
enum { MAX_TASKS = 16, LEAST_ITEMS = 50 };

/* A plan in a disruption, or in none. */
typedef struct world {
    ore_round *round;
    ore_program *program;
    ore_dispatch *dispatch; /* NULL = no draw has it */
    int first_item, n_items;
} world;

/* A part of a world, and what fails in it. */
typedef struct item {
    int world, part;
    int draw; /* the first one that has it */
    bool is_known;
    double goal;
    int n_unmet; /* shortfalls that are not 0: where, and how much, t/yr */
    int *at;
    double *tpa;
} item;

typedef struct study {
    const ore_plan *plans;
    const ore_fates *fates;
    const bool *is_open; /* [draws] to be found */
    bool keeps_promises;
    int n_projects, n_disruptions;
    int n_worlds;
    world *worlds; /* [n_worlds] by plan, then by disruption, none first */
    int **item_of; /* [draws][parts of its world] */
    int n_items, room;
    item *items;
    int n_tasks;
} study;

/* -1 = it is not to be found. */
static int world_of(const study *s, int d)
{
    return s->is_open[d] ? s->fates->plan[d] * (s->n_disruptions + 1) +
                               s->fates->disruption[d] + 1
                         : -1;
}

static const bool *fails_in(const study *s, int d)
{
    return &s->fates->fails[(size_t)d * (size_t)s->n_projects];
}

static void open_world(study *s, int k)
{
    const ore_plan *plan = &s->plans[k / (s->n_disruptions + 1)];
    world *own = &s->worlds[k];

    own->round = ore_decided_round(plan, k % (s->n_disruptions + 1) - 1,
                                   s->keeps_promises);
    own->program = ore_program_new(own->round);
    double *point =
        ore_alloc(ore_model_count_cols(own->program->model), sizeof *point);

    ore_decided_point(plan, own->program, point);
    own->dispatch = ore_dispatch_new(own->program, point);
    free(point);
}

/* Split the classes of draws by whether project p fails; how many there are. */
static int split(const study *s, int k, int p, int *class_of, int n_classes)
{
    int *next = ore_alloc(2 * n_classes, sizeof *next);
    int n = 0;

    for (int d = 0; d < s->fates->n; d++) {
        if (world_of(s, d) == k) {
            int *to = &next[2 * class_of[d] + fails_in(s, d)[p]];

            /* Numbers from 1 on: 0 is none yet. */
            *to = *to > 0 ? *to : ++n;
            class_of[d] = *to - 1;
        }
    }
    free(next);
    return n;
}

/* An item for each set of projects of the part that fails in a draw. */
static void list_items(study *s, int k, int part)
{
    const ore_plan *plan = &s->plans[k / (s->n_disruptions + 1)];
    int *class_of = ore_alloc(s->fates->n, sizeof *class_of);
    int n_classes = 1;
    const int first = s->n_items;

    for (int p = 0; p < s->n_projects; p++) {
        if (ore_is_at_risk(plan, p) &&
            ore_dispatch_has(s->worlds[k].dispatch, part, p)) {
            n_classes = split(s, k, p, class_of, n_classes);
        }
    }
    for (int d = 0; d < s->fates->n; d++) {
        if (world_of(s, d) != k) {
            continue;
        }
        /* Classes are numbered in the order in which draws have them. */
        if (first + class_of[d] == s->n_items) {
            s->items =
                ore_grow(s->items, s->n_items, &s->room, sizeof *s->items);
            s->items[s->n_items++] =
                (item){.world = k, .part = part, .draw = d};
        }
        s->item_of[d][part] = first + class_of[d];
    }
    free(class_of);
}

static void open_worlds(study *s)
{
    for (int d = 0; d < s->fates->n; d++) {
        const int k = world_of(s, d);

        if (k < 0) {
            continue;
        }
        if (!s->worlds[k].dispatch) {
            open_world(s, k);
        }
        s->item_of[d] = ore_alloc(ore_dispatch_parts(s->worlds[k].dispatch),
                                  sizeof **s->item_of);
    }
    for (int k = 0; k < s->n_worlds; k++) {
        for (int part = 0; s->worlds[k].dispatch &&
                           part < ore_dispatch_parts(s->worlds[k].dispatch);
             part++) {
            list_items(s, k, part);
        }
    }
}

static int first_item(const study *s, int task)
{
    return (int)((long long)s->n_items * task / s->n_tasks);
}

static void solve_item(const study *s, const item *own, ore_pack *reply)
{
    const world *in = &s->worlds[own->world];
    const int n = in->round->n_targets * in->round->n_states;
    double *unmet_tpa = ore_alloc(n, sizeof *unmet_tpa);
    double goal = 0.0;
    int n_unmet = 0;
    const bool is_known = ore_dispatch_solve(
        in->dispatch, own->part, fails_in(s, own->draw), &goal, unmet_tpa);

    for (int at = 0; at < n; at++) {
        n_unmet += unmet_tpa[at] != 0.0;
    }
    ore_pack_bytes(reply, &is_known, sizeof is_known);
    ore_pack_bytes(reply, &goal, sizeof goal);
    ore_pack_bytes(reply, &n_unmet, sizeof n_unmet);
    for (int at = 0; at < n; at++) {
        if (unmet_tpa[at] != 0.0) {
            ore_pack_bytes(reply, &at, sizeof at);
            ore_pack_bytes(reply, &unmet_tpa[at], sizeof unmet_tpa[at]);
        }
    }
    free(unmet_tpa);
}

static bool begin(void *data, int task)
{
    (void)data;
    (void)task;
    return !ore_interrupted();
}

static void work(void *data, int task, ore_pack *reply)
{
    const study *s = data;

    for (int i = first_item(s, task); i < first_item(s, task + 1); i++) {
        solve_item(s, &s->items[i], reply);
    }
}

static void take_item(item *own, ore_pack *reply)
{
    ore_unpack_bytes(reply, &own->is_known, sizeof own->is_known);
    ore_unpack_bytes(reply, &own->goal, sizeof own->goal);
    ore_unpack_bytes(reply, &own->n_unmet, sizeof own->n_unmet);
    own->at = ore_alloc(own->n_unmet, sizeof *own->at);
    own->tpa = ore_alloc(own->n_unmet, sizeof *own->tpa);
    for (int i = 0; i < own->n_unmet; i++) {
        ore_unpack_bytes(reply, &own->at[i], sizeof own->at[i]);
        ore_unpack_bytes(reply, &own->tpa[i], sizeof own->tpa[i]);
    }
}

static void take(void *data, int task, ore_pack *reply)
{
    study *s = data;

    for (int i = first_item(s, task); reply && i < first_item(s, task + 1);
         i++) {
        take_item(&s->items[i], reply);
    }
}

/* What draw d comes to: the sum of its parts, each in its place. False = one of
 * them has no flows. */
static bool count_draw(const study *s, ore_odds *odds, int d)
{
    const world *in = &s->worlds[world_of(s, d)];
    double *unmet_tpa = ore_alloc(in->round->n_targets * in->round->n_states,
                                  sizeof *unmet_tpa);
    double loss = ore_dispatch_begin(in->dispatch, unmet_tpa);
    bool is_known = true;

    for (int part = 0; part < ore_dispatch_parts(in->dispatch); part++) {
        const item *own = &s->items[s->item_of[d][part]];

        is_known = is_known && own->is_known;
        loss += own->goal;
        for (int i = 0; i < own->n_unmet; i++) {
            unmet_tpa[own->at[i]] += own->tpa[i];
        }
    }
    if (is_known) {
        ore_odds_add(odds, d, loss, unmet_tpa);
    }
    free(unmet_tpa);
    return is_known;
}

static void close_study(study *s)
{
    for (int k = 0; k < s->n_worlds; k++) {
        ore_dispatch_free(s->worlds[k].dispatch);
        ore_program_free(s->worlds[k].program);
        ore_round_free(s->worlds[k].round);
    }
    for (int d = 0; d < s->fates->n; d++) {
        free(s->item_of[d]);
    }
    for (int i = 0; i < s->n_items; i++) {
        free(s->items[i].at);
        free(s->items[i].tpa);
    }
    free(s->worlds);
    free(s->item_of);
    free(s->items);
}

void ore_draws_find(const ore_plan *plans, int n_plans, const ore_fates *fates,
                    bool keeps_promises, int jobs, const ore_study_watch *watch,
                    bool *is_open, ore_odds *odds)
{
    const ore_round *round = plans[0].round;
    study s = {.plans = plans,
               .fates = fates,
               .is_open = is_open,
               .keeps_promises = keeps_promises,
               .n_projects = round->n_projects,
               .n_disruptions = round->n_disruptions,
               .n_worlds = n_plans * (round->n_disruptions + 1)};

    s.worlds = ore_alloc(s.n_worlds, sizeof *s.worlds);
    s.item_of = ore_alloc(fates->n, sizeof *s.item_of);
    open_worlds(&s);
    s.n_tasks = s.n_items / LEAST_ITEMS < 1           ? 1
                : s.n_items / LEAST_ITEMS < MAX_TASKS ? s.n_items / LEAST_ITEMS
                                                      : MAX_TASKS;
    ore_tasks tasks = {.jobs = jobs,
                       .n = s.n_tasks,
                       .what = "parts of the draws",
                       .watch = watch,
                       .begin = begin,
                       .work = work,
                       .take = take,
                       .data = &s};

    ore_tasks_run(&tasks);
    for (int d = 0; d < fates->n; d++) {
        is_open[d] = is_open[d] && !count_draw(&s, odds, d);
    }
    close_study(&s);
}
