/* limit: a goal that must not end worse than the round says: the steps of an
 * efficient frontier are rounds that differ in such a limit alone (the
 * epsilon-constraint method; Y. Haimes, L. Lasdon, D. Wismer, IEEE Transactions
 * on Systems, Man, and Cybernetics 1 (1971) 296-297).
 *
 *   goal[g] <= limit[g]     all goals g with a limit that are minimised
 *   goal[g] >= limit[g]     those that are maximised
 *
 * It holds whether the goal is in the order or not. */
#include <math.h>

#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int i = 0; i < round->n_limits; i++) {
        const ore_objective *use = round->limits[i];
        const bool is_most = ore_objective_is_maximised(use);

        const ore_row row = ore_model_add_row(
            model, use->where, is_most ? use->limit : -HUGE_VAL,
            is_most ? HUGE_VAL : use->limit, "limit(%s)", use->name);
        ore_model_row_limit(model, row, "`limit` of goal %s = %.10g", use->name,
                            use->limit);
        ore_model_row_amount(model, row, 0.0);
        const ore_expression sum = {model, -1, row, 1.0};

        ore_objective_goal(use)->emit(round, variables, use, &sum);
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int i = 0; i < round->n_limits; i++) {
        const ore_objective *use = round->limits[i];

        const double value = ore_objective_goal(use)->value(round, result, use);

        if (ore_objective_is_maximised(use)) {
            ore_expect_ge(report, value, use->limit, use->where,
                          "limit of goal %s", use->name);
        } else {
            ore_expect_le(report, value, use->limit, use->where,
                          "limit of goal %s", use->name);
        }
    }
}

const ore_family ore_family_limit = {
    .name = "limit",
    .summary = "Goals no worse than their limits",
    .summary_ja = "目標値の限度",
    .emit = emit,
    .check = check,
};
