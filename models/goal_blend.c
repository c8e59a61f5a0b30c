/* blend: several goals as one, each with its weight.
 *
 *   minimise  sum over its terms of  weight * goal
 *
 * Goals that are maximised count against it. */
#include "registry.h"

/* What a term's goal counts for. */
static double signed_weight(const ore_goal_term *term)
{
    return ore_goal_is_most(term->use) ? -term->weight : term->weight;
}

static void emit(const ore_plan *plan, const ore_vars *vars,
                 const ore_goal_use *use, const ore_sum *sum)
{
    for (int i = 0; i < use->n_terms; i++) {
        const ore_goal_term *term = &use->terms[i];
        ore_sum part = *sum;

        part.scale *= signed_weight(term);
        ore_goal_of(term->use)->emit(plan, vars, term->use, &part);
    }
}

static double value(const ore_plan *plan, const ore_result *result,
                    const ore_goal_use *use)
{
    double sum = 0.0;

    for (int i = 0; i < use->n_terms; i++) {
        const ore_goal_term *term = &use->terms[i];

        sum += signed_weight(term) *
               ore_goal_of(term->use)->value(plan, result, term->use);
    }
    return sum;
}

const ore_goal ore_goal_blend = {
    .name = "blend",
    .label = "Blend",
    .label_ja = "加重和",
    .unit = "weighted sum",
    .unit_ja = "加重和",
    .summary = "any other name, with `blend = GOAL:WEIGHT …` in its section",
    .emit = emit,
    .value = value,
};
