/* See points.h. */
#include "cli/points.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "build/program.h"
#include "cli/command.h"
#include "cli/frontier.h"
#include "cli/solving.h"
#include "orefolio/memory.h"
#include "orefolio/model.h"
#include "solve/child.h"
#include "write/figures.h"

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

ore_plan *ore_open_point(const ore_options *options, const char *path,
                         const ore_point *point, ore_status *status)
{
    const ore_read_options *own = &options->round;
    const int n_sets = own->n_sets + point->n_sets;
    const char **sets = ore_alloc(n_sets, sizeof *sets);
    ore_options changed = *options;

    for (int i = 0; i < n_sets; i++) {
        sets[i] = i < own->n_sets ? own->sets[i] : point->sets[i - own->n_sets];
    }
    changed.round.sets = sets;
    changed.round.n_sets = n_sets;
    if (point->scenario) {
        changed.round.scenario = point->scenario;
    }
    changed.quiet = true;
    ore_plan *plan = ore_open_round(&changed, path, status);

    free(sets);
    return plan;
}

ore_status ore_solve_point(const ore_plan *plan,
                           const ore_solve_settings *settings,
                           ore_result **result)
{
    ore_program *program = ore_program_new(plan);
    ore_diags *unsaid = ore_diags_new();
    const ore_status status =
        ore_solve_verified(program, settings, result, unsaid);

    ore_program_free(program);
    if (ore_is_breakdown(status)) {
        return ore_tell_diags(unsaid, status);
    }
    ore_diags_free(unsaid);
    return ore_interrupted() ? ORE_STOPPED : ORE_OK;
}

/* Which of the base's projects go ahead; both rounds have theirs by id. */
static void mark_going(const ore_plan *base, const ore_plan *plan,
                       const ore_result *result, bool *goes)
{
    int at = 0;

    for (int p = 0; p < base->n_projects; p++) {
        const char *id = base->projects[p].id;

        while (at < plan->n_projects && strcmp(plan->projects[at].id, id) < 0) {
            at++;
        }
        goes[p] = at < plan->n_projects &&
                  strcmp(plan->projects[at].id, id) == 0 &&
                  result->option[at] >= 0;
    }
}

/* Whether the plan has the column that a goal x_NAME sums. */
static bool has_column(const ore_plan *plan, const ore_goal_use *use)
{
    for (int i = 0; i < use->n_terms; i++) {
        if (!has_column(plan, use->terms[i].use)) {
            return false;
        }
    }
    return use->attribute < plan->n_attributes;
}

double ore_first_goal_in(const ore_plan *base, const ore_plan *plan,
                         const ore_result *result)
{
    const ore_goal_use *use = &base->goals[0];
    const int g = ore_goal_number(plan, use->name);

    return g >= 0                  ? result->goals[g].value
           : has_column(plan, use) ? ore_goal_of(use)->value(plan, result, use)
                                   : nan("");
}

ore_run ore_run_of(const ore_plan *base, const ore_plan *plan,
                   const ore_result *result, const char *over)
{
    const int first = ore_goal_number(plan, base->goals[0].name);
    const int other = over ? ore_goal_number(plan, over) : -1;
    ore_run run = {.status = result->status,
                   .has_portfolio = result->has_portfolio,
                   .limit = other >= 0 ? plan->goals[other].limit : nan(""),
                   .other = nan(""),
                   .is_sought = first == 0,
                   .goes = ore_alloc(base->n_projects, sizeof *run.goes)};

    if (!run.has_portfolio) {
        return run;
    }
    run.value = ore_first_goal_in(base, plan, result);
    run.gap = first >= 0 ? result->goals[first].gap : nan("");
    run.other = other >= 0 ? result->goals[other].value : nan("");
    run.closed = ore_figure_closed_share(plan, result);
    run.n_funded = ore_figure_funded(plan, result);
    mark_going(base, plan, result, run.goes);
    return run;
}
