/* See fates.h. */
#include "study/reliability/fates.h"

#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/uncertain.h"

bool ore_is_at_risk(const ore_plan *plan, int p)
{
    const int o = plan->result->option[p];

    return o >= 0 && plan->round->options[o].n_flows > 0 &&
           plan->round->options[o].success_probability < 1.0;
}

/* Which of the plans a number in 0..1 stands for. */
static int plan_at(const ore_plan *plans, int n_plans, double u)
{
    int k = 0;

    for (; k + 1 < n_plans && u >= plans[k].probability; k++) {
        u -= plans[k].probability;
    }
    return k;
}

/* The one that has happened, if any. */
static int disruption_at(const ore_round *round, double u)
{
    if (round->respond >= 0) {
        return round->respond;
    }
    for (int w = 0; w < round->n_disruptions; w++) {
        if (u < round->disruptions[w].probability) {
            return w;
        }
        u -= round->disruptions[w].probability;
    }
    return -1;
}

/* The option that the project would fail as: the plan's, or its first. */
static double success_of(const ore_plan *plan, int p)
{
    const int o = plan->result->option[p];

    return plan->round
        ->options[o >= 0 ? o : plan->round->projects[p].first_option]
        .success_probability;
}

/* Whether project p fails at this number; a speed-up does so with its project,
 * which stands before it. */
static bool is_failing(const ore_plan *plan, int p, double u, const bool *fails)
{
    const char *sped = plan->round->projects[p].speeds_up;
    const int of = sped ? ore_project_named(plan->round, sped) : -1;

    return of >= 0 ? fails[of] : u >= success_of(plan, p);
}

ore_fates ore_fates_draw(const ore_plan *plans, int n_plans)
{
    const ore_round *round = plans[0].round;
    const int n = round->reliability.draws, n_projects = round->n_projects;
    ore_random *random = ore_random_new((unsigned long)round->reliability.seed);
    ore_fates fates = {.n = n,
                       .plan = ore_alloc(n, sizeof(int)),
                       .disruption = ore_alloc(n, sizeof(int)),
                       .fails = ore_alloc(n, (size_t)n_projects + 1)};

    for (int d = 0; d < n; d++) {
        const int k = plan_at(plans, n_plans, ore_random_share(random));

        fates.plan[d] = k;
        fates.disruption[d] =
            disruption_at(plans[k].round, ore_random_share(random));
        bool *fails = fates.fails + (size_t)d * (size_t)n_projects;

        for (int p = 0; p < n_projects; p++) {
            fails[p] =
                is_failing(&plans[k], p, ore_random_share(random), fails);
        }
    }
    ore_random_free(random);
    return fates;
}

void ore_fates_free(ore_fates *fates)
{
    free(fates->plan);
    free(fates->disruption);
    free(fates->fails);
}
