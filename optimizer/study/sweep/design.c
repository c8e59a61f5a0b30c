/* See design.h. */
#include "study/sweep/design.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/store.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "solve/worker.h"
#include "study/frontier.h"
#include "study/runs.h"
#include "study/solved.h"
#include "study/sweep/draws.h"
#include "study/tasks.h"
#include "study/verified.h"

/* A new point with room for so many changes after those of the command line and
 * the order; the round's scenario is that of the command line. */
static const char **add_point(ore_design *l, ore_design_family family,
                              const char *name, int n_sets)
{
    ore_store *store = l->sweep->store;
    const ore_read_options *asked = &l->settings->read;
    ore_design_point *point = &l->points[l->sweep->n_points++];
    const int n_own =
        asked->n_sets + (l->order && family != ORE_DESIGN_FRONTIER);
    const char **sets = ore_store_alloc(store, n_own + n_sets, sizeof *sets);

    for (int i = 0; i < n_own; i++) {
        sets[i] = i < asked->n_sets ? ore_store_text(store, asked->sets[i])
                                    : l->order;
    }
    point->id = ore_store_keep(store, ore_print("%04d", l->sweep->n_points));
    point->family = family;
    point->name = ore_store_text(store, name);
    point->scenario =
        asked->scenario ? ore_store_text(store, asked->scenario) : NULL;
    point->sets = sets;
    point->n_sets = n_own + n_sets;
    return sets + n_own;
}

/* The point by itself: what the command line changes is part of it. */
static ore_round *open_point(const ore_design *l, const ore_design_point *point,
                             ore_status *status)
{
    const ore_read_options *asked = &l->settings->read;
    const ore_read_options bare = {.allow_outside = asked->allow_outside,
                                   .strict = asked->strict,
                                   .money = asked->money};

    return ore_design_point_round(&bare, l->path, point, status);
}

static const char *kept(const ore_design *l, char *text)
{
    return ore_store_keep(l->sweep->store, text);
}

static void add_scenarios(ore_design *l)
{
    for (int i = 0; i < l->round->n_scenarios; i++) {
        const char *name =
            ore_store_text(l->sweep->store, l->round->scenarios[i]);

        (void)add_point(l, ORE_DESIGN_SCENARIO, name, 0);
        l->points[l->sweep->n_points - 1].scenario = name;
    }
}

static void add_single_changes(ore_design *l)
{
    for (int u = 0; u < l->round->n_uncertains; u++) {
        const ore_uncertain *uncertain = &l->round->uncertains[u];

        for (int side = 0; side < 2; side++) {
            const char **sets = add_point(
                l, side ? ORE_DESIGN_HIGH : ORE_DESIGN_LOW, uncertain->id, 1);

            sets[0] =
                kept(l, ore_factor_set(uncertain->address,
                                       ore_swing_factor(uncertain, side == 1)));
        }
    }
}

/* A sample is its number: what it changes is drawn when it is opened. */
static void add_samples(ore_design *l)
{
    for (int i = 1; i <= l->sweep->n_samples; i++) {
        char *name = ore_print("%d", i);

        (void)add_point(l, ORE_DESIGN_SAMPLE, name, 0);
        l->points[l->sweep->n_points - 1].draw = i;
        free(name);
    }
}

/* The two ends of the frontier while they are solved. */
typedef struct ends {
    const ore_design *design;
    const char *order[2]; /* of the goals: the other one first, last */
    ore_round *round[2];
    ore_solve_settings settings;
    double value[2]; /* of the other goal there */
    double until_s;
    ore_tasks tasks;
    ore_status status;
} ends;

static bool begin_end(void *data, int i)
{
    ends *e = data;
    const ore_design *l = e->design;
    const ore_design_point point = {.n_sets = 1, .sets = &e->order[i]};

    if (e->status == ORE_OK) {
        e->round[i] = ore_design_point_round(&l->settings->read, l->path,
                                             &point, &e->status);
    }
    if (e->status == ORE_OK) {
        ore_study_settings study = *l->settings;

        ore_study_limit_by_work(&study, e->round[i]);
        e->settings = ore_study_solver(&study, e->round[i]);
        e->settings.is_bare = true;
        e->settings.time_limit_s =
            fmin(e->settings.time_limit_s,
                 fmax(0.01, ore_tasks_share_s(e->until_s - ore_now_s(), 2 - i,
                                              e->tasks.jobs)));
    }
    return e->status == ORE_OK;
}

static void solve_end(void *data, int i, ore_pack *reply)
{
    const ends *e = data;

    ore_solved_work(e->round[i], e->settings, reply);
}

static void take_end(void *data, int i, ore_pack *reply)
{
    ends *e = data;
    const ore_design *l = e->design;
    ore_result *result = NULL;
    ore_statistics statistics;
    const ore_status status =
        ore_solved_take(e->round[i], reply, &result, &statistics);

    if (ore_status_is_breakdown(status)) {
        e->status = status;
    } else if (ore_interrupted()) {
        e->status = ORE_STOPPED;
    } else if (!result->has_portfolio) {
        e->status = status;
        ore_error(l->diags, (ore_where){0},
                  "no portfolio to begin the frontier with; `orefolio solve` "
                  "says why");
    } else {
        e->value[i] =
            result->goals[ore_round_goal_number(e->round[i], l->sweep->over)]
                .value;
    }
    e->tasks.is_over = e->status != ORE_OK;
    ore_result_free(result);
}

/* What the other goal comes to, solved from both ends. */
static ore_status solve_ends(const ore_design *l, ends *e)
{
    ore_study_settings study = *l->settings;

    e->design = l;
    e->until_s =
        isnan(study.time_limit_s) ? HUGE_VAL : ore_now_s() + study.time_limit_s;
    e->tasks = (ore_tasks){.jobs = ore_study_jobs(&study),
                           .n = 2,
                           .what = "ends of the frontier",
                           .watch = &study.watch,
                           .begin = begin_end,
                           .work = solve_end,
                           .take = take_end,
                           .data = e};
    ore_tasks_run(&e->tasks);
    ore_round_free(e->round[0]);
    ore_round_free(e->round[1]);
    return e->status == ORE_OK && ore_interrupted() ? ORE_STOPPED : e->status;
}

/* Points of the frontier but for its last, which is the round itself. */
static ore_status add_frontier(ore_design *l)
{
    const char *over = l->sweep->over;
    const int n = l->n_frontier;

    if (!over) {
        return ORE_OK;
    }
    if (!ore_frontier_can_limit(&l->settings->read, l->path, l->round, over,
                                l->diags)) {
        return ORE_USAGE;
    }
    const char *first = kept(l, ore_frontier_order(l->round, over, true));
    const char *order = kept(l, ore_frontier_order(l->round, over, false));
    ends both = {.order = {first, order}};
    const ore_status status = solve_ends(l, &both);
    const double best = both.value[0], chosen = both.value[1];
    /* Without a way between the ends, the first is all there is. */
    const int n_points = ore_frontier_has_trade_off(best, chosen) ? n - 1 : 1;

    for (int i = 0; i < n_points && status == ORE_OK; i++) {
        char *name = ore_print("%d", i + 1);
        const char **sets =
            add_point(l, ORE_DESIGN_FRONTIER, name, i == 0 ? 1 : 2);

        sets[0] = i == 0 ? first : order;
        if (i > 0) {
            sets[1] = kept(l, ore_frontier_limit(over, best, chosen, i, n));
        }
        free(name);
    }
    return status;
}

/* Every point can be read: factors may leave what a key or column allows. */
static ore_status check_points(const ore_design *l)
{
    ore_draws *draws = ore_draws_new(l->round, l->sweep->seed);
    ore_status status = ORE_OK;

    for (int i = 1; i < l->sweep->n_points && status == ORE_OK; i++) {
        const ore_design_point point =
            ore_drawn_point(draws, &l->points[0], &l->points[i]);
        ore_round *round = open_point(l, &point, &status);

        if (!round) {
            ore_error(l->diags, (ore_where){0},
                      "point %s (%s %s) is no round that can be read",
                      l->points[i].id, ore_design_families[l->points[i].family],
                      l->points[i].name);
        }
        ore_round_free(round);
        if (ore_interrupted()) {
            status = ORE_STOPPED;
        }
    }
    ore_draws_free(draws);
    return status;
}

ore_status ore_design_lay_out(ore_design *l)
{
    const ore_round *round = l->round;
    ore_sweep *sweep = l->sweep;
    const int most = 1 + round->n_scenarios + 2 * round->n_uncertains +
                     (sweep->over ? l->n_frontier : 0) + sweep->n_samples;

    l->points = ore_store_alloc(sweep->store, most, sizeof *l->points);
    if (sweep->over && ore_round_goal_number(round, sweep->over) < 0) {
        l->order = kept(l, ore_frontier_order(round, sweep->over, false));
    }
    (void)add_point(l, ORE_DESIGN_ROUND, "", 0);
    add_scenarios(l);
    add_single_changes(l);
    const ore_status status = add_frontier(l);

    if (status != ORE_OK) {
        return status;
    }
    add_samples(l);
    sweep->points = l->points;
    return check_points(l);
}
