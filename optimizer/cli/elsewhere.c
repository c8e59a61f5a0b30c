/* What every portfolio of a comparison is worth in every other case. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "cli/cases.h"
#include "cli/frontier.h"
#include "cli/progress.h"
#include "cli/regret.h"
#include "cli/solving.h"
#include "orefolio/memory.h"
#include "solve/child.h"

/* A portfolio is looked at under another case for at most so long. */
static const double longest_look_s = 10.0;

/* What the portfolio of case i is worth in case j. */
static double look_at(const ore_cases *all, int i, int j)
{
    ore_solve_settings settings = ore_settings_of(&all->options, all->plans[j]);
    const double left_s = all->until_s - ore_now_s();
    double value = nan("");

    if (ore_interrupted() || left_s <= 0.0) {
        return HUGE_VAL;
    }
    settings.on_progress = NULL;
    settings.is_bare = true;
    settings.time_limit_s =
        fmin(fmin(settings.time_limit_s, longest_look_s), left_s);
    const ore_status status = ore_value_elsewhere(
        all->plans[i], all->results[i], all->plans[j], &settings, &value);

    /* A financing that was stopped on may be far from the best there. */
    return status == ORE_INFEASIBLE || (status == ORE_OK && !isnan(value))
               ? value
               : HUGE_VAL;
}

/* An earlier case with the same projects and the same first goal, which was
 * looked at in case j; -1 = none. */
static int looked_at(const ore_cases *all, int i, int j)
{
    for (int k = 0; k < i; k++) {
        const char *goal = all->plans[k]->goals[0].name;

        if (k != j && all->results[k]->has_portfolio &&
            strcmp(goal, all->plans[i]->goals[0].name) == 0 &&
            ore_goal_number(all->plans[j], goal) >= 0 &&
            ore_are_same_projects(all->plans[k], all->results[k], all->plans[i],
                                  all->results[i])) {
            return k;
        }
    }
    return -1;
}

static double value_of(const ore_cases *all, int i, int j)
{
    if (!all->results[i]->has_portfolio || !all->results[j]->has_portfolio) {
        return nan("");
    }
    if (i == j) {
        return all->results[i]->goals[0].value;
    }
    const int same = looked_at(all, i, j);

    return same >= 0 ? all->elsewhere[same * all->n + j] : look_at(all, i, j);
}

void ore_look_elsewhere(ore_cases *all)
{
    const int n = all->n;
    const bool shows = !all->options.quiet && ore_progress_wanted();

    all->elsewhere = ore_alloc(n * n, sizeof *all->elsewhere);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            if (shows) {
                ore_progress_wipe();
                fprintf(stderr, "each portfolio in each other case: %d of %d",
                        i * n + j + 1, n * n);
                fflush(stderr);
            }
            all->elsewhere[i * n + j] = value_of(all, i, j);
        }
    }
    if (shows) {
        ore_progress_wipe();
    }
}
