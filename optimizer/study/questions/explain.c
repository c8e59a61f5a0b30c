/* See explain.h. A project that is left out is made to go ahead, one that goes
 * ahead is left out; then it is made better or worse in steps until the round
 * chooses otherwise by itself. Each is the round solved anew and verified. */
#include "study/questions/explain.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"

/* Steps of a flip. */
enum { STEPS = 8 };

typedef struct explaining {
    const ore_inquiry *asked;
    ore_explanation *list;
    int n;
} explaining;

/* The figure at step k: better for a project that is left out, worse for one
 * that goes ahead. */
static double level_of(const ore_round *round, ore_flip_kind kind, int p,
                       bool goes, int k)
{
    const double part = (double)k / STEPS;
    const double success =
        round->options[round->projects[p].first_option].success_probability;

    switch (kind) {
    case ORE_FLIP_COST: return goes ? 1.0 + part : 1.0 - part;
    case ORE_FLIP_SUCCESS:
        return goes ? success * (1.0 - part) : success + (1.0 - success) * part;
    case ORE_FLIP_OUTPUT:
    case ORE_FLIP_ACCOUNTS: return goes ? 1.0 - part : 1.0 + part;
    case ORE_FLIPS: break;
    }
    return 1.0;
}

/* Nothing is free: the last step of what must stay above 0 is left out. */
static int steps_of(ore_flip_kind kind, bool goes)
{
    const bool ends_at_0 = kind == ORE_FLIP_COST ? !goes : goes;

    return ends_at_0 && kind != ORE_FLIP_ACCOUNTS ? STEPS - 1 : STEPS;
}

static void edit(ore_round *edited, ore_flip_kind kind, int p, double level)
{
    switch (kind) {
    case ORE_FLIP_COST: ore_edit_scale(edited, p, level); break;
    case ORE_FLIP_SUCCESS: ore_edit_success(edited, p, level); break;
    case ORE_FLIP_OUTPUT: ore_edit_output(edited, p, level); break;
    case ORE_FLIP_ACCOUNTS: ore_edit_accounts(edited, level); break;
    case ORE_FLIPS: break;
    }
}

/* Whether every goal is proven best, so that no other portfolio decides. */
static bool is_proven(const ore_round *round, const ore_result *result)
{
    for (int g = 0; g < round->n_goals; g++) {
        if (!(ore_goal_uncertainty(&result->goals[g]) == 0.0)) {
            return false;
        }
    }
    return true;
}

/* Whether the choice about the project flips at step k. */
static ore_answer ask_step(ore_questions *a, ore_flip_kind kind, int p, int k,
                           const ore_result *other)
{
    const bool goes = a->result->option[p] >= 0;
    ore_round *edited = ore_round_copy(a->round);
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .starts = {a->result, other},
                             .bound = nan("")};

    edit(edited, kind, p, level_of(a->round, kind, p, goes, k));
    const ore_reply reply = ore_questions_ask(a, edited, &hints);
    const ore_answer answer =
        reply.answer == ORE_ANSWER_UNASKED ? ORE_ANSWER_UNASKED
        /* Where nothing is possible any more, the project is out, too. */
        : reply.answer == ORE_ANSWER_IMPOSSIBLE
            ? goes ? ORE_ANSWER_KNOWN : ORE_ANSWER_IMPOSSIBLE
        : !reply.result || !is_proven(a->round, reply.result)
            ? ORE_ANSWER_UNKNOWN
        : (reply.result->option[p] >= 0) != goes ? ORE_ANSWER_KNOWN
                                                 : ORE_ANSWER_IMPOSSIBLE;

    ore_result_free(reply.result);
    return answer;
}

/* Whether the figure matters to the program at all. */
static bool applies(const ore_round *round, ore_flip_kind kind, int p)
{
    const ore_option *option = &round->options[round->projects[p].first_option];

    switch (kind) {
    case ORE_FLIP_SUCCESS:
        return round->outputs_expected && option->n_flows > 0 &&
               option->success_probability > 0.0;
    case ORE_FLIP_OUTPUT: return option->n_flows > 0;
    case ORE_FLIP_ACCOUNTS: return round->n_budgets > 0;
    case ORE_FLIP_COST:
    case ORE_FLIPS: break;
    }
    return option->capex_m > 0.0;
}

/* The first step at which it flips, by halves: what helps more does not help
 * less. */
static ore_flip find_flip(ore_questions *a, ore_flip_kind kind, int p,
                          const ore_result *other)
{
    const bool goes = a->result->option[p] >= 0;
    int not_yet = 0, flipped = steps_of(kind, goes);
    ore_flip flip = {ORE_ANSWER_NONE, nan("")};

    if (!applies(a->round, kind, p)) {
        return flip;
    }
    flip.answer = is_proven(a->round, a->result)
                      ? ask_step(a, kind, p, flipped, other)
                      : ORE_ANSWER_UNKNOWN;
    while (flip.answer == ORE_ANSWER_KNOWN && flipped - not_yet > 1) {
        const int middle = (not_yet + flipped) / 2;
        const ore_answer answer = ask_step(a, kind, p, middle, other);

        flipped = answer == ORE_ANSWER_KNOWN ? middle : flipped;
        not_yet = answer == ORE_ANSWER_IMPOSSIBLE ? middle : not_yet;
        flip.answer =
            answer == ORE_ANSWER_KNOWN || answer == ORE_ANSWER_IMPOSSIBLE
                ? ORE_ANSWER_KNOWN
                : answer;
    }
    if (flip.answer == ORE_ANSWER_KNOWN) {
        flip.at = level_of(a->round, kind, p, goes, flipped);
    }
    return flip;
}

static void work(void *data, int i, ore_pack *pack)
{
    const explaining *e = data;
    ore_explanation *own = &e->list[i];
    ore_questions a = ore_questions_about(e->asked);
    const ore_reply other = ore_questions_turn(&a, own->project);

    for (int kind = 0; kind < ORE_FLIPS; kind++) {
        own->flips[kind] =
            find_flip(&a, (ore_flip_kind)kind, own->project, other.result);
    }
    ore_reply_pack(e->asked, other, pack);
    ore_pack_bytes(pack, own->flips, sizeof own->flips);
}

static void take(void *data, int i, ore_pack *pack)
{
    const explaining *e = data;
    ore_explanation *own = &e->list[i];
    const ore_reply other = ore_reply_unpack(e->asked, pack);

    own->answer = other.answer;
    own->result = other.result;
    if (pack) {
        ore_unpack_bytes(pack, own->flips, sizeof own->flips);
    }
}

/* What does not depend on the choice is not asked. */
static bool begin(void *data, int i)
{
    const explaining *e = data;

    return !ore_questions_is_decided(e->asked->round, e->asked->result,
                                     e->list[i].project);
}

void ore_explain(const ore_inquiry *asked, ore_explanation *list, int n)
{
    explaining e = {asked, list, n};

    for (int i = 0; i < n; i++) {
        list[i].answer = ore_questions_is_decided(asked->round, asked->result,
                                                  list[i].project)
                             ? ORE_ANSWER_NONE
                             : ORE_ANSWER_UNASKED;
        for (int kind = 0; kind < ORE_FLIPS; kind++) {
            list[i].flips[kind] = (ore_flip){list[i].answer, nan("")};
        }
    }
    ore_inquire(asked, (ore_tasks){.n = n,
                                   .what = "questions",
                                   .begin = begin,
                                   .work = work,
                                   .take = take,
                                   .data = &e});
}

/* Solves about a project, at most: of each kind the last step, and halves. */
static const int most_solves = 1 + ORE_FLIPS * 4;

/* No solve has less work than this. */
static const double least_work_s = 0.5;

ore_explanation *ore_explain_left_out(ore_inquiry asked, double work_s, int *n)
{
    const ore_round *round = asked.round;
    ore_explanation *list = ore_alloc(round->n_projects, sizeof *list);
    int n_asked = 0;

    *n = 0;
    for (int p = 0; p < round->n_projects; p++) {
        if (asked.result->option[p] < 0) {
            n_asked += !ore_questions_is_decided(round, asked.result, p);
            list[(*n)++].project = p;
        }
    }
    if (isfinite(work_s) && n_asked > 0) {
        asked.settings.work_limit_s =
            fmax(least_work_s, work_s / (n_asked * most_solves));
    }
    ore_explain(&asked, list, *n);
    return list;
}

void ore_explained_free(ore_explanation *list, int n)
{
    for (int i = 0; i < n; i++) {
        ore_result_free(list[i].result);
    }
    free(list);
}
