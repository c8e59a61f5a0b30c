/* See runs.h. */
#include "study/runs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/diagnostics.h"
#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"

bool ore_can_repeat(const char *path, ore_diags *diags)
{
    const bool can = strcmp(path, "-") != 0;

    if (!can) {
        ore_error(diags, (ore_where){0},
                  "the round is '-', expected a file: it is read once for "
                  "every point");
    }
    return can;
}

ore_round *ore_design_point_round(const ore_read_options *own, const char *path,
                                  const ore_design_point *point,
                                  ore_status *status)
{
    const int n_sets = own->n_sets + point->n_sets;
    const char **sets = ore_alloc(n_sets, sizeof *sets);
    ore_read_options changed = *own;
    ore_diags *diags = ore_diags_new();
    ore_round *round = NULL;

    for (int i = 0; i < n_sets; i++) {
        sets[i] = i < own->n_sets ? own->sets[i] : point->sets[i - own->n_sets];
    }
    changed.sets = sets;
    changed.n_sets = n_sets;
    if (point->scenario) {
        changed.scenario = point->scenario;
    }
    *status = ore_read_round_file(path, &changed, diags, &round);
    if (*status != ORE_OK) {
        ore_diags_print(diags, stderr);
    }
    ore_diags_free(diags);
    free(sets);
    return round;
}

/* Which of the base's projects go ahead; both rounds have theirs by id. */
static void mark_going(const ore_round *base, const ore_round *round,
                       const ore_result *result, bool *goes)
{
    int at = 0;

    for (int p = 0; p < base->n_projects; p++) {
        const char *id = base->projects[p].id;

        while (at < round->n_projects &&
               strcmp(round->projects[at].id, id) < 0) {
            at++;
        }
        goes[p] = at < round->n_projects &&
                  strcmp(round->projects[at].id, id) == 0 &&
                  result->option[at] >= 0;
    }
}

/* Whether the round has the column that a goal x_NAME sums. */
static bool has_column(const ore_round *round, const ore_objective *use)
{
    for (int i = 0; i < use->n_terms; i++) {
        if (!has_column(round, use->terms[i].use)) {
            return false;
        }
    }
    return use->attribute < round->n_attributes;
}

double ore_run_first_goal(const ore_round *base, const ore_round *round,
                          const ore_result *result)
{
    const ore_objective *use = &base->goals[0];
    const int g = ore_round_goal_number(round, use->name);

    return g >= 0 ? result->goals[g].value
           : has_column(round, use)
               ? ore_objective_goal(use)->value(round, result, use)
               : nan("");
}

ore_run ore_run_of(const ore_round *base, const ore_round *round,
                   const ore_result *result, const char *over)
{
    const int first = ore_round_goal_number(round, base->goals[0].name);
    const int other = over ? ore_round_goal_number(round, over) : -1;
    ore_run run = {.status = result->status,
                   .has_portfolio = result->has_portfolio,
                   .limit = other >= 0 ? round->goals[other].limit : nan(""),
                   .other = nan(""),
                   .is_sought = first == 0,
                   .goes = ore_alloc(base->n_projects, sizeof *run.goes)};

    if (!run.has_portfolio) {
        return run;
    }
    run.value = ore_run_first_goal(base, round, result);
    run.gap = first >= 0 ? result->goals[first].gap : nan("");
    run.other = other >= 0 ? result->goals[other].value : nan("");
    run.closed = ore_figure_closed_share(round, result);
    run.n_funded = ore_figure_funded(round, result);
    mark_going(base, round, result, run.goes);
    return run;
}
