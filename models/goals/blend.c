/* blend: several goals as one, each with its weight.
 *
 *   minimise  sum over its terms of  weight * goal
 *
 * Goals that are maximised count against it. */
#include "registry.h"

/* What a term's goal counts for. */
static double signed_weight(const ore_objective_term *term)
{
    const bool is_maximised = term->goal->maximise && !term->use->is_minimised;

    return is_maximised ? -term->weight : term->weight;
}

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    for (int i = 0; i < use->n_terms; i++) {
        const ore_objective_term *term = &use->terms[i];
        ore_expression part = *sum;

        part.scale *= signed_weight(term);
        term->goal->emit(round, variables, term->use, &part);
    }
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    double sum = 0.0;

    for (int i = 0; i < use->n_terms; i++) {
        const ore_objective_term *term = &use->terms[i];

        sum +=
            signed_weight(term) * term->goal->value(round, result, term->use);
    }
    return sum;
}

const ore_goal ore_goal_blend = {
    .name = "blend",
    .label = "Blend",
    .unit = "weighted sum",
    .summary = "any other name, with `blend = GOAL:WEIGHT …` in its section",
    .emit = emit,
    .value = value,
};
