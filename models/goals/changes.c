/* changes: how many projects differ from the baseline: added, dropped, or
 * going ahead as another option or in another year. Without a baseline, what
 * goes ahead is what changed.
 *
 *   minimise  sum over projects outside of it   sum over o, s  start[o,s]
 *             + sum over projects in it         1 - start[o0,s0]
 *
 * The constants stand on a column that is fixed at 1. */
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    const ore_baseline *baseline = &round->baseline;

    (void)use;
    for (int o = 0; o < round->n_options; o++) {
        const int p = round->options[o].project;

        for (int s = 0; s < round->n_commit; s++) {
            const ore_col start = variables->start[ore_at_commit(round, o, s)];

            if (!baseline->path || baseline->option[p] < 0) {
                ore_expression_add(sum, 1.0, start);
            } else if (baseline->option[p] == o &&
                       baseline->year[p] == round->commit.first + s) {
                ore_expression_add(sum, -1.0, start);
            }
        }
    }
    for (int p = 0; p < round->n_projects && baseline->path; p++) {
        ore_expression_add(sum, baseline->option[p] < 0 ? 0.0 : 1.0,
                           variables->one);
    }
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    const ore_baseline *baseline = &round->baseline;
    int count = 0;

    (void)use;
    for (int p = 0; p < round->n_projects; p++) {
        const int before = baseline->path ? baseline->option[p] : -1;

        count += result->option[p] != before ||
                 (before >= 0 && result->year[p] != baseline->year[p]);
    }
    return count;
}

const ore_goal ore_goal_changes = {
    .name = "changes",
    .label = "Changes from the baseline",
    .unit = "projects",
    .summary = "projects added, dropped or moved against --baseline",
    .emit = emit,
    .value = value,
};
