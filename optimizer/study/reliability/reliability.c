/* See reliability.h. */
#include "study/reliability/reliability.h"

#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/worker.h"
#include "study/reliability/draws.h"

void ore_reliability_free(ore_reliability *reliability)
{
    for (int i = 0; reliability && i < reliability->n_targets; i++) {
        free(reliability->targets[i].met);
    }
    if (reliability) {
        free(reliability->targets);
        free(reliability->markets);
        free(reliability->failures);
        free(reliability);
    }
}

static int count(const bool *is_open, int n)
{
    int n_open = 0;

    for (int d = 0; d < n; d++) {
        n_open += is_open[d];
    }
    return n_open;
}

ore_reliability *ore_reliability_new(const ore_plan *plans, int n_plans,
                                     int shown, int jobs,
                                     const ore_study_watch *watch)
{
    ore_fates fates = ore_fates_draw(plans, n_plans);
    ore_odds *odds = ore_odds_new(plans, n_plans, shown, &fates);
    bool *is_open = ore_alloc(fates.n, sizeof *is_open);

    for (int d = 0; d < fates.n; d++) {
        is_open[d] = true;
    }
    ore_draws_find(plans, n_plans, &fates, true, jobs, watch, is_open, odds);
    const int n_broken = count(is_open, fates.n);

    ore_draws_find(plans, n_plans, &fates, false, jobs, watch, is_open, odds);
    ore_reliability *all = ore_odds_end(odds);

    all->n_broken = n_broken - count(is_open, fates.n);
    free(is_open);
    ore_fates_free(&fates);
    if (ore_interrupted()) {
        ore_reliability_free(all);
        all = NULL;
    }
    return all;
}

static bool asks_for_draws(const ore_round *round, const ore_result *result)
{
    return round->reliability.draws > 0 && round->n_targets > 0 &&
           result->has_portfolio;
}

static int jobs_of(const ore_study_settings *settings)
{
    ore_study_settings own = *settings;

    return ore_study_jobs(&own);
}

ore_reliability *ore_reliability_of(const ore_round *round,
                                    const ore_result *result,
                                    const ore_study_settings *settings)
{
    const ore_plan plan = {round, result, 1.0};

    return asks_for_draws(round, result)
               ? ore_reliability_new(&plan, 1, 0, jobs_of(settings),
                                     &settings->watch)
               : NULL;
}

ore_reliability *ore_reliability_of_tree(const ore_scenario_tree *tree,
                                         const ore_result *result,
                                         const ore_study_settings *settings)
{
    if (!asks_for_draws(tree->round, result)) {
        return NULL;
    }
    ore_plan *plans = ore_alloc(tree->n_leaves, sizeof *plans);

    for (int k = 0; k < tree->n_leaves; k++) {
        plans[k] = (ore_plan){tree->leaves[k].round, result->leaves[k],
                              tree->leaves[k].probability};
    }
    ore_reliability *reliability = ore_reliability_new(
        plans, tree->n_leaves, ore_scenario_tree_likeliest(tree),
        jobs_of(settings), &settings->watch);

    free(plans);
    return reliability;
}
