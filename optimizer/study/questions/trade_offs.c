/* See trade_offs.h. Every figure is that of a portfolio which is solved as the
 * round itself is and verified as it is. The portfolios at hand are what each
 * search begins with, and what is proven of a round holds for a narrower one:
 * so most questions take far less than the round did. */
#include "study/questions/trade_offs.h"

#include <math.h>
#include <stdlib.h>

#include "base/clock.h"
#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "orefolio/rules.h"
#include "solve/prepared.h"
#include "solve/worker.h"
#include "study/questions/questions.h"
#include "study/questions/trade_offs_told.h"
#include "study/solved.h"
#include "study/tasks.h"
#include "study/verified.h"

typedef enum question_kind {
    ABOUT_FLOORS,
    ABOUT_GROUP,
    ABOUT_PROJECT
} question_kind;

/* A question, and what others begin with once it is answered. */
typedef struct question {
    question_kind kind;
    int at, n;               /* the group of limits; the project */
    const ore_result *above; /* of the group that contains it; NULL */
    ore_result *result;      /* of a group whose halves are asked */
} question;

typedef struct asking {
    ore_questions a;
    ore_trade_offs *all;
    question *list; /* [tasks.n] */
    int room;
    const ore_round *first_goal; /* the round with its first goal alone */
    double share_s;              /* of the question that begins */
    double unit_s; /* work of a question about a project; 0 = unlimited */
    ore_tasks tasks;
} asking;

/* The first goal's best alone, when later goals took from it: a tenth of the
 * time, since all of the others wait. */
static void ask_first(ore_questions *a)
{
    const double until_s = a->until_s;
    ore_round *edited = ore_round_copy(a->round);
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .first_only = a->prepared != NULL,
                             .starts = {a->result},
                             .bound = a->result->goals[0].bound};

    if (hints.first_only) {
        ore_edit_give_nothing(edited);
    } else {
        ore_edit_to_first_goal(edited);
    }
    a->until_s -= isfinite(until_s) ? 0.9 * (until_s - ore_now_s()) : 0.0;
    a->first = ore_questions_ask(a, edited, &hints).result;
    a->until_s = until_s;
}

static void add_question(asking *q, question what)
{
    q->list = ore_grow(q->list, q->tasks.n, &q->room, sizeof *q->list);
    q->list[q->tasks.n++] = what;
}

/* Every figure of the round that limits portfolios and that can be moved,
 * once. */
static void add_limits(const ore_questions *a, ore_trade_offs *all)
{
    ore_limits limits = ore_limits_of(a->round, a->result);

    all->relaxed = ore_alloc(limits.n, sizeof *all->relaxed);
    for (int i = 0; i < limits.n; i++) {
        const ore_limit *limit = &limits.list[i];
        bool is_new = limit->family->relax && limit->step > 0.0;

        for (int k = 0; k < all->n_relaxed && is_new; k++) {
            is_new = !ore_limits_same(&all->relaxed[k].limit, limit);
        }
        if (is_new) {
            all->relaxed[all->n_relaxed++] =
                (ore_relaxation){.limit = *limit, .answer = ORE_ANSWER_UNASKED};
        }
    }
    ore_limits_free(&limits);
}

/* Whether nothing but the portfolio keeps the project out. */
static bool could_go_ahead(const ore_result *result, int p)
{
    const ore_reason_kind kind = result->reason[p].kind;

    return result->option[p] < 0 && kind != ORE_REASON_OUT &&
           kind != ORE_REASON_SCREENED && kind != ORE_REASON_WINDOW;
}

/* How many there are; groups of limits are as many as they have. */
static int list_questions(asking *q)
{
    const ore_round *round = q->a.round;
    ore_trade_offs *all = ore_alloc(1, sizeof *all);

    q->all = all;
    all->forced = ore_alloc(round->n_projects, sizeof *all->forced);
    if (ore_has_promises(round)) {
        all->floors.answer = ORE_ANSWER_UNASKED;
        add_question(q, (question){.kind = ABOUT_FLOORS, .n = 1});
    }
    add_limits(&q->a, all);
    if (all->n_relaxed > 0) {
        add_question(q, (question){.kind = ABOUT_GROUP, .n = all->n_relaxed});
    }
    for (int p = 0; p < round->n_projects; p++) {
        if (could_go_ahead(q->a.result, p)) {
            all->forced[p].answer = ORE_ANSWER_UNASKED;
            all->forced[p].break_even = ORE_ANSWER_UNASKED;
            add_question(q, (question){.kind = ABOUT_PROJECT, .at = p, .n = 1});
        }
    }
    for (int i = 0; i < q->tasks.n; i++) {
        all->n_questions += q->list[i].n;
    }
    return all->n_questions;
}

/* Not when the time is up: what is left of it is shared out over the questions
 * that are left. */
static bool begin(void *data, int i)
{
    asking *q = data;
    const double left_s = q->a.until_s - ore_now_s();

    q->share_s = ore_tasks_share_s(left_s, q->tasks.n - i, q->tasks.jobs);
    return left_s > 0.0;
}

/* Shares of the work: a wider round is searched from scratch. */
static int weight_of(question_kind kind)
{
    return kind == ABOUT_GROUP ? 6 : kind == ABOUT_FLOORS ? 3 : 1;
}

/* No question has less work than this. */
static const double least_unit_s = 2.0;

/* The share of the work that a question about a project has. */
static double unit_of(const asking *q, double work_s)
{
    int n = 0;

    for (int i = 0; i < q->tasks.n; i++) {
        n += weight_of(q->list[i].kind);
    }
    return work_s > 0.0 ? fmax(least_unit_s, work_s / n) : 0.0;
}

/* Of each of its solves. */
static double work_limit_s(const asking *q, question_kind kind)
{
    return q->unit_s <= 0.0
               ? q->a.settings.work_limit_s
               : fmin(q->a.settings.work_limit_s, q->unit_s * weight_of(kind));
}

static void work(void *data, int i, ore_pack *reply)
{
    asking *q = data;
    const question *what = &q->list[i];
    ore_trade_offs *all = q->all;
    ore_reply group;

    q->a.n_solves = 0;
    q->a.settings.work_limit_s = work_limit_s(q, what->kind);
    q->a.until_s = fmin(q->a.until_s, ore_now_s() + q->share_s);
    switch (what->kind) {
    case ABOUT_FLOORS:
        ore_questions_floors(&q->a, &all->floors);
        ore_pack_bytes(reply, &all->floors, sizeof all->floors);
        break;
    case ABOUT_PROJECT:
        ore_questions_conditional(&q->a, what->at, &all->forced[what->at]);
        ore_pack_bytes(reply, &all->forced[what->at], sizeof *all->forced);
        break;
    case ABOUT_GROUP:
        group = ore_questions_group(&q->a, &all->relaxed[what->at], what->n,
                                    what->above);
        ore_pack_bytes(reply, &group.answer, sizeof group.answer);
        if (group.answer == ORE_ANSWER_KNOWN) {
            ore_result_pack(q->first_goal, group.result, reply);
        }
        break;
    }
    ore_pack_bytes(reply, &q->a.n_solves, sizeof q->a.n_solves);
}

/* A group that gains is asked by halves, each of which it bounds. */
static void take_group(asking *q, int i, ore_pack *reply)
{
    const question what = q->list[i];
    ore_relaxation *limits = &q->all->relaxed[what.at];
    ore_reply group = {ORE_ANSWER_UNASKED, NULL};

    ore_unpack_bytes(reply, &group.answer, sizeof group.answer);
    if (group.answer == ORE_ANSWER_KNOWN) {
        group.result = ore_result_unpack(q->first_goal, reply);
    }
    if (!ore_questions_settle(&q->a, limits, what.n, &group)) {
        const int half = what.n / 2;

        add_question(
            q, (question){ABOUT_GROUP, what.at, half, group.result, NULL});
        add_question(q, (question){ABOUT_GROUP, what.at + half, what.n - half,
                                   group.result, NULL});
        q->list[i].result = group.result;
    } else {
        ore_result_free(group.result);
    }
}

/* What nobody answers stays unasked. */
static void take(void *data, int i, ore_pack *reply)
{
    asking *q = data;
    ore_trade_offs *all = q->all;
    const question *what = &q->list[i];
    const char *why;
    int n_solves = 0;

    if (!reply) {
        (void)ore_tell_trouble(&why);
        return;
    }
    switch (what->kind) {
    case ABOUT_FLOORS:
        ore_unpack_bytes(reply, &all->floors, sizeof all->floors);
        break;
    case ABOUT_PROJECT:
        ore_unpack_bytes(reply, &all->forced[what->at], sizeof *all->forced);
        break;
    case ABOUT_GROUP: take_group(q, i, reply); break;
    }
    ore_unpack_bytes(reply, &n_solves, sizeof n_solves);
    all->n_solves += n_solves;
}

static void ask_all(asking *q)
{
    ore_round *shape = ore_round_copy(q->a.round);

    ore_edit_to_first_goal(shape);
    q->first_goal = shape;
    if (q->a.gives_away) {
        const double work_s = q->a.settings.work_limit_s;

        q->a.settings.work_limit_s = work_limit_s(q, ABOUT_PROJECT);
        ask_first(&q->a);
        q->a.settings.work_limit_s = work_s;
    }
    q->all->n_solves = q->a.n_solves;
    ore_tasks_run(&q->tasks);
    ore_round_free(shape);
}

/* What the process that asked passes on: limits point into the round, which was
 * read before it began. */
static void transfer_answers(const asking *q, ore_pack *pack,
                             void (*move)(ore_pack *, void *, size_t))
{
    ore_trade_offs *all = q->all;

    move(pack, all->forced,
         (size_t)q->a.round->n_projects * sizeof *all->forced);
    move(pack, all->relaxed, (size_t)all->n_relaxed * sizeof *all->relaxed);
    move(pack, &all->floors, sizeof all->floors);
    move(pack, &all->n_solves, sizeof all->n_solves);
}

static void to_pack(ore_pack *pack, void *bytes, size_t size)
{
    ore_pack_bytes(pack, bytes, size);
}

/* In a process of its own, from which those of the questions fork: they begin
 * with the round's relaxation, which is solved and cut there. */
static void ask_prepared(void *data, int i, ore_pack *reply)
{
    asking *q = data;
    ore_program *program = ore_program_new(q->a.round);
    ore_prepared *prepared = ore_prepare(program, q->a.settings.work_limit_s);

    (void)i;
    q->a.prepared = prepared;
    ask_all(q);
    transfer_answers(q, reply, to_pack);
    ore_prepared_free(prepared);
    ore_program_free(program);
}

static void take_prepared(void *data, int i, ore_pack *reply)
{
    const asking *q = data;
    const char *why;

    (void)i;
    if (reply) {
        transfer_answers(q, reply, ore_unpack_bytes);
    } else {
        (void)ore_tell_trouble(&why);
    }
}

/* What is prepared counts work: searches that the clock stops share nothing.
 */
static bool is_prepared(const asking *q)
{
    ore_program *program = ore_program_new(q->a.round);
    const bool pays =
        q->a.settings.work_limit_s > 0.0 && ore_prepare_pays(program);

    ore_program_free(program);
    return pays;
}

static void ask(asking *q)
{
    ore_tasks whole = {.jobs = 1,
                       .n = 1,
                       .work = ask_prepared,
                       .take = take_prepared,
                       .data = q};
    const bool is_outermost = ore_interrupts_begin();

    if (is_prepared(q)) {
        ore_tasks_run(&whole);
    } else {
        ask_all(q);
    }
    ore_interrupts_end(is_outermost);
}

ore_trade_offs *ore_trade_offs_new(const ore_study_watch *watch,
                                   const ore_round *round,
                                   const ore_result *result,
                                   const ore_solve_settings *settings,
                                   const ore_trade_off_limits *limits)
{
    asking q = {
        .a = {.round = round,
              .result = result,
              .settings = *settings,
              .sign = ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0,
              .gives_away =
                  round->n_goals > 1 && round->goals[0].tolerance > 0.0,
              .until_s = limits->until_s},
        .tasks = {.jobs = limits->jobs,
                  .what = "questions",
                  .watch = watch,
                  .begin = begin,
                  .work = work,
                  .take = take}};

    q.tasks.data = &q;
    q.a.settings.is_bare = true;
    q.a.settings.jobs = 1;
    q.a.settings.on_progress = NULL;
    if (list_questions(&q) > 0) {
        q.unit_s = unit_of(&q, limits->work_s);
        ore_trade_offs_announce(&q.tasks, q.all, limits->own_s,
                                limits->until_s);
        ask(&q);
    }
    ore_trade_offs_tell_unasked(watch, round, q.all);
    for (int i = 0; i < q.tasks.n; i++) {
        ore_result_free(q.list[i].result);
    }
    free(q.list);
    ore_result_free(q.a.first);
    return q.all;
}

void ore_trade_offs_free(ore_trade_offs *trade_offs)
{
    if (trade_offs) {
        free(trade_offs->forced);
        free(trade_offs->relaxed);
        free(trade_offs);
    }
}
