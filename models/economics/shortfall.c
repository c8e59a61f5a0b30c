/* Shortfall of a case (the base case, or a disruption): unmet target-years,
 * weighted, later years counting less.
 *
 *   S = sum over i, t of  weight[i,t] (1 + delta)^-t  unmet[i,j] / target[i,t]
 *
 * j is the state of year t in that case. 1 = one target-year unmet. */
#include "economics/shortfall.h"

#include <math.h>
#include <string.h>

#include "orefolio/goal.h"
#include "orefolio/timing.h"

/* Weight of one tonne of target i that is unmet in year t. */
static double per_tonne(const ore_round *round, const ore_objective *use, int i,
                        int t)
{
    const ore_target *target = &round->targets[i];

    return target->weight[t] * pow(1.0 + use->discount_rate, -t) /
           target->target_tpa[t];
}

void ore_expression_add_shortfall(const ore_round *round,
                                  const ore_variables *variables,
                                  const ore_objective *use,
                                  const ore_expression *sum, double coef,
                                  int disruption)
{
    for (int t = 0; t < round->n_years; t++) {
        const int j = ore_state_at(round, disruption, t);

        for (int i = 0; i < round->n_targets; i++) {
            const ore_col unmet = variables->unmet[ore_at_state(round, i, j)];

            if (unmet.at >= 0) {
                ore_expression_add(sum, coef * per_tonne(round, use, i, t),
                                   unmet);
            }
        }
    }
}

double ore_shortfall(const ore_round *round, const ore_result *result,
                     const ore_objective *use, int disruption)
{
    double sum = 0.0;

    for (int i = 0; i < round->n_targets; i++) {
        for (int t = 0; t < round->n_years; t++) {
            const int j = ore_state_at(round, disruption, t);

            if (round->targets[i].target_tpa[t] > 0.0) {
                sum += per_tonne(round, use, i, t) *
                       result->shortfall_tpa[ore_at_state(round, i, j)];
            }
        }
    }
    return sum;
}

double ore_disruption_probability(const ore_round *round, int disruption)
{
    double rest = 1.0;

    if (disruption >= 0) {
        return round->disruptions[disruption].probability;
    }
    for (int w = 0; w < round->n_disruptions; w++) {
        rest -= round->disruptions[w].probability;
    }
    return fmax(0.0, rest);
}

/* The use itself, or the term of a blend. */
static const ore_objective *use_within(const ore_objective *use,
                                       const char *name)
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

const ore_objective *ore_objective_named(const ore_round *round,
                                         const char *name)
{
    const ore_objective *found = NULL;

    for (int g = 0; g < round->n_goals && !found; g++) {
        found = use_within(&round->goals[g], name);
    }
    for (int i = 0; i < round->n_limits && !found; i++) {
        found = use_within(round->limits[i], name);
    }
    return found;
}

double ore_shortfall_value_at_risk(const ore_round *round,
                                   const ore_result *result,
                                   const ore_objective *use)
{
    double best = HUGE_VAL;

    for (int w = -1; w < round->n_disruptions; w++) {
        const double candidate = ore_shortfall(round, result, use, w);
        double reached = 0.0;

        for (int v = -1; v < round->n_disruptions; v++) {
            if (ore_shortfall(round, result, use, v) <= candidate) {
                reached += ore_disruption_probability(round, v);
            }
        }
        if (reached >= use->level - 1e-12) {
            best = fmin(best, candidate);
        }
    }
    return best;
}
