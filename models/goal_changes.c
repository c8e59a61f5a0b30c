/* changes: how many projects differ from the baseline: added, dropped, or
 * going ahead as another option or in another year. Without a baseline, what
 * goes ahead is what changed.
 *
 *   minimise  sum over projects outside of it   sum over o, s  start[o,s]
 *             + sum over projects in it         1 - start[o0,s0]
 *
 * The constants stand on a column that is fixed at 1. */
#include "registry.h"

static void emit(const ore_plan *plan, const ore_vars *vars,
                 const ore_goal_use *use, const ore_sum *sum)
{
    const ore_baseline *baseline = &plan->baseline;

    (void)use;
    for (int o = 0; o < plan->n_options; o++) {
        const int p = plan->options[o].project;

        for (int s = 0; s < plan->n_commit; s++) {
            const ore_col start = vars->start[o * plan->n_commit + s];

            if (!baseline->path || baseline->option[p] < 0) {
                ore_sum_put(sum, 1.0, start);
            } else if (baseline->option[p] == o &&
                       baseline->year[p] == plan->commit.first + s) {
                ore_sum_put(sum, -1.0, start);
            }
        }
    }
    for (int p = 0; p < plan->n_projects && baseline->path; p++) {
        ore_sum_put(sum, baseline->option[p] < 0 ? 0.0 : 1.0, vars->one);
    }
}

static double value(const ore_plan *plan, const ore_result *result,
                    const ore_goal_use *use)
{
    const ore_baseline *baseline = &plan->baseline;
    int count = 0;

    (void)use;
    for (int p = 0; p < plan->n_projects; p++) {
        const int before = baseline->path ? baseline->option[p] : -1;

        count += result->option[p] != before ||
                 (before >= 0 && result->year[p] != baseline->year[p]);
    }
    return count;
}

const ore_goal ore_goal_changes = {
    .name = "changes",
    .label = "Changes from the baseline",
    .label_ja = "前回案からの変更",
    .unit = "projects",
    .unit_ja = "事業",
    .summary = "projects added, dropped or moved against --baseline",
    .emit = emit,
    .value = value,
};
