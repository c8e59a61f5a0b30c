/* What every portfolio of a comparison is worth in every other case. */
#include "study/regret_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "solve/worker.h"
#include "study/frontier.h"
#include "study/regret.h"

typedef struct table {
    const ore_study_settings *settings;
    int n;
    ore_round *const *rounds;   /* [n] */
    ore_result *const *results; /* [n] */
    double until_s;
    double *values; /* [n * n] */
} table;

/* A portfolio is looked at under another case for at most so long. */
static const double longest_look_s = 10.0;

/* What the portfolio of case i is worth in case j. */
static double look_at(const table *all, int i, int j)
{
    ore_solve_settings settings =
        ore_study_solver(all->settings, all->rounds[j]);
    const double left_s = all->until_s - ore_now_s();
    double value = nan("");

    if (ore_interrupted() || left_s <= 0.0) {
        return HUGE_VAL;
    }
    settings.on_progress = NULL;
    settings.is_bare = true;
    settings.time_limit_s =
        fmin(fmin(settings.time_limit_s, longest_look_s), left_s);
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

static double value_of(const table *all, int i, int j)
{
    if (!all->results[i]->has_portfolio || !all->results[j]->has_portfolio) {
        return nan("");
    }
    if (i == j) {
        return all->results[i]->goals[0].value;
    }
    const int same = looked_at(all, i, j);

    return same >= 0 ? all->values[same * all->n + j] : look_at(all, i, j);
}

double *ore_regret_table_new(const ore_study_settings *settings, int n,
                             ore_round *const *rounds,
                             ore_result *const *results, double until_s)
{
    void (*const show)(const char *line) = settings->watch.show;
    table all = {.settings = settings,
                 .n = n,
                 .rounds = rounds,
                 .results = results,
                 .until_s = until_s,
                 .values = ore_alloc(n * n, sizeof(double))};

    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            if (show) {
                char *line =
                    ore_print("each portfolio in each other case: %d of %d",
                              i * n + j + 1, n * n);

                show(line);
                free(line);
            }
            all.values[i * n + j] = value_of(&all, i, j);
        }
    }
    if (show) {
        show("");
    }
    return all.values;
}
