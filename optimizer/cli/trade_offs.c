/* See trade_offs.h. Every figure is that of a portfolio which is solved as the
 * round itself is and verified as it is. The portfolios at hand are what each
 * search begins with, and what is proven of a round holds for a narrower one:
 * so most questions take far less than the round did. */
#include "cli/trade_offs.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "cli/asking.h"
#include "cli/progress.h"
#include "cli/solving.h"
#include "orefolio/memory.h"
#include "orefolio/model.h"
#include "orefolio/rules.h"
#include "solve/child.h"
#include "write/figures.h"

/* The first goal's best alone, when later goals took from it. */
static void ask_first(ore_asking *a)
{
    ore_plan *edited = ore_edited_new(a->plan);
    const ore_hints hints = {.n_looks = ORE_LOOKS,
                             .starts = {a->result},
                             .bound = a->result->goals[0].bound};

    ore_edit_first_goal(edited);
    a->first = ore_ask(a, edited, &hints).result;
}

/* Add a limit that the round has and that holds for its portfolio. */
static void add_limit(const ore_asking *a, ore_re_solved *all, int *room,
                      ore_limit limit)
{
    const double step = ore_limit_step(a->plan, limit);

    if (step > 0.0) {
        all->relaxed =
            ore_grow(all->relaxed, all->n_relaxed, room, sizeof *all->relaxed);
        all->relaxed[all->n_relaxed++] = (ore_relaxed){
            .limit = limit, .step = step, .answer = ORE_ANSWER_UNASKED};
    }
}

/* The same kinds of limits of one thing, by year or for the whole round. */
static void add_limits(const ore_asking *a, ore_re_solved *all, int *room)
{
    const ore_plan *plan = a->plan;

    for (int b = 0; b < plan->n_budgets; b++) {
        for (int s = 0; s < ore_figure_budget_years(plan, b); s++) {
            add_limit(a, all, room, (ore_limit){ORE_LIMIT_ACCOUNT, b, s});
        }
    }
    for (int k = 0; k < plan->n_instruments; k++) {
        for (int s = 0; s < plan->n_commit; s++) {
            add_limit(a, all, room, (ore_limit){ORE_LIMIT_CEILING, k, s});
        }
        add_limit(a, all, room, (ore_limit){ORE_LIMIT_CEILING_TOTAL, k, -1});
    }
    for (int u = 0; u < plan->n_funders; u++) {
        add_limit(a, all, room, (ore_limit){ORE_LIMIT_SHARE_MAX, u, -1});
        add_limit(a, all, room, (ore_limit){ORE_LIMIT_SHARE_MIN, u, -1});
    }
    for (int i = 0; i < plan->n_limits; i++) {
        add_limit(a, all, room, (ore_limit){ORE_LIMIT_GOAL, i, -1});
    }
    for (int i = 0; i < plan->n_rules; i++) {
        if (ore_rule_in_force(&plan->rules[i], a->result)) {
            for (ore_limit_kind kind = ORE_LIMIT_RULE_MAX;
                 kind <= ORE_LIMIT_RULE_MIN; kind++) {
                add_limit(a, all, room, (ore_limit){kind, i, -1});
            }
        }
    }
}

/* Whether nothing but the portfolio keeps the project out. */
static bool could_go_ahead(const ore_result *result, int p)
{
    const ore_reason_kind kind = result->reason[p].kind;

    return result->option[p] < 0 && kind != ORE_REASON_OUT &&
           kind != ORE_REASON_SCREENED && kind != ORE_REASON_WINDOW;
}

static ore_re_solved *questions_of(ore_asking *a)
{
    ore_re_solved *all = ore_alloc(1, sizeof *all);
    int room = 0;

    all->forced = ore_alloc(a->plan->n_projects, sizeof *all->forced);
    for (int p = 0; p < a->plan->n_projects; p++) {
        if (could_go_ahead(a->result, p)) {
            all->forced[p].answer = ORE_ANSWER_UNASKED;
            all->forced[p].entry = ORE_ANSWER_UNASKED;
            a->n_questions++;
        }
    }
    add_limits(a, all, &room);
    a->n_questions += all->n_relaxed;
    return all;
}

/* Before they are asked: how many, and what they may take. */
static void announce(const ore_asking *a)
{
    const double own_s = a->result->seconds;

    fprintf(stderr,
            "trade-offs: %d questions, each with solves like the %.1f s of the "
            "round itself, in all perhaps %.0f s",
            a->n_questions, own_s, ceil(own_s * a->n_questions));
    if (isfinite(a->until_s)) {
        fprintf(stderr, "; --time-limit leaves %.1f s for them\n",
                fmax(0.0, a->until_s - ore_now_s()));
    } else {
        fputs("; Ctrl-C and --time-limit S end them\n", stderr);
    }
}

/* Afterwards: what was not asked. */
static void tell_unasked(const ore_asking *a, const ore_re_solved *all)
{
    int n = 0;

    for (int p = 0; p < a->plan->n_projects; p++) {
        n += all->forced[p].answer == ORE_ANSWER_UNASKED ||
             all->forced[p].entry == ORE_ANSWER_UNASKED;
    }
    for (int i = 0; i < all->n_relaxed; i++) {
        n += all->relaxed[i].answer == ORE_ANSWER_UNASKED;
    }
    if (n > 0) {
        fprintf(stderr,
                "trade-offs: %d of %d questions are not asked in the time\n", n,
                a->n_questions);
    }
}

ore_re_solved *ore_trade_offs_new(const ore_options *options,
                                  const ore_plan *plan,
                                  const ore_result *result,
                                  const ore_solve_settings *settings,
                                  double until_s)
{
    ore_asking a = {.plan = plan,
                    .result = result,
                    .settings = *settings,
                    .sign = ore_goal_is_most(&plan->goals[0]) ? -1.0 : 1.0,
                    .gives_away =
                        plan->n_goals > 1 && plan->goals[0].tolerance > 0.0,
                    .until_s = until_s,
                    .shows_progress = !options->quiet && ore_progress_wanted()};

    a.settings.is_bare = true;
    a.settings.on_progress = NULL;
    ore_re_solved *all = questions_of(&a);

    if (!options->quiet && a.n_questions > 0) {
        announce(&a);
    }
    const bool is_outermost = ore_interrupts_begin();

    ore_asking_went_on(&a, 0);
    if (a.gives_away) {
        ask_first(&a);
    }
    ore_ask_forced(&a, all->forced);
    ore_ask_relaxed(&a, all->relaxed, all->n_relaxed);
    ore_interrupts_end(is_outermost);
    if (a.shows_progress) {
        ore_progress_wipe();
    }
    if (!options->quiet) {
        tell_unasked(&a, all);
    }
    if (options->verbose) {
        fprintf(stderr, "trade-offs: %d questions, %d solves\n", a.n_questions,
                a.n_solves);
    }
    ore_result_free(a.first);
    return all;
}

void ore_trade_offs_free(ore_re_solved *trade_offs)
{
    if (trade_offs) {
        free(trade_offs->forced);
        free(trade_offs->relaxed);
        free(trade_offs);
    }
}
