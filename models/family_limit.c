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

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int i = 0; i < plan->n_limits; i++) {
        const ore_goal_use *use = plan->limits[i];
        const bool is_most = ore_goal_is_most(use);

        const ore_row row = ore_add_row(
            model, use->where, is_most ? use->limit : -HUGE_VAL,
            is_most ? HUGE_VAL : use->limit, "limit(%s)", use->name);
        ore_row_limit(model, row, "`limit` of goal %s = %.10g", use->name,
                      use->limit);
        ore_row_amount(model, row, 0.0);
        const ore_sum sum = {model, -1, row, 1.0};

        ore_goal_of(use)->emit(plan, vars, use, &sum);
    }
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    for (int i = 0; i < plan->n_limits; i++) {
        const ore_goal_use *use = plan->limits[i];

        const double value = ore_goal_of(use)->value(plan, result, use);

        if (ore_goal_is_most(use)) {
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
