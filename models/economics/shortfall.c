/* Shortfall of a case (the base case, or a disruption): unmet target-years,
 * weighted, later years counting less.
 *
 *   S = sum over i, t of  weight[i,t] (1 + delta)^-t  missing[i,j]
 *   missing[i,j] = sum over steps k of
 *       (step[k] - step[k-1]) max(0, unmet[i,j] / target[i,t] - from[k])
 *
 * j is the state of year t in that case. Without steps, missing is the share
 * unmet. 1 = one target-year unmet, at weight 1. */
#include "economics/shortfall.h"

#include <math.h>
#include <string.h>

#include "orefolio/goal.h"
#include "orefolio/timing.h"

double ore_shortfall_per_tonne(const ore_round *round, const ore_objective *use,
                               int i, int t)
{
    const ore_target *target = &round->targets[i];

    return target->weight[t] * pow(1.0 + use->discount_rate, -t) /
           target->target_tpa[t];
}

/* Add coef × what is missing of target i in state j, by its weight steps: the
 * first weighs all of it, each later one what is beyond where it begins. */
static void add_missing(const ore_round *round, const ore_variables *variables,
                        const ore_expression *sum, double coef, int i, int j)
{
    const ore_target *target = &round->targets[i];
    const int at = ore_at_state(round, i, j);

    ore_expression_add(
        sum, coef * (target->n_steps > 0 ? target->steps[0].weight : 1.0),
        variables->unmet[at]);
    for (int k = 1; k < target->n_steps; k++) {
        ore_expression_add(
            sum, coef * (target->steps[k].weight - target->steps[k - 1].weight),
            variables->steps[at * variables->max_steps + k]);
    }
}

/* The same of an unmet amount in horizon year t, t/yr: each step's tonnes at
 * its weight. */
static double missing_tpa(const ore_target *target, int t, double unmet_tpa)
{
    double sum_tpa = target->n_steps > 0 ? 0.0 : unmet_tpa;

    for (int k = 0; k < target->n_steps; k++) {
        const bool is_last = k + 1 == target->n_steps;
        const double from_tpa = target->steps[k].from * target->target_tpa[t];
        const double to_tpa =
            is_last ? HUGE_VAL
                    : target->steps[k + 1].from * target->target_tpa[t];

        sum_tpa += target->steps[k].weight *
                   fmax(0.0, fmin(unmet_tpa, to_tpa) - from_tpa);
    }
    return sum_tpa;
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
                add_missing(round, variables, sum,
                            coef * ore_shortfall_per_tonne(round, use, i, t), i,
                            j);
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
                sum += ore_shortfall_per_tonne(round, use, i, t) *
                       missing_tpa(
                           &round->targets[i], t,
                           result->shortfall_tpa[ore_at_state(round, i, j)]);
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
