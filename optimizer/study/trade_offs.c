/* See trade_offs.h. Every figure is that of a portfolio which is solved as the
 * round itself is and verified as it is. The portfolios at hand are what each
 * search begins with, and what is proven of a round holds for a narrower one:
 * so most questions take far less than the round did. */
#include "study/trade_offs.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>

#include "base/clock.h"
#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/rules.h"
#include "solve/worker.h"
#include "study/questions.h"

/* The first goal's best alone, when later goals took from it. */
static void ask_first(ore_questions *a)
{
    ore_round *edited = ore_round_copy(a->round);
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .starts = {a->result},
                             .bound = a->result->goals[0].bound};

    ore_edit_to_first_goal(edited);
    a->first = ore_questions_ask(a, edited, &hints).result;
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

static ore_trade_offs *questions_of(ore_questions *a)
{
    ore_trade_offs *all = ore_alloc(1, sizeof *all);

    all->forced = ore_alloc(a->round->n_projects, sizeof *all->forced);
    for (int p = 0; p < a->round->n_projects; p++) {
        if (could_go_ahead(a->result, p)) {
            all->forced[p].answer = ORE_ANSWER_UNASKED;
            all->forced[p].break_even = ORE_ANSWER_UNASKED;
            a->n_questions++;
        }
    }
    if (ore_has_promises(a->round)) {
        all->floors.answer = ORE_ANSWER_UNASKED;
        a->n_questions++;
    }
    add_limits(a, all);
    a->n_questions += all->n_relaxed;
    return all;
}

static void tell(const ore_questions *a, const char *fmt, ...) ORE_PRINTF(2, 3);
static void tell(const ore_questions *a, const char *fmt, ...)
{
    va_list args;

    if (a->watch.tell) {
        va_start(args, fmt);
        char *sentence = ore_vprint(fmt, args);

        va_end(args);
        a->watch.tell(sentence);
        free(sentence);
    }
}

/* Before they are asked: how many, and what they may take. */
static void announce(const ore_questions *a, double own_s)
{
    char *end = isfinite(a->until_s)
                    ? ore_print("--time-limit leaves %.1f s for them",
                                fmax(0.0, a->until_s - ore_now_s()))
                    : ore_copy("Ctrl-C and --time-limit S end them");

    tell(a,
         "trade-offs: %d questions, each with solves like the %.1f s of the "
         "round itself, in all perhaps %.0f s; %s",
         a->n_questions, own_s, ceil(own_s * a->n_questions), end);
    free(end);
}

/* Afterwards: what was not asked. */
static void tell_unasked(const ore_questions *a, const ore_trade_offs *all)
{
    int n = 0;

    for (int p = 0; p < a->round->n_projects; p++) {
        n += all->forced[p].answer == ORE_ANSWER_UNASKED ||
             all->forced[p].break_even == ORE_ANSWER_UNASKED;
    }
    n += all->floors.answer == ORE_ANSWER_UNASKED;
    for (int i = 0; i < all->n_relaxed; i++) {
        n += all->relaxed[i].answer == ORE_ANSWER_UNASKED;
    }
    if (n > 0) {
        tell(a, "trade-offs: %d of %d questions are not asked in the time", n,
             a->n_questions);
    }
}

ore_trade_offs *ore_trade_offs_new(const ore_study_watch *watch,
                                   const ore_round *round,
                                   const ore_result *result,
                                   const ore_solve_settings *settings,
                                   double own_s, double until_s)
{
    ore_questions a = {
        .round = round,
        .result = result,
        .settings = *settings,
        .sign = ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0,
        .gives_away = round->n_goals > 1 && round->goals[0].tolerance > 0.0,
        .until_s = until_s,
        .watch = *watch};

    a.settings.is_bare = true;
    a.settings.on_progress = NULL;
    ore_trade_offs *all = questions_of(&a);

    if (a.n_questions > 0) {
        announce(&a, own_s);
    }
    const bool is_outermost = ore_interrupts_begin();

    ore_questions_went_on(&a, 0);
    if (a.gives_away) {
        ask_first(&a);
    }
    ore_questions_floors(&a, &all->floors);
    ore_questions_conditional(&a, all->forced);
    ore_questions_relaxed(&a, all->relaxed, all->n_relaxed);
    ore_interrupts_end(is_outermost);
    if (a.watch.show) {
        a.watch.show("");
    }
    tell_unasked(&a, all);
    all->n_questions = a.n_questions;
    all->n_solves = a.n_solves;
    ore_result_free(a.first);
    return all;
}

void ore_trade_offs_free(ore_trade_offs *trade_offs)
{
    if (trade_offs) {
        free(trade_offs->forced);
        free(trade_offs->relaxed);
        free(trade_offs);
    }
}
