/* Projects left out, each as if it had to go ahead: what that takes from the
 * first goal, and at which support the project would be chosen by itself.
 *
 * A round in which a project must go ahead is a narrower one, so what is proven
 * of the round bounds it. */
#include <math.h>

#include "base/clock.h"
#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/tolerances.h"
#include "study/questions/questions.h"

/* Factors of capital cost are whole numbers of this many parts: the smallest
 * one, then those that halve what is left. */
enum { parts = 8 };

static const double same_within = ORE_TOLERANCE_EQUAL;

static ore_round *with_forced(const ore_questions *a, int p)
{
    ore_round *edited = ore_round_copy(a->round);

    ore_edit_decide(edited, p, ORE_MUST);
    return edited;
}

/* How much worse `value` is in goal g than `than`; 0 within what later goals
 * may take of it. */
static double worse(const ore_round *round, int g, double value, double than)
{
    const ore_objective *use = &round->goals[g];
    const double less =
        (ore_objective_is_maximised(use) ? -1.0 : 1.0) * (value - than);
    const double given = g + 1 < round->n_goals ? use->tolerance : 0.0;
    const double least = given * fmin(fabs(value), fabs(than)) +
                         same_within * fmax(1.0, fabs(than));

    return fabs(less) <= least ? 0.0 : less;
}

/* No portfolio has a better goal than this. */
static double surely(const ore_goal_outcome *outcome)
{
    return ore_goal_uncertainty(outcome) == 0.0 ? outcome->value
                                                : outcome->bound;
}

typedef enum verdict { CHOSEN, NOT_CHOSEN, UNPROVEN } verdict;

/* Whether the round would choose the other portfolio, which is of a cheaper
 * project, instead of any of its own: by its goals in their order, and only
 * where the proofs of both leave no doubt. */
static verdict judge(const ore_questions *a, const ore_result *other)
{
    for (int g = 0; g < a->round->n_goals; g++) {
        const ore_goal_outcome *own =
            &(g == 0 ? ore_questions_first(a) : a->result)->goals[g];
        const double value = other->goals[g].value;
        const double bound = surely(&other->goals[g]);

        if (worse(a->round, g, surely(own), value) > 0.0) {
            return CHOSEN;
        }
        if (isnan(surely(own)) || isnan(bound)) {
            return UNPROVEN;
        }
        if (worse(a->round, g, bound, own->value) > 0.0) {
            return NOT_CHOSEN;
        }
        if (worse(a->round, g, value, surely(own)) > 0.0 ||
            worse(a->round, g, value, bound) > 0.0) {
            return UNPROVEN;
        }
    }
    return NOT_CHOSEN;
}

/* A solve has half of the project's time that is left: others follow. */
static ore_reply ask_in_time(ore_questions *a, ore_round *edited,
                             const ore_hints *hints)
{
    const double until_s = a->until_s;

    a->until_s -= isfinite(until_s) ? 0.5 * (until_s - ore_now_s()) : 0.0;
    const ore_reply reply = ore_questions_ask(a, edited, hints);

    a->until_s = until_s;
    return reply;
}

/* The first goal alone mostly tells whether the round would choose another
 * portfolio: when one is clearly better than the round's best can be, or none
 * is as good as what the round has. Between the two, all goals decide. */
static void cut_off(const ore_questions *a, ore_hints *hints)
{
    const ore_goal_outcome *own = &ore_questions_first(a)->goals[0];
    const double best = surely(own);
    const double given =
        a->round->n_goals > 1 ? a->round->goals[0].tolerance : 0.0;

    hints->has_cutoff = !isnan(best);
    hints->good = best - a->sign * (given * fabs(best) +
                                    2.0 * same_within * fmax(1.0, fabs(best)));
    hints->bad = own->value +
                 a->sign * (given * fabs(own->value) / (1.0 - given) +
                            2.0 * same_within * fmax(1.0, fabs(own->value)));
}

/* With a part of its capital cost, the project must go ahead. What the proof of
 * the round leaves open is not decided by looking around. */
static ore_reply ask_part(ore_questions *a, int p, int part,
                          const ore_result *forced, const ore_result *last,
                          bool is_whole)
{
    ore_round *edited = with_forced(a, p);
    const bool is_proven =
        ore_goal_uncertainty(&ore_questions_first(a)->goals[0]) == 0.0;
    ore_hints hints = {.n_looks = is_proven ? ORE_QUESTIONS_LOOKS : 0,
                       .starts = {last, forced, a->result},
                       .bound = nan("")};

    if (!is_whole) {
        cut_off(a, &hints);
    }
    ore_edit_scale(edited, p, (double)part / parts);
    return ask_in_time(a, edited, &hints);
}

/* It is known at which part the project enters; the support that it then takes
 * is that of the best portfolio there, not of the first good one. */
static void set_entry(ore_questions *a, ore_conditional_optimum *f, int p,
                      int part, const ore_result *forced,
                      const ore_result *last)
{
    const ore_reply whole = last->status == ORE_OK
                                ? (ore_reply){ORE_ANSWER_KNOWN, NULL}
                                : ask_part(a, p, part, forced, last, true);

    f->break_even = whole.answer;
    if (whole.answer == ORE_ANSWER_KNOWN) {
        f->break_even_factor = (double)part / parts;
        f->break_even_support_m = ore_figure_source_m(
            a->round, whole.result ? whole.result : last, p, NULL);
    }
    ore_result_free(whole.result);
}

/* The largest part of its capital cost at which the project would be chosen,
 * from 1 on, where `last` is chosen; that is freed. */
static void bisect(ore_questions *a, ore_conditional_optimum *f, int p,
                   const ore_result *forced, ore_result *last)
{
    int in = 1, out = parts;
    ore_answer answer = ORE_ANSWER_KNOWN;

    while (out - in > 1 && answer != ORE_ANSWER_UNASKED) {
        const int middle = (in + out) / 2;
        ore_reply reply = ask_part(a, p, middle, forced, last, false);

        answer = reply.answer;
        if (reply.result && judge(a, reply.result) == CHOSEN) {
            in = middle;
            ore_result_free(last);
            last = reply.result;
        } else {
            out = middle;
            ore_result_free(reply.result);
        }
    }
    f->break_even = ORE_ANSWER_UNASKED;
    if (answer != ORE_ANSWER_UNASKED) {
        set_entry(a, f, p, in, forced, last);
    }
    ore_result_free(last);
}

static void ask_entry(ore_questions *a, ore_conditional_optimum *f, int p,
                      const ore_result *forced)
{
    const ore_reply reply = ask_part(a, p, 1, forced, NULL, false);
    const verdict said = reply.result ? judge(a, reply.result) : UNPROVEN;

    if (said == CHOSEN) {
        bisect(a, f, p, forced, reply.result);
        return;
    }
    f->break_even = !reply.result        ? reply.answer
                    : said == NOT_CHOSEN ? ORE_ANSWER_IMPOSSIBLE
                                         : ORE_ANSWER_UNKNOWN;
    ore_result_free(reply.result);
}

/* The first goal alone, when later ones may take from it. */
static ore_reply ask_first(ore_questions *a, int p, double bound)
{
    ore_round *edited = with_forced(a, p);
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .starts = {ore_questions_first(a)},
                             .bound = bound};

    ore_edit_to_first_goal(edited);
    return ask_in_time(a, edited, &hints);
}

/* All goals, begun with what the first one alone found; on from what is
 * prepared, the first goal, and what its portfolio leaves to the others. */
static ore_reply ask_whole(ore_questions *a, int p, const ore_result *first,
                           double bound)
{
    const ore_hints hints = {
        .n_looks = first ? 0 : ORE_QUESTIONS_LOOKS,
        .takes_start = first != NULL,
        .first_only = a->prepared != NULL,
        .starts = {first, first ? NULL : a->first, a->result},
        .bound = first ? first->goals[0].bound : bound};
    ore_round *edited = with_forced(a, p);

    if (hints.first_only) {
        ore_edit_give_nothing(edited);
    }
    return ask_in_time(a, edited, &hints);
}

/* The one of two portfolios, the first NULL or not, with the better first goal.
 */
static const ore_result *better_of(const ore_questions *a,
                                   const ore_result *one, const ore_result *two)
{
    return one && a->sign * (one->goals[0].value - two->goals[0].value) < 0.0
               ? one
               : two;
}

/* A round that is far from its own best cannot tell what is chosen instead. */
static bool is_solved(const ore_questions *a)
{
    return !a->prepared ||
           ore_questions_first(a)->goals[0].gap <= a->settings.gap;
}

void ore_questions_conditional(ore_questions *a, int p,
                               ore_conditional_optimum *f)
{
    const double bound = ore_questions_first(a)->goals[0].bound;
    const ore_reply first = a->gives_away && !a->prepared
                                ? ask_first(a, p, bound)
                                : (ore_reply){ORE_ANSWER_KNOWN, NULL};
    const ore_reply whole = first.answer == ORE_ANSWER_KNOWN
                                ? ask_whole(a, p, first.result, bound)
                                : (ore_reply){first.answer, NULL};

    f->answer = whole.answer;
    if (whole.result) {
        const ore_result *best = better_of(a, first.result, whole.result);

        f->opportunity_cost = fmax(0.0, ore_questions_worse(a, best));
        f->uncertainty = ore_questions_gap(a, best);
        f->support_m = ore_figure_source_m(a->round, whole.result, p, NULL);
    }
    if (is_solved(a)) {
        ask_entry(a, f, p, whole.result);
    } else {
        f->break_even = ORE_ANSWER_UNKNOWN;
    }
    ore_result_free(first.result);
    ore_result_free(whole.result);
}
