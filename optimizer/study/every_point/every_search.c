/* See every_point.h. Augmented epsilon-constraint (Mavrotas 2009, Effective
 * implementation of the epsilon-constraint method, Applied Mathematics and
 * Computation 213): the first goal at its best within a limit on the other,
 * then the other at its best, is a point. The limit is in the middle between
 * two points, or just better than the worse of both: where no portfolio within
 * that has a better first goal than the other of both, proven, nothing lies
 * between them.
 *
 * Limits between different points are independent of each other. They are
 * solved a generation at a time, and what each of them found is looked at in
 * their order, so that the list does not depend on which of them ended first.
 */
#include "study/every_point/enumeration.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/store.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "solve/worker.h"
#include "study/edited_round.h"
#include "study/runs.h"
#include "study/solved.h"
#include "study/tasks.h"
#include "study/verified.h"

/* The goal has a limit, instead of the one that it may have had. */
static void set_limit(ore_round *edited, const ore_objective *goal)
{
    const ore_objective **limits =
        ore_store_alloc(edited->store, edited->n_limits + 1, sizeof *limits);
    int n = 0;

    for (int i = 0; i < edited->n_limits; i++) {
        if (strcmp(edited->limits[i]->name, goal->name) != 0) {
            limits[n++] = edited->limits[i];
        }
    }
    limits[n++] = goal;
    edited->limits = limits;
    edited->n_limits = n;
}

/* The round with both goals first in its order, nothing given away, and the
 * other one within the limit; the others decide among equals. */
static ore_round *two_goals(const ore_enumeration *e, bool is_over_first,
                            double limit)
{
    ore_round *edited = ore_round_copy(e->of->round);
    ore_objective *goals =
        ore_round_own(edited, edited->goals, edited->n_goals, sizeof *goals);
    const ore_objective over = goals[e->over];

    for (int g = e->over; g > 0; g--) {
        goals[g] = goals[g - 1];
    }
    goals[0] = over;
    if (!is_over_first) {
        goals[0] = goals[1];
        goals[1] = over;
    }
    goals[0].tolerance = goals[1].tolerance = 0.0;
    if (!isnan(limit)) {
        goals[!is_over_first].limit = limit;
        set_limit(edited, &goals[!is_over_first]);
    }
    edited->goals = goals;
    return edited;
}

/* Whether the round's own portfolio is what its two goals alone choose. */
static bool is_of_two_goals(const ore_enumeration *e)
{
    const ore_objective *goals = e->of->round->goals;

    return e->over == 1 && goals[0].tolerance == 0.0 &&
           goals[1].tolerance == 0.0;
}

static bool begin(void *data, int i)
{
    ore_enumeration *e = data;
    ore_every_attempt *a = &e->attempts[i];
    const ore_every_point *of = e->of;
    const double left_s = of->until_s - ore_now_s();

    a->round = a->of == OF_ROUND
                   ? of->round
                   : two_goals(e, a->of == OF_LOW, e->sign_x * a->limit);
    e->next = ore_study_solver(of->settings, of->round);
    if (a->of != OF_ROUND && isnan(of->settings->gap)) {
        e->next.gap = 0.0;
        e->next.gap_for_all = true;
    }
    e->next.time_limit_s =
        fmin(e->next.time_limit_s,
             fmax(0.01, ore_tasks_share_s(left_s, e->n_attempts - e->n_begun,
                                          of->jobs)));
    e->n_begun++;
    return true;
}

static void work(void *data, int i, ore_pack *reply)
{
    const ore_enumeration *e = data;
    const ore_every_attempt *a = &e->attempts[i];
    ore_solve_settings settings = e->next;
    const ore_result *starts[2];

    settings.is_bare = a->of != OF_ROUND;
    if (a->of == OF_SPAN) {
        const ore_every_span *s = &e->spans[a->span];

        starts[settings.n_starts++] = e->spots[s->low].result;
        starts[settings.n_starts++] = e->spots[s->high].result;
        settings.has_bound = isfinite(s->bound);
        settings.known_bound = e->sign_y * s->bound;
    } else if (a->of == OF_HIGH) {
        starts[settings.n_starts++] = e->of->own;
        settings.has_bound = isfinite(e->of->own->goals[0].bound);
        settings.known_bound = e->of->own->goals[0].bound;
    }
    settings.starts = starts;
    ore_solved_work(a->round, settings, reply);
}

/* Without a portfolio of the round itself there is no frontier. */
static void judge_round(ore_enumeration *e, const ore_every_attempt *a,
                        ore_status status)
{
    ore_every_point *of = e->of;
    const bool is_there = status == ORE_OK || status == ORE_STOPPED;

    if (!is_there && !ore_status_is_breakdown(status)) {
        ore_tell_unsolved(status, &e->next, a->result, of->statistics.seconds,
                          of->diags);
    }
    of->status = is_there ? ORE_OK : status;
}

static void take(void *data, int i, ore_pack *reply)
{
    ore_enumeration *e = data;
    ore_every_attempt *a = &e->attempts[i];
    ore_statistics statistics;
    const ore_status status =
        ore_solved_take(a->round, reply, &a->result, &statistics);

    e->work_s += statistics.work_s;
    if (!reply && !a->result->trouble && !ore_interrupted()) {
        ore_warn(e->of->diags, (ore_where){0},
                 "a point of the frontier is lost: the answer of its process "
                 "could not be read");
        e->of->is_broken = true;
    }
    e->of->is_broken = e->of->is_broken || a->result->trouble;
    if (a->of == OF_ROUND) {
        e->of->statistics = statistics;
        judge_round(e, a, status);
    } else if (ore_status_is_breakdown(status)) {
        e->of->status = status;
    }
}

static void solve_generation(ore_enumeration *e)
{
    ore_tasks team = {.jobs = e->of->jobs,
                      .n = e->n_attempts,
                      .what = "points",
                      .watch = &e->of->settings->watch,
                      .begin = begin,
                      .work = work,
                      .take = take,
                      .data = e};

    e->n_begun = 0;
    ore_tasks_run(&team);
}

static void drop_attempts(ore_enumeration *e)
{
    for (int i = 0; i < e->n_attempts; i++) {
        ore_every_attempt *a = &e->attempts[i];

        ore_result_free(a->result);
        if (a->of != OF_ROUND) {
            ore_round_free(a->round);
        }
    }
    free(e->attempts);
    e->attempts = NULL;
    e->n_attempts = 0;
}

/* Ask about every span that is not done, as far as points are left; whether any
 * was asked about. */
static bool ask_spans(ore_enumeration *e)
{
    e->attempts = ore_alloc(e->n_spans, sizeof *e->attempts);
    for (int k = 0; k < e->n_spans && e->n_spots + e->n_attempts < e->of->most;
         k++) {
        const ore_every_span *s = &e->spans[k];

        if (!s->is_done) {
            e->attempts[e->n_attempts++] = (ore_every_attempt){
                .of = OF_SPAN, .span = k, .limit = ore_every_limit(e, s)};
        }
    }
    solve_generation(e);
    /* From the last one on, so that those before keep their numbers. */
    for (int i = e->n_attempts - 1; i >= 0; i--) {
        ore_every_take_answer(e, &e->attempts[i]);
    }
    const bool any = e->n_attempts > 0;

    drop_attempts(e);
    return any;
}

/* Solve the round and the end where the other goal is best; the number of that,
 * -1 = there is none. */
static int solve_round(ore_enumeration *e)
{
    ore_every_point *of = e->of;
    int low = -1;

    e->attempts = ore_alloc(2, sizeof *e->attempts);
    e->attempts[e->n_attempts++] =
        (ore_every_attempt){.of = OF_ROUND, .limit = nan("")};
    e->attempts[e->n_attempts++] =
        (ore_every_attempt){.of = OF_LOW, .limit = nan("")};
    solve_generation(e);
    of->own = e->attempts[0].result;
    e->attempts[0].result = NULL;
    if (of->status == ORE_OK && e->attempts[1].result->has_portfolio) {
        ore_result *result = e->attempts[1].result;

        of->frontier.is_first_proven =
            ore_goal_uncertainty(&result->goals[0]) == 0.0;
        low = ore_every_keep(e, e->attempts[1].round, result, nan(""));
        e->attempts[1].result = NULL;
    }
    drop_attempts(e);
    return low;
}

/* The end where the first goal is best, which may be the round itself. */
static int solve_high(ore_enumeration *e)
{
    ore_every_point *of = e->of;
    const ore_goal_outcome *goals = of->own->goals;
    int high = -1;

    if (is_of_two_goals(e) && ore_goal_uncertainty(&goals[0]) == 0.0 &&
        ore_goal_uncertainty(&goals[1]) == 0.0) {
        return ore_every_keep(e, of->round, of->own,
                              ore_every_bound(e, of->own));
    }
    e->attempts = ore_alloc(1, sizeof *e->attempts);
    e->attempts[e->n_attempts++] =
        (ore_every_attempt){.of = OF_HIGH, .limit = nan("")};
    solve_generation(e);
    if (of->status == ORE_OK && e->attempts[0].result->has_portfolio) {
        ore_result *result = e->attempts[0].result;

        high = ore_every_keep(e, e->attempts[0].round, result,
                              ore_every_bound(e, result));
        e->attempts[0].result = NULL;
    }
    drop_attempts(e);
    return high;
}

static bool may_go_on(const ore_enumeration *e)
{
    return e->of->status == ORE_OK && !ore_interrupted() &&
           e->work_s < e->of->work_s && ore_now_s() < e->of->until_s;
}

static void free_all(ore_enumeration *e)
{
    for (int i = 0; i < e->n_spots; i++) {
        free(e->spots[i].run.goes);
        if (e->spots[i].result != e->of->own) {
            ore_result_free(e->spots[i].result);
        }
    }
    free(e->spots);
    free(e->spans);
}

void ore_every_point_find(ore_every_point *of)
{
    const ore_round *round = of->round;
    ore_enumeration e = {.of = of,
                         .over = ore_round_goal_number(round, of->over)};
    const ore_objective *over = &round->goals[e.over];

    e.sign_x = ore_objective_is_maximised(over) ? -1.0 : 1.0;
    e.sign_y = ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0;
    of->frontier.other = over;
    const int low = solve_round(&e);
    const int high = of->status == ORE_OK ? solve_high(&e) : -1;

    if (low >= 0 && high >= 0) {
        of->frontier.is_last_proven = e.spots[high].bound == e.spots[high].y;
        ore_every_begin_spans(&e, low, high);
        while (may_go_on(&e) && ask_spans(&e)) {
        }
    }
    if (of->status == ORE_OK) {
        ore_every_list(&e);
    }
    free_all(&e);
}

void ore_every_point_free(ore_every_point *of)
{
    for (int i = 0; i < of->frontier.n_runs; i++) {
        free(of->runs[i].goes);
    }
    free(of->runs);
    free(of->may_be);
    ore_result_free(of->own);
}
