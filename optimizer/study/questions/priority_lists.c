/* See priority_lists.h. A list that begins at one case grows towards larger
 * appropriations, whose portfolios keep what it has, and shrinks towards
 * smaller ones, which add nothing to it. */
#include "study/questions/priority_lists.h"

#include <math.h>
#include <stdlib.h>

#include "base/clock.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "solve/chain.h"
#include "study/solved.h"

/* What the search of all cases at once has found. */
typedef struct improving {
    ore_listing *l;
    int n;               /* cases with a portfolio */
    int *of;             /* [n] which */
    ore_result **listed; /* [n] of the better list; NULL = not known */
    ore_chain_answer answer;
} improving;

/* Where lists begin. */
typedef struct building {
    ore_listing *l;
    int n;
    int from[3]; /* [n] */
} building;

double ore_case_own(const ore_priority_case *of)
{
    return of->own->goals[0].value;
}

double ore_case_own_bound(const ore_priority_case *of)
{
    return of->own->goals[0].bound;
}

double ore_case_listed(const ore_priority_case *of)
{
    return of->listed ? of->listed->goals[0].value : nan("");
}

double ore_priority_mean(const ore_priority *priority,
                         double (*of)(const ore_priority_case *of))
{
    double sum = 0.0;

    for (int i = 0; i < priority->n; i++) {
        if (priority->cases[i].own) {
            sum += priority->cases[i].of->probability * of(&priority->cases[i]);
        }
    }
    return sum / priority->probability;
}

ore_round *ore_case_round(const ore_round *round, const ore_priority_case *of)
{
    ore_round *edited = ore_round_copy(round);

    ore_edit_appropriate(edited, of->of->share);
    return edited;
}

/* The best for the case next to that of `other`: what goes ahead in it goes
 * ahead in a larger appropriation, and nothing else in a smaller one. */
static ore_reply ask_next(ore_questions *a, const ore_priority_case *of,
                          const ore_result *other, bool is_larger)
{
    ore_round *edited = ore_case_round(a->round, of);
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .starts = {other, of->own},
                             .bound = of->own->goals[0].bound};

    if (is_larger) {
        ore_edit_keep(edited, other);
    } else {
        ore_edit_add_none(edited, other);
    }
    return ore_questions_ask(a, edited, &hints);
}

/* Fill listed [n of the priority] from case `from` on, one way. */
static void go(const ore_listing *l, ore_result **listed, int from, int step)
{
    const ore_priority *priority = l->priority;
    const ore_result *last = priority->cases[from].own;
    ore_questions a = ore_questions_about(l->asked);

    for (int i = from + step; i >= 0 && i < priority->n && last; i += step) {
        if (priority->cases[i].own) {
            listed[i] =
                ask_next(&a, &priority->cases[i], last, step > 0).result;
            last = listed[i];
        }
    }
}

static void free_all(ore_result **results, int n)
{
    for (int i = 0; i < n; i++) {
        ore_result_free(results[i]);
    }
    free(results);
}

static void work_list(void *data, int k, ore_pack *pack)
{
    const building *b = data;
    const ore_priority *priority = b->l->priority;
    ore_result **listed = ore_alloc(priority->n, sizeof(ore_result *));

    go(b->l, listed, b->from[k], 1);
    go(b->l, listed, b->from[k], -1);
    for (int i = 0; i < priority->n; i++) {
        const ore_answer answer = listed[i] || i == b->from[k]
                                      ? ORE_ANSWER_KNOWN
                                      : ORE_ANSWER_UNKNOWN;

        ore_pack_bytes(pack, &answer, sizeof answer);
        if (answer == ORE_ANSWER_KNOWN) {
            ore_result_pack(b->l->asked->round,
                            listed[i] ? listed[i] : priority->cases[i].own,
                            pack);
        }
    }
    free_all(listed, priority->n);
}

/* The mean of goal g, minimised, of results [n]: those of the cases that have a
 * portfolio. */
static double mean_of(const ore_listing *l, ore_result *const *results, int g)
{
    const ore_priority *priority = l->priority;
    const bool is_maximised =
        ore_objective_is_maximised(&l->asked->round->goals[g]);
    double sum = 0.0;

    for (int i = 0; i < priority->n; i++) {
        if (priority->cases[i].own) {
            sum +=
                priority->cases[i].of->probability * results[i]->goals[g].value;
        }
    }
    return (is_maximised ? -sum : sum) / priority->probability;
}

/* Whether listed [n] has better means than before [n], goal by goal. */
static bool is_better(const ore_listing *l, ore_result *const *listed,
                      ore_result *const *before)
{
    for (int g = 0; g < l->asked->round->n_goals; g++) {
        const double now = mean_of(l, listed, g), then = mean_of(l, before, g);

        if (fabs(now - then) > ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(then))) {
            return now < then;
        }
    }
    return false;
}

/* Take the list when it is whole and better than the one at hand; the results
 * [n] are spent. */
static void consider(ore_listing *l, ore_result **listed)
{
    ore_priority *priority = l->priority;
    ore_result **before = ore_alloc(priority->n, sizeof(ore_result *));
    bool is_whole = priority->probability > 0.0;

    for (int i = 0; i < priority->n; i++) {
        before[i] = priority->cases[i].listed;
        is_whole &= !priority->cases[i].own || listed[i];
    }
    const bool is_taken =
        is_whole && (!priority->is_found || is_better(l, listed, before));

    for (int i = 0; i < priority->n && is_taken; i++) {
        priority->cases[i].listed = listed[i];
    }
    priority->is_found |= is_taken;
    free_all(is_taken ? before : listed, priority->n);
    free(is_taken ? listed : before);
}

/* Lists come in the order in which they end; they are held against each other
 * in the order in which they begin. */
typedef struct lists {
    building b;
    ore_result **of[3]; /* [n] */
} lists;

static void take_list(void *data, int k, ore_pack *pack)
{
    lists *all = data;
    const ore_listing *l = all->b.l;
    ore_result **listed = ore_alloc(l->priority->n, sizeof(ore_result *));

    for (int i = 0; i < l->priority->n && pack; i++) {
        listed[i] = ore_reply_unpack(l->asked, pack).result;
    }
    if (!pack) {
        (void)ore_reply_unpack(l->asked, NULL);
    }
    all->of[k] = listed;
}

/* The case next to case i that has a portfolio, i itself first; -1 = none. */
static int next_known(const ore_priority *priority, int i, int step)
{
    while (i >= 0 && i < priority->n && !priority->cases[i].own) {
        i += step;
    }
    return i >= 0 && i < priority->n ? i : -1;
}

void ore_lists_build(ore_listing *l)
{
    const ore_priority *priority = l->priority;
    lists all = {.b = {.l = l}};
    const int starts[] = {next_known(priority, 0, 1),
                          next_known(priority, priority->n / 2, 1),
                          next_known(priority, priority->n - 1, -1)};

    for (int k = 0; k < ORE_COUNT_OF(starts); k++) {
        if (starts[k] >= 0 &&
            (all.b.n == 0 || all.b.from[all.b.n - 1] != starts[k])) {
            all.b.from[all.b.n++] = starts[k];
        }
    }
    ore_inquire(l->asked, (ore_tasks){.n = all.b.n,
                                      .what = "lists",
                                      .work = work_list,
                                      .take = take_list,
                                      .data = &all});
    for (int k = 0; k < all.b.n; k++) {
        if (all.of[k]) {
            consider(l, all.of[k]);
        }
    }
}

static void work_chain(void *data, int unused, ore_pack *pack)
{
    const improving *m = data;
    const ore_listing *l = m->l;
    const int n_goes = m->n * l->asked->round->n_projects;
    const ore_questions a = ore_questions_about(l->asked);
    ore_solve_settings settings = a.settings;
    const ore_round **rounds = ore_alloc(m->n, sizeof(ore_round *));
    ore_round **edited = ore_alloc(m->n, sizeof(ore_round *));
    const ore_result **starts = ore_alloc(m->n, sizeof(ore_result *));
    double *weights = ore_alloc(m->n, sizeof *weights);

    (void)unused;
    for (int k = 0; k < m->n; k++) {
        const ore_priority_case *of = &l->priority->cases[m->of[k]];

        edited[k] = ore_case_round(l->asked->round, of);
        ore_edit_to_first_goal(edited[k]);
        rounds[k] = edited[k];
        starts[k] = of->listed;
        weights[k] = of->of->probability / l->priority->probability;
    }
    settings.starts = starts;
    settings.n_starts = m->n;
    settings.has_bound = true;
    settings.known_bound = ore_priority_mean(l->priority, ore_case_own_bound);
    settings.has_bound = isfinite(settings.known_bound);
    settings.work_limit_s *= m->n;
    settings.time_limit_s =
        fmax(0.0, fmin(settings.time_limit_s, a.until_s - ore_now_s()));
    ore_chain_answer answer =
        ore_chain_solve(&(ore_chain){m->n, rounds, weights}, &settings);
    const bool has_portfolios = answer.goes_ahead != NULL;

    ore_pack_bytes(pack, &answer.bound, sizeof answer.bound);
    ore_pack_bytes(pack, &has_portfolios, sizeof has_portfolios);
    if (has_portfolios) {
        ore_pack_bytes(pack, answer.goes_ahead, (size_t)n_goes * sizeof(bool));
    }
    ore_chain_answer_free(&answer);
    for (int k = 0; k < m->n; k++) {
        ore_round_free(edited[k]);
    }
    free(edited);
    free(rounds);
    free(starts);
    free(weights);
}

static void take_chain(void *data, int unused, ore_pack *pack)
{
    improving *m = data;
    const int n_goes = m->n * m->l->asked->round->n_projects;
    bool has_portfolios = false;

    (void)unused;
    if (!pack) {
        (void)ore_reply_unpack(m->l->asked, NULL);
        return;
    }
    ore_unpack_bytes(pack, &m->answer.bound, sizeof m->answer.bound);
    ore_unpack_bytes(pack, &has_portfolios, sizeof has_portfolios);
    if (has_portfolios) {
        m->answer.goes_ahead = ore_alloc(n_goes, sizeof(bool));
        ore_unpack_bytes(pack, m->answer.goes_ahead,
                         (size_t)n_goes * sizeof(bool));
    }
}

/* The case with the projects that were found for it, for all goals. */
static void work_settle(void *data, int k, ore_pack *pack)
{
    const improving *m = data;
    const ore_listing *l = m->l;
    const int n_projects = l->asked->round->n_projects;
    const ore_priority_case *of = &l->priority->cases[m->of[k]];
    ore_questions a = ore_questions_about(l->asked);
    ore_round *edited = ore_case_round(l->asked->round, of);
    const ore_hints hints = {.starts = {of->listed, of->own},
                             .bound = of->own->goals[0].bound};

    ore_edit_choose(edited, m->answer.goes_ahead + k * n_projects);
    ore_reply_pack(l->asked, ore_questions_ask(&a, edited, &hints), pack);
}

static void take_settled(void *data, int k, ore_pack *pack)
{
    improving *m = data;

    m->listed[m->of[k]] = ore_reply_unpack(m->l->asked, pack).result;
}

void ore_lists_improve(ore_listing *l)
{
    ore_priority *priority = l->priority;
    improving m = {.l = l,
                   .of = ore_alloc(priority->n, sizeof *m.of),
                   .listed = ore_alloc(priority->n, sizeof(ore_result *)),
                   .answer = {NULL, nan("")}};

    for (int i = 0; i < priority->n; i++) {
        if (priority->cases[i].own) {
            m.of[m.n++] = i;
        }
    }
    ore_inquire(l->asked, (ore_tasks){.n = 1,
                                      .what = "programs",
                                      .work = work_chain,
                                      .take = take_chain,
                                      .data = &m});
    if (m.answer.goes_ahead) {
        ore_inquire(l->asked, (ore_tasks){.n = m.n,
                                          .what = "appropriations",
                                          .work = work_settle,
                                          .take = take_settled,
                                          .data = &m});
    }
    priority->bound = m.answer.bound;
    consider(l, m.listed);
    ore_chain_answer_free(&m.answer);
    free(m.of);
}
