/* See points.h. */
#include "cli/points.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "build/program.h"
#include "cli/command.h"
#include "cli/solving.h"
#include "orefolio/memory.h"
#include "solve/child.h"
#include "write/figures.h"

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

    ore_diags_free(unsaid);
    ore_program_free(program);
    if (status == ORE_UNVERIFIED || status == ORE_INTERNAL) {
        return status;
    }
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

ore_run ore_run_of(const ore_plan *base, const ore_plan *plan,
                   const ore_result *result, int first, int other)
{
    ore_run run = {.status = result->status,
                   .has_portfolio = result->has_portfolio,
                   .limit = other >= 0 ? plan->goals[other].limit : nan(""),
                   .other = nan(""),
                   .goes = ore_alloc(base->n_projects, sizeof *run.goes)};

    if (!run.has_portfolio) {
        return run;
    }
    run.value = result->goals[first].value;
    run.gap = result->goals[first].gap;
    run.other = other >= 0 ? result->goals[other].value : nan("");
    run.closed = ore_figure_closed_share(plan, result);
    run.n_funded = ore_figure_funded(plan, result);
    mark_going(base, plan, result, run.goes);
    return run;
}
