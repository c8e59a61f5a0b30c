/* See repair.h. Whatever repairs the round gives up something of every conflict
 * in it: so the concessions that touch one conflict are tried, one at a time;
 * where none is enough, each is joined by those that touch a conflict of what
 * is left (hitting sets; R. Reiter, A theory of diagnosis from first
 * principles, Artificial Intelligence 32, 1987). All sets of one size are tried
 * before larger ones, so that what is found is as small as can be. */
#include "study/repair/repair.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "solve/explain/iis.h"
#include "solve/presolve/scaling.h"
#include "solve/worker.h"
#include "study/repair/concessions.h"
#include "study/repair/least_amount.h"
#include "study/solved.h"
#include "study/tasks.h"

/* Concessions of one row, and sets of one size, that are tried. */
enum { MAX_OF_ROW = 16, MAX_SETS = 60 };

/* A set of concessions. */
typedef struct node {
    ore_given given;
    ore_answer answer; /* KNOWN: it repairs the round */
    bool is_least;
    ore_result *result; /* owned */
    int n_rows;
    int *rows;      /* [n_rows] owned: of a conflict under it */
    char *conflict; /* owned: its limits */
    int parent;     /* the set it has one more than; -1 */
} node;

typedef struct repairing {
    const ore_repairing *asked;
    ore_concessions all;
    node *nodes; /* [n] those of one size from `first` on */
    int n, room, first;
    bool is_whole; /* nothing was left out or unanswered */
} repairing;

static node *node_of(const repairing *r, int i)
{
    return &r->nodes[r->first + i];
}

static bool begin(void *data, int i)
{
    const repairing *r = data;

    (void)i;
    return ore_now_s() < r->asked->until_s;
}

static void work_conflict(void *data, int i, ore_pack *pack)
{
    const repairing *r = data;
    ore_given_round given = ore_give(&r->all, &node_of(r, i)->given);
    ore_scaling *scaling = ore_scaling_new(given.program);
    ore_iis iis = ore_iis_find(&scaling->program);

    ore_pack_bytes(pack, &iis.n, sizeof iis.n);
    ore_pack_bytes(pack, iis.rows, (size_t)iis.n * sizeof *iis.rows);
    ore_iis_free(&iis);
    ore_scaling_free(scaling);
    ore_given_free(&given);
}

static void take_conflict(void *data, int i, ore_pack *pack)
{
    const repairing *r = data;
    node *own = node_of(r, i);

    if (pack) {
        ore_unpack_bytes(pack, &own->n_rows, sizeof own->n_rows);
        own->rows = ore_alloc(own->n_rows, sizeof *own->rows);
        ore_unpack_bytes(pack, own->rows,
                         (size_t)own->n_rows * sizeof *own->rows);
    }
}

static void work_set(void *data, int i, ore_pack *pack)
{
    const repairing *r = data;
    node *own = node_of(r, i);
    const ore_least_asking asking = {&r->all, r->asked->settings,
                                     r->asked->until_s};

    own->answer =
        ore_least_amounts(&asking, &own->given, &own->is_least, &own->result);
    ore_pack_bytes(pack, &own->answer, sizeof own->answer);
    ore_pack_bytes(pack, &own->is_least, sizeof own->is_least);
    ore_pack_bytes(pack, own->given.amount, sizeof own->given.amount);
    if (own->answer == ORE_ANSWER_KNOWN) {
        ore_result_pack(r->asked->round, own->result, pack);
    }
    ore_result_free(own->result);
}

static void take_set(void *data, int i, ore_pack *pack)
{
    const repairing *r = data;
    node *own = node_of(r, i);

    if (!pack) {
        return;
    }
    ore_unpack_bytes(pack, &own->answer, sizeof own->answer);
    ore_unpack_bytes(pack, &own->is_least, sizeof own->is_least);
    ore_unpack_bytes(pack, own->given.amount, sizeof own->given.amount);
    if (own->answer == ORE_ANSWER_KNOWN) {
        own->result = ore_result_unpack(r->asked->round, pack);
    }
}

static void run(repairing *r, void (*work)(void *, int, ore_pack *),
                void (*take)(void *, int, ore_pack *))
{
    ore_tasks tasks = {.jobs = r->asked->jobs,
                       .n = r->n - r->first,
                       .what = "questions",
                       .watch = r->asked->watch,
                       .begin = begin,
                       .work = work,
                       .take = take,
                       .data = r};

    ore_tasks_run(&tasks);
}

static bool has(const ore_given *given, int at)
{
    for (int k = 0; k < given->n; k++) {
        if (given->at[k] == at) {
            return true;
        }
    }
    return false;
}

/* The set with one more, unless it is there from `from` on. */
static void add_child(repairing *r, int parent, int at, int from)
{
    ore_given more = r->nodes[parent].given;

    more.at[more.n] = at;
    more.amount[more.n++] = HUGE_VAL;
    for (int i = from; i < r->n; i++) {
        bool is_same = true;

        for (int k = 0; k < more.n; k++) {
            is_same &= has(&r->nodes[i].given, more.at[k]);
        }
        if (is_same) {
            return;
        }
    }
    if (r->n - from >= MAX_SETS) {
        r->is_whole = false;
        return;
    }
    r->nodes = ore_grow(r->nodes, r->n, &r->room, sizeof *r->nodes);
    r->nodes[r->n++] =
        (node){.given = more, .answer = ORE_ANSWER_UNASKED, .parent = parent};
}

static char *conflict_of(const node *own, const ore_model *model)
{
    char *text = ore_copy("");

    for (int k = 0; k < own->n_rows; k++) {
        char *longer =
            ore_print("%s%s\n", text, model->rows[own->rows[k]].limit);

        free(text);
        text = longer;
    }
    return text;
}

/* What to add to set i: the caller frees. Nothing where the conflict is that of
 * the set before: what was given up since has no part in it, and joins those
 * that have. */
static int *find_next(repairing *r, int i, int *n)
{
    node *own = &r->nodes[i];
    ore_given_round given = ore_give(&r->all, &own->given);
    int *next = ore_alloc(own->n_rows * MAX_OF_ROW, sizeof *next);

    own->conflict = conflict_of(own, given.program->model);
    const bool is_idle =
        own->parent >= 0 &&
        strcmp(own->conflict, r->nodes[own->parent].conflict) == 0;

    *n = 0;
    for (int k = 0; k < own->n_rows && !is_idle; k++) {
        *n += ore_concessions_of_row(&r->all, &own->given, &given, own->rows[k],
                                     next + *n, MAX_OF_ROW);
    }
    ore_given_free(&given);
    return next;
}

/* Sets of one more from each of those before `from`, in turn. */
static void add_children(repairing *r, int from)
{
    const int n_sets = from - r->first;
    int **next = ore_alloc(n_sets, sizeof *next);
    int *n = ore_alloc(n_sets, sizeof *n), most = 0;

    for (int i = 0; i < n_sets; i++) {
        const node *own = node_of(r, i);

        r->is_whole &= own->answer == ORE_ANSWER_IMPOSSIBLE && own->n_rows > 0;
        if (own->answer == ORE_ANSWER_IMPOSSIBLE) {
            next[i] = find_next(r, r->first + i, &n[i]);
            most = n[i] > most ? n[i] : most;
        }
    }
    for (int k = 0; k < most; k++) {
        for (int i = 0; i < n_sets; i++) {
            if (k < n[i]) {
                add_child(r, r->first + i, next[i][k], from);
            }
        }
    }
    for (int i = 0; i < n_sets; i++) {
        free(next[i]);
    }
    free(next);
    free(n);
}

/* Only sets that are shown not to be enough have a conflict; whether any of
 * this size is enough. */
static bool seek_of_size(repairing *r)
{
    const int from = r->n;
    bool is_found = false;

    run(r, work_conflict, take_conflict);
    add_children(r, from);
    r->first = from;
    run(r, work_set, take_set);
    for (int i = from; i < r->n; i++) {
        is_found |= r->nodes[i].answer == ORE_ANSWER_KNOWN;
        r->is_whole &= r->nodes[i].answer == ORE_ANSWER_KNOWN ||
                       r->nodes[i].answer == ORE_ANSWER_IMPOSSIBLE;
    }
    return is_found;
}

/* How much of what is written is changed: what is dropped counts as a whole. */
static double size_of(const ore_repair *repair)
{
    double size = 0.0;

    for (int k = 0; k < repair->n; k++) {
        const ore_concession *what = &repair->what[k];
        const double figure = isfinite(what->figure) && what->figure != 0.0
                                  ? fabs(what->figure)
                                  : 1.0;

        size += isnan(repair->amount[k]) ? 1.0 : repair->amount[k] / figure;
    }
    return size;
}

static void add_repair(const repairing *r, const node *own,
                       ore_repairs *repairs)
{
    ore_repair repair = {
        .n = own->given.n, .is_least = own->is_least, .result = own->result};
    int at = repairs->n++;

    for (int k = 0; k < repair.n; k++) {
        repair.what[k] = r->all.list[own->given.at[k]];
        repair.amount[k] = own->given.amount[k];
    }
    for (; at > 0 && size_of(&repair) < size_of(&repairs->list[at - 1]); at--) {
        repairs->list[at] = repairs->list[at - 1];
    }
    repairs->list[at] = repair;
}

/* Whether both change the same sort of thing. */
static bool is_alike(const ore_repair *a, const ore_repair *b)
{
    bool is_alike = a->n == b->n;

    for (int k = 0; k < a->n && is_alike; k++) {
        is_alike = a->what[k].kind == b->what[k].kind &&
                   a->what[k].limit.family == b->what[k].limit.family;
    }
    return is_alike;
}

/* The repair to leave out of a list that is too long: the largest of those that
 * have a smaller one of their sort, so that what is listed differs. */
static int find_dispensable(const ore_repairs *repairs)
{
    for (int i = repairs->n - 1; i > 0; i--) {
        for (int k = 0; k < i; k++) {
            if (is_alike(&repairs->list[i], &repairs->list[k])) {
                return i;
            }
        }
    }
    return repairs->n - 1;
}

static void leave_out(ore_repairs *repairs, int i)
{
    ore_result_free(repairs->list[i].result);
    repairs->n--;
    repairs->n_more++;
    for (; i < repairs->n; i++) {
        repairs->list[i] = repairs->list[i + 1];
    }
}

static ore_repairs repairs_of(repairing *r)
{
    ore_repairs repairs = {.list = ore_alloc(r->n, sizeof *repairs.list),
                           .is_complete = r->is_whole,
                           .is_stopped = ore_interrupted() ||
                                         ore_now_s() >= r->asked->until_s,
                           .n_all = r->all.n,
                           .all = r->all.list};

    for (int i = 0; i < r->n; i++) {
        if (r->nodes[i].answer == ORE_ANSWER_KNOWN) {
            add_repair(r, &r->nodes[i], &repairs);
        }
        free(r->nodes[i].rows);
        free(r->nodes[i].conflict);
    }
    while (repairs.n > r->asked->max) {
        leave_out(&repairs, find_dispensable(&repairs));
    }
    free(r->nodes);
    return repairs;
}

ore_repairs ore_repair_find(const ore_repairing *asked)
{
    repairing r = {.asked = asked, .all = {.round = asked->round}};
    const bool is_outermost = ore_interrupts_begin();
    bool is_found = false;

    r.is_whole = true;
    r.nodes = ore_grow(r.nodes, 0, &r.room, sizeof *r.nodes);
    r.nodes[r.n++] = (node){.answer = ORE_ANSWER_IMPOSSIBLE, .parent = -1};
    for (int size = 1; size <= ORE_MAX_CONCESSIONS && !is_found; size++) {
        is_found = !ore_interrupted() && seek_of_size(&r);
    }
    ore_interrupts_end(is_outermost);
    return repairs_of(&r);
}
