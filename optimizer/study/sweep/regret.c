/* See regret.h. */
#include "study/sweep/regret.h"

#include <math.h>
#include <string.h>

#include "base/diagnostics.h"
#include "program/program.h"
#include "study/runs.h"
#include "study/verified.h"

/* Whether the option of `round` in that commitment year is what was chosen. */
static bool is_chosen(const ore_round *chosen_round, const ore_result *chosen,
                      const ore_round *round, int o, int year)
{
    const char *id = round->projects[round->options[o].project].id;

    const int p = ore_project_named(chosen_round, id);
    const int own = p < 0 ? -1 : chosen->option[p];

    return own >= 0 && chosen->year[p] == year &&
           strcmp(chosen_round->options[own].id, round->options[o].id) == 0;
}

/* Fix what goes ahead; false when the program has no column for it. */
static bool fix_projects(const ore_round *chosen_round,
                         const ore_result *chosen, const ore_program *program)
{
    const ore_round *round = program->round;
    int n_chosen = 0, n_fixed = 0;

    for (int p = 0; p < chosen_round->n_projects; p++) {
        n_chosen += chosen->option[p] >= 0;
    }
    for (int i = 0; i < round->n_options * round->n_commit; i++) {
        const ore_col start = program->variables->start[i];
        const int year = round->commit.first + i % round->n_commit;

        if (start.at >= 0) {
            const bool goes = is_chosen(chosen_round, chosen, round,
                                        i / round->n_commit, year);

            program->model->cols[start.at].lo = goes ? 1.0 : 0.0;
            program->model->cols[start.at].hi = goes ? 1.0 : 0.0;
            n_fixed += goes;
        }
    }
    return n_fixed == n_chosen;
}

ore_status ore_regret_value(const ore_round *chosen_round,
                            const ore_result *chosen, const ore_round *round,
                            const ore_solve_settings *settings, double *value)
{
    ore_program *program = ore_program_new(round);
    ore_diags *unsaid = ore_diags_new();
    ore_statistics statistics;
    ore_result *result = NULL;
    ore_status status = ORE_INFEASIBLE;

    *value = nan("");
    if (fix_projects(chosen_round, chosen, program)) {
        status =
            ore_solve_verified(program, settings, &result, &statistics, unsaid);
        if (status == ORE_OK || status == ORE_STOPPED) {
            *value = ore_run_first_goal(chosen_round, round, result);
        }
        ore_result_free(result);
    }
    ore_diags_free(unsaid);
    ore_program_free(program);
    return status;
}

/* The next chosen project from `p` on. */
static int next_chosen(const ore_round *round, const ore_result *result, int p)
{
    while (p < round->n_projects && result->option[p] < 0) {
        p++;
    }
    return p;
}

bool ore_regret_same_projects(const ore_round *a_round, const ore_result *a,
                              const ore_round *b_round, const ore_result *b)
{
    /* Projects stand in the order of their ids. */
    int i = next_chosen(a_round, a, 0), k = next_chosen(b_round, b, 0);

    while (i < a_round->n_projects && k < b_round->n_projects) {
        if (strcmp(a_round->projects[i].id, b_round->projects[k].id) != 0 ||
            strcmp(a_round->options[a->option[i]].id,
                   b_round->options[b->option[k]].id) != 0 ||
            a->year[i] != b->year[k]) {
            return false;
        }
        i = next_chosen(a_round, a, i + 1);
        k = next_chosen(b_round, b, k + 1);
    }
    return i == a_round->n_projects && k == b_round->n_projects;
}
