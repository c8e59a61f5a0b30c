/* See trade_offs_told.h. */
#include "study/questions/trade_offs_told.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"

static void tell(const ore_study_watch *watch, const char *fmt, ...)
    ORE_PRINTF(2, 3);
static void tell(const ore_study_watch *watch, const char *fmt, ...)
{
    va_list args;

    if (watch->tell) {
        va_start(args, fmt);
        char *sentence = ore_vprint(_(fmt), args);

        va_end(args);
        watch->tell(sentence);
        free(sentence);
    }
}

/* Before they are asked: how many, and what they may take. */
void ore_trade_offs_announce(const ore_tasks *tasks, const ore_trade_offs *all,
                             double own_s, double until_s)
{
    const int n = all->n_questions;
    char *end = isfinite(until_s)
                    ? ore_print(_("--time-limit leaves %.1f s for them"),
                                fmax(0.0, until_s - ore_now_s()))
                    : ore_copy(_("Ctrl-C and --time-limit S end them"));

    tell(tasks->watch,
         "trade-offs: %d questions, each with solves like the %.1f s of the "
         "round itself, in all perhaps %.0f s; %s",
         n, own_s, ceil(own_s * n / fmin(n, tasks->jobs)), end);
    free(end);
}

/* Afterwards: what was not asked. */
void ore_trade_offs_tell_unasked(const ore_study_watch *watch,
                                 const ore_round *round,
                                 const ore_trade_offs *all)
{
    int n = 0;

    for (int p = 0; p < round->n_projects; p++) {
        n += all->forced[p].answer == ORE_ANSWER_UNASKED ||
             all->forced[p].break_even == ORE_ANSWER_UNASKED;
    }
    n += all->floors.answer == ORE_ANSWER_UNASKED;
    for (int i = 0; i < all->n_relaxed; i++) {
        n += all->relaxed[i].answer == ORE_ANSWER_UNASKED;
    }
    if (n > 0) {
        tell(watch, "trade-offs: %d of %d questions are not asked in the time",
             n, all->n_questions);
    }
}
