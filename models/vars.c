/* The columns of the program, and how a written result spreads over them. */
#include <assert.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/model.h"
#include "orefolio/screen.h"
#include "orefolio/timing.h"
#include "vars_supply.h"

static int award_at(const ore_plan *plan, const ore_vars *vars, int f, int o,
                    int s)
{
    const ore_project *project = &plan->projects[plan->offers[f].project];

    assert(plan->options[o].project == plan->offers[f].project);
    return vars->award_first[f] + (o - project->first_option) * plan->n_commit +
           s;
}

ore_col ore_award_col(const ore_plan *plan, const ore_vars *vars, int f, int o,
                      int s)
{
    return vars->award[award_at(plan, vars, f, o, s)];
}

/* Whether tickets or counts make it matter that an offer is used at all. */
static bool needs_use(const ore_plan *plan, int f)
{
    const ore_project *project = &plan->projects[plan->offers[f].project];

    if (plan->offers[f].min_m > 0.0) {
        return true;
    }
    for (int i = 0; i < project->n_options; i++) {
        const ore_option *option = &plan->options[project->first_option + i];

        if (option->instruments_max < project->n_offers) {
            return true;
        }
    }
    return false;
}

/* One option in one year: its decision and its financing. */
static void add_block(const ore_plan *plan, ore_vars *vars, ore_model *model,
                      int o, int s)
{
    const ore_option *option = &plan->options[o];
    const ore_project *project = &plan->projects[option->project];
    const int at = o * plan->n_commit + s, year = plan->commit.first + s;
    const double capex_m = option->capex_m;

    if (!ore_may_start(plan, o, s, NULL)) {
        return;
    }
    vars->start[at] =
        ore_add_col(model, ORE_BINARY, 0.0, 1.0, "start(%s,%s,%d)", project->id,
                    option->id, year);
    vars->equity[at] = ore_add_col(
        model, ORE_REAL, 0.0, fmin(capex_m, option->sponsor_equity_max_m),
        "equity(%s,%s,%d)", project->id, option->id, year);
    vars->debt[at] = ore_add_col(
        model, ORE_REAL, 0.0, fmin(capex_m, option->debt_capacity_m),
        "debt(%s,%s,%d)", project->id, option->id, year);
    for (int i = 0; i < project->n_offers; i++) {
        const int f = project->first_offer + i;
        const double most_m = ore_award_max_m(plan, f, o, s);

        if (most_m <= 0.0 || most_m < plan->offers[f].min_m) {
            continue;
        }
        vars->award[award_at(plan, vars, f, o, s)] = ore_add_col(
            model, ORE_REAL, 0.0, most_m, "award(%s,%s,%s,%d)", project->id,
            option->id, plan->instruments[plan->offers[f].instrument].id, year);
    }
}

static void add_financing(const ore_plan *plan, ore_vars *vars,
                          ore_model *model)
{
    int n_awards = 0;

    for (int f = 0; f < plan->n_offers; f++) {
        const ore_project *project = &plan->projects[plan->offers[f].project];

        vars->award_first[f] = n_awards;
        n_awards += project->n_options * plan->n_commit;
    }
    vars->award = ore_absent_cols(n_awards);
    for (int o = 0; o < plan->n_options; o++) {
        for (int s = 0; s < plan->n_commit; s++) {
            add_block(plan, vars, model, o, s);
        }
    }
    for (int f = 0; f < plan->n_offers; f++) {
        const ore_offer *offer = &plan->offers[f];

        if (needs_use(plan, f)) {
            vars->use[f] =
                ore_add_col(model, ORE_BINARY, 0.0, 1.0, "use(%s,%s)",
                            plan->projects[offer->project].id,
                            plan->instruments[offer->instrument].id);
        }
    }
}

ore_vars *ore_vars_new(const ore_plan *plan, ore_model *model)
{
    ore_vars *vars = ore_alloc(1, sizeof *vars);

    vars->start = ore_absent_cols(plan->n_options * plan->n_commit);
    vars->use = ore_absent_cols(plan->n_offers);
    vars->award_first = ore_alloc(plan->n_offers, sizeof *vars->award_first);
    vars->equity = ore_absent_cols(plan->n_options * plan->n_commit);
    vars->debt = ore_absent_cols(plan->n_options * plan->n_commit);
    vars->both = ore_absent_cols(plan->n_links);
    add_financing(plan, vars, model);
    ore_add_supply_vars(plan, vars, model);
    vars->one = plan->baseline.path
                    ? ore_add_col(model, ORE_REAL, 1.0, 1.0, "one")
                    : (ore_col){-1};
    for (int i = 0; i < plan->n_links; i++) {
        const ore_link *link = &plan->links[i];

        if (link->kind == ORE_LINK_BONUS) {
            vars->both[i] =
                ore_add_col(model, ORE_REAL, 0.0, 1.0, "both(%s,%s)",
                            plan->projects[link->project].id,
                            plan->projects[link->other].id);
        }
    }
    return vars;
}

void ore_vars_free(ore_vars *vars)
{
    if (!vars) {
        return;
    }
    free(vars->start);
    free(vars->use);
    free(vars->award_first);
    free(vars->award);
    free(vars->equity);
    free(vars->debt);
    free(vars->run);
    free(vars->deliver);
    free(vars->unmet);
    free(vars->pooled);
    free(vars->sell);
    free(vars->buy);
    free(vars->release);
    free(vars->excess);
    free(vars->both);
    free(vars);
}

static void set_project(const ore_plan *plan, const ore_vars *vars,
                        const ore_result *result, int p, double *point)
{
    const ore_project *project = &plan->projects[p];
    const int o = result->option[p];

    if (o < 0) {
        return;
    }
    const int s = result->year[p] - plan->commit.first;
    const int at = o * plan->n_commit + s;

    ore_set_point(point, vars->start[at], 1.0);
    ore_set_point(point, vars->equity[at], result->equity_m[p]);
    ore_set_point(point, vars->debt[at], result->debt_m[p]);
    for (int i = 0; i < project->n_offers; i++) {
        const int f = project->first_offer + i;

        ore_set_point(point, ore_award_col(plan, vars, f, o, s),
                      result->face_m[f]);
        ore_set_point(point, vars->use[f], result->face_m[f] > 0.0 ? 1.0 : 0.0);
    }
    for (int j = 0; j < plan->n_moments; j++) {
        ore_set_point(point, vars->run[o * plan->n_moments + j],
                      result->use[p * plan->n_moments + j]);
    }
}

void ore_point_of_result(const ore_plan *plan, const ore_vars *vars,
                         const ore_result *result, double *point)
{
    ore_set_point(point, vars->one, 1.0);
    for (int p = 0; p < plan->n_projects; p++) {
        set_project(plan, vars, result, p, point);
    }
    ore_supply_point(plan, vars, result, point);
    for (int i = 0; i < plan->n_links; i++) {
        const ore_link *link = &plan->links[i];

        ore_set_point(point, vars->both[i],
                      result->option[link->project] >= 0 &&
                              result->option[link->other] >= 0
                          ? 1.0
                          : 0.0);
    }
}
