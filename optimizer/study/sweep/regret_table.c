/* What every portfolio of a comparison is worth in every other case. */
#include "study/sweep/regret_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "study/sweep/regret.h"
#include "study/tasks.h"
#include "study/verified.h"

typedef struct table {
    const ore_study_settings *settings;
    int n;
    ore_round *const *rounds;   /* [n] */
    ore_result *const *results; /* [n] */
    double until_s;
    double *values; /* [n * n] */
    double look_s;  /* what the look that begins may take */
} table;

/* A portfolio is looked at under another case for at most so long. */
static const double longest_look_s = 10.0;

/* What the portfolio of case i is worth in case j. */
static double look_at(const table *all, int i, int j)
{
    ore_solve_settings settings =
        ore_study_solver(all->settings, all->rounds[j]);
    double value = nan("");

    settings.on_progress = NULL;
    settings.is_bare = true;
    settings.work_limit_s = settings.work_limit_s > 0.0
                                ? fmin(settings.work_limit_s, longest_look_s)
                                : 0.0;
    settings.time_limit_s = all->look_s;
    const ore_status status = ore_regret_value(
        all->rounds[i], all->results[i], all->rounds[j], &settings, &value);

    /* A financing that was stopped on may be far from the best there. */
    return status == ORE_INFEASIBLE || (status == ORE_OK && !isnan(value))
               ? value
               : HUGE_VAL;
}

/* An earlier case with the same projects and the same first goal, which was
 * looked at in case j; -1 = none. */
static int looked_at(const table *all, int i, int j)
{
    for (int k = 0; k < i; k++) {
        const char *goal = all->rounds[k]->goals[0].name;

        if (k != j && all->results[k]->has_portfolio &&
            strcmp(goal, all->rounds[i]->goals[0].name) == 0 &&
            ore_round_goal_number(all->rounds[j], goal) >= 0 &&
            ore_regret_same_projects(all->rounds[k], all->results[k],
                                     all->rounds[i], all->results[i])) {
            return k;
        }
    }
    return -1;
}

static bool has_value(const table *all, int i, int j)
{
    return all->results[i]->has_portfolio && all->results[j]->has_portfolio;
}

/* Whether nothing but a solve tells what is at `at`. */
static bool begin_look(void *data, int at)
{
    table *all = data;
    const int i = at / all->n, j = at % all->n;
    const double left_s = all->until_s - ore_now_s();
    const ore_solve_settings settings =
        ore_study_solver(all->settings, all->rounds[j]);

    all->look_s = fmin(settings.time_limit_s, left_s);
    if (settings.work_limit_s <= 0.0) {
        all->look_s = fmin(all->look_s, longest_look_s);
    }
    return has_value(all, i, j) && i != j && looked_at(all, i, j) < 0 &&
           left_s > 0.0;
}

static void look(void *data, int at, ore_pack *reply)
{
    const table *all = data;
    const double value = look_at(all, at / all->n, at % all->n);

    ore_pack_bytes(reply, &value, sizeof value);
}

static void take_look(void *data, int at, ore_pack *reply)
{
    table *all = data;

    const char *why;

    if (reply) {
        ore_unpack_bytes(reply, &all->values[at], sizeof *all->values);
    } else {
        (void)ore_tell_trouble(&why);
    }
}

/* What is known without a look; HUGE_VAL until it is looked at. */
static double known_value(const table *all, int i, int j)
{
    return !has_value(all, i, j) ? nan("")
           : i == j              ? all->results[i]->goals[0].value
                                 : HUGE_VAL;
}

double *ore_regret_table_new(const ore_study_settings *settings, int jobs,
                             int n, ore_round *const *rounds,
                             ore_result *const *results, double until_s)
{
    table all = {.settings = settings,
                 .n = n,
                 .rounds = rounds,
                 .results = results,
                 .until_s = until_s,
                 .values = ore_alloc(n * n, sizeof(double))};
    ore_tasks tasks = {.jobs = jobs,
                       .n = n * n,
                       .what = "portfolios under other cases",
                       .watch = &settings->watch,
                       .begin = begin_look,
                       .work = look,
                       .take = take_look,
                       .data = &all};

    for (int at = 0; at < n * n; at++) {
        all.values[at] = known_value(&all, at / n, at % n);
    }
    ore_tasks_run(&tasks);
    for (int at = 0; at < n * n; at++) {
        const int i = at / n, j = at % n;
        const int same =
            i != j && has_value(&all, i, j) ? looked_at(&all, i, j) : -1;

        if (same >= 0) {
            all.values[at] = all.values[same * n + j];
        }
    }
    return all.values;
}
