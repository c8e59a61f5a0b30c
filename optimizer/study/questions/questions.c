/* See questions.h. */
#include "study/questions/questions.h"

#include <math.h>
#include <stdlib.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "orefolio/tolerances.h"
#include "solve/worker.h"
#include "study/solved.h"
#include "study/verified.h"

/* Written figures of equal portfolios differ by less than this. */
static const double grain = ORE_TOLERANCE_EQUAL;

/* What is left is too little for any solve. */
static const double min_s = 0.01;

static bool is_over(const ore_questions *a)
{
    return ore_interrupted() || a->until_s - ore_now_s() < min_s;
}

ore_reply ore_questions_ask(ore_questions *a, ore_round *edited,
                            const ore_hints *hints)
{
    const ore_result *starts[ORE_COUNT_OF(hints->starts)];
    ore_solve_settings settings = a->settings;
    ore_reply reply = {ORE_ANSWER_UNASKED, NULL};

    settings.starts = starts;
    settings.n_looks = hints->n_looks;
    settings.takes_start = hints->takes_start;
    settings.first_only = hints->first_only;
    settings.prepared = a->prepared;
    for (int i = 0; i < ORE_COUNT_OF(hints->starts); i++) {
        if (hints->starts[i]) {
            starts[settings.n_starts++] = hints->starts[i];
        }
    }
    settings.has_bound = !isnan(hints->bound);
    settings.known_bound = hints->bound;
    settings.has_cutoff = hints->has_cutoff;
    settings.good = hints->good;
    settings.bad = hints->bad;
    if (!is_over(a)) {
        settings.time_limit_s =
            fmin(settings.time_limit_s, a->until_s - ore_now_s());
        ore_program *program = ore_program_new(edited);
        ore_diags *unsaid = ore_diags_new();
        ore_statistics statistics;
        const ore_status status = ore_solve_verified(
            program, &settings, &reply.result, &statistics, unsaid);

        a->n_solves++;
        reply.answer = ore_interrupted()          ? ORE_ANSWER_UNASKED
                       : status == ORE_INFEASIBLE ? ORE_ANSWER_IMPOSSIBLE
                       : (status == ORE_OK || status == ORE_STOPPED) &&
                               reply.result->has_portfolio
                           ? ORE_ANSWER_KNOWN
                           : ORE_ANSWER_UNKNOWN;
        ore_diags_free(unsaid);
        ore_program_free(program);
    }
    if (reply.answer != ORE_ANSWER_KNOWN) {
        ore_result_free(reply.result);
        reply.result = NULL;
    }
    ore_round_free(edited);
    return reply;
}

void ore_inquire(const ore_inquiry *inquiry, ore_tasks questions)
{
    const bool is_outermost = ore_interrupts_begin();

    questions.jobs = inquiry->jobs;
    questions.watch = inquiry->watch;
    ore_tasks_run(&questions);
    ore_interrupts_end(is_outermost);
}

ore_questions ore_questions_about(const ore_inquiry *inquiry)
{
    ore_questions a = {.round = inquiry->round,
                       .result = inquiry->result,
                       .settings = inquiry->settings,
                       .until_s = inquiry->until_s};

    a.settings.is_bare = true;
    a.settings.jobs = 1;
    a.settings.on_progress = NULL;
    return a;
}

void ore_reply_pack(const ore_inquiry *inquiry, ore_reply reply, ore_pack *pack)
{
    ore_pack_bytes(pack, &reply.answer, sizeof reply.answer);
    if (reply.result) {
        ore_result_pack(inquiry->round, reply.result, pack);
    }
    ore_result_free(reply.result);
}

ore_reply ore_reply_unpack(const ore_inquiry *inquiry, ore_pack *pack)
{
    ore_reply reply = {ORE_ANSWER_UNASKED, NULL};
    const char *why;

    if (!pack) {
        (void)ore_tell_trouble(&why);
        return reply;
    }
    ore_unpack_bytes(pack, &reply.answer, sizeof reply.answer);
    if (reply.answer == ORE_ANSWER_KNOWN) {
        reply.result = ore_result_unpack(inquiry->round, pack);
    }
    return reply;
}

/* A narrower round has the bound of the round. */
ore_reply ore_questions_turn(ore_questions *a, int p)
{
    const bool goes = a->result->option[p] >= 0;
    ore_round *edited = ore_round_copy(a->round);
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .starts = {a->result},
                             .bound = a->result->goals[0].bound};

    ore_edit_decide(edited, p, goes ? ORE_OUT : ORE_MUST);
    return ore_questions_ask(a, edited, &hints);
}

bool ore_questions_is_decided(const ore_round *round, const ore_result *result,
                              int p)
{
    const ore_reason_kind kind = result->reason[p].kind;

    return round->projects[p].decision == ORE_MUST ||
           (result->option[p] < 0 &&
            (kind == ORE_REASON_OUT || kind == ORE_REASON_SCREENED ||
             kind == ORE_REASON_WINDOW));
}

const ore_result *ore_questions_first(const ore_questions *a)
{
    return a->first ? a->first : a->result;
}

double ore_questions_worse(const ore_questions *a, const ore_result *other)
{
    const double best = ore_questions_first(a)->goals[0].value;
    const double worse = a->sign * (other->goals[0].value - best);

    return fabs(worse) <= grain * fmax(1.0, fabs(best)) ? 0.0 : worse;
}

double ore_questions_gap(const ore_questions *a, const ore_result *other)
{
    const double own = ore_goal_uncertainty(&ore_questions_first(a)->goals[0]);
    const double others = ore_goal_uncertainty(&other->goals[0]);

    return isnan(own) || isnan(others) ? nan("") : fmax(own, others);
}
