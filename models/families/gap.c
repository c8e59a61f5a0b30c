/* gap: the columns of the goals largest_gap, leximin_gap and targets_met.
 *
 *   largest >= gap[g]                              all g
 *   reach[k] + beyond[k,g] >= gap[g]               all g and levels k
 *   sum over t of deliver[i,t] >= level × asked[i] × met[i]     all targets i
 *
 * Only where such a goal is used. The checks compare the goals' values with the
 * gaps of the written result. */
#include <math.h>
#include <stdlib.h>

#include "economics/deliveries.h"
#include "economics/gaps.h"
#include "orefolio/tolerances.h"
#include "registry.h"

static ore_expression new_row(ore_model *model, const ore_objective *use,
                              const char *what, int k, int g)
{
    return (ore_expression){.model = model,
                            .goal = -1,
                            .scale = 1.0,
                            .row = ore_model_add_row(model, use->where, 0.0,
                                                     HUGE_VAL, "gap_%s(%d,%d)",
                                                     what, k, g)};
}

static void emit_largest(const ore_round *round, const ore_variables *variables,
                         ore_model *model, const ore_objective *use)
{
    ore_gap_groups groups = ore_gap_groups_of(round, use);

    for (int g = 0; g < groups.n; g++) {
        const ore_expression sum = new_row(model, use, "largest", 1, g);

        ore_expression_add(&sum, 1.0, variables->largest);
        ore_expression_add_gap(round, variables, use, &groups, g, &sum, -1.0);
    }
    ore_gap_groups_free(&groups);
}

static void emit_levels(const ore_round *round, const ore_variables *variables,
                        ore_model *model, const ore_objective *use)
{
    ore_gap_groups groups = ore_gap_groups_of(round, use);

    for (int k = 0; k < variables->n_levels; k++) {
        for (int g = 0; g < groups.n; g++) {
            const ore_expression sum = new_row(model, use, "level", k + 1, g);

            ore_expression_add(&sum, 1.0, variables->reach[k]);
            ore_expression_add(&sum, 1.0, variables->beyond[k * groups.n + g]);
            ore_expression_add_gap(round, variables, use, &groups, g, &sum,
                                   -1.0);
        }
    }
    ore_gap_groups_free(&groups);
}

static void emit_met(const ore_round *round, const ore_variables *variables,
                     ore_model *model, const ore_objective *use)
{
    for (int i = 0; i < round->n_targets; i++) {
        if (variables->met[i].at >= 0) {
            const ore_expression sum = new_row(model, use, "met", 1, i);

            for (int t = 0; t < round->n_years; t++) {
                ore_expression_add(
                    &sum, 1.0, variables->deliver[ore_at_state(round, i, t)]);
            }
            ore_expression_add(&sum, -use->level * ore_target_t(round, i),
                               variables->met[i]);
        }
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    const ore_objective *largest = ore_objective_named(round, "largest_gap");
    const ore_objective *levels = ore_objective_named(round, "leximin_gap");
    const ore_objective *met = ore_objective_named(round, "targets_met");

    if (largest) {
        emit_largest(round, variables, model, largest);
    }
    if (levels) {
        emit_levels(round, variables, model, levels);
    }
    if (met) {
        emit_met(round, variables, model, met);
    }
}

/* Each gap is at most what the goal says is the largest. */
static void check_largest(const ore_round *round, const ore_result *result,
                          ore_report *report, int goal)
{
    const ore_objective *use = &round->goals[goal];
    ore_gap_groups groups = ore_gap_groups_of(round, use);
    double *gaps = ore_gaps(round, result, use, &groups);

    for (int g = 0; g < groups.n; g++) {
        ore_expect_le(report, gaps[g], result->goals[goal].value, use->where,
                      "gap %d against %s", g, use->name);
    }
    free(gaps);
    ore_gap_groups_free(&groups);
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int g = 0; g < round->n_goals; g++) {
        const ore_goal *goal = ore_objective_goal(&round->goals[g]);

        if ((goal == &ore_goal_largest_gap ||
             (goal == &ore_goal_leximin_gap && round->goals[g].rank == 1)) &&
            !isnan(result->goals[g].value)) {
            check_largest(round, result, report, g);
        }
    }
}

const ore_family ore_family_gap = {
    .name = "gap",
    .summary = "The largest gaps, and targets that are met",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
};
