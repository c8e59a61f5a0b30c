/* Shortfall by world: unmet target-years, weighted, later years counting less.
 *
 *   S = sum over i, t of  weight[i,t] (1 + delta)^-t  unmet[i,j] / target[i,t]
 *
 * j is the moment of year t in that world. 1 = one target-year unmet. */
#include "shortfall.h"

#include <math.h>
#include <string.h>

#include "orefolio/timing.h"

/* Weight of one tonne of target i that is unmet in year t. */
static double per_tonne(const ore_plan *plan, const ore_goal_use *use, int i,
                        int t)
{
    const ore_target *target = &plan->targets[i];

    return target->weight[t] * pow(1.0 + use->discount_rate, -t) /
           target->target_tpa[t];
}

void ore_sum_shortfall(const ore_plan *plan, const ore_vars *vars,
                       const ore_goal_use *use, const ore_sum *sum, double coef,
                       int disruption)
{
    for (int t = 0; t < plan->n_years; t++) {
        const int j = ore_moment_at(plan, disruption, t);

        for (int i = 0; i < plan->n_targets; i++) {
            const ore_col unmet = vars->unmet[i * plan->n_moments + j];

            if (unmet.at >= 0) {
                ore_sum_put(sum, coef * per_tonne(plan, use, i, t), unmet);
            }
        }
    }
}

double ore_shortfall(const ore_plan *plan, const ore_result *result,
                     const ore_goal_use *use, int disruption)
{
    double sum = 0.0;

    for (int i = 0; i < plan->n_targets; i++) {
        for (int t = 0; t < plan->n_years; t++) {
            const int j = ore_moment_at(plan, disruption, t);

            if (plan->targets[i].target_tpa[t] > 0.0) {
                sum += per_tonne(plan, use, i, t) *
                       result->shortfall_tpa[i * plan->n_moments + j];
            }
        }
    }
    return sum;
}

double ore_world_probability(const ore_plan *plan, int disruption)
{
    double rest = 1.0;

    if (disruption >= 0) {
        return plan->disruptions[disruption].probability;
    }
    for (int w = 0; w < plan->n_disruptions; w++) {
        rest -= plan->disruptions[w].probability;
    }
    return fmax(0.0, rest);
}

/* The use itself, or the term of a blend. */
static const ore_goal_use *use_within(const ore_goal_use *use, const char *name)
{
    if (use->n_terms == 0 && strcmp(use->name, name) == 0) {
        return use;
    }
    for (int i = 0; i < use->n_terms; i++) {
        if (strcmp(use->terms[i].use->name, name) == 0) {
            return use->terms[i].use;
        }
    }
    return NULL;
}

const ore_goal_use *ore_goal_used(const ore_plan *plan, const char *name)
{
    const ore_goal_use *found = NULL;

    for (int g = 0; g < plan->n_goals && !found; g++) {
        found = use_within(&plan->goals[g], name);
    }
    for (int i = 0; i < plan->n_limits && !found; i++) {
        found = use_within(plan->limits[i], name);
    }
    return found;
}

double ore_shortfall_threshold(const ore_plan *plan, const ore_result *result,
                               const ore_goal_use *use)
{
    double best = HUGE_VAL;

    for (int w = -1; w < plan->n_disruptions; w++) {
        const double candidate = ore_shortfall(plan, result, use, w);
        double reached = 0.0;

        for (int v = -1; v < plan->n_disruptions; v++) {
            if (ore_shortfall(plan, result, use, v) <= candidate) {
                reached += ore_world_probability(plan, v);
            }
        }
        if (reached >= use->level - 1e-12) {
            best = fmin(best, candidate);
        }
    }
    return best;
}
