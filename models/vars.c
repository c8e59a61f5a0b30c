/* The columns of the program, and how a written result spreads over them. */
#include <assert.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/model.h"
#include "orefolio/screen.h"
#include "orefolio/timing.h"

static const ore_col absent = {-1};

static ore_col *absent_cols(int count)
{
    ore_col *cols = ore_alloc(count, sizeof *cols);

    for (int i = 0; i < count; i++) {
        cols[i] = absent;
    }
    return cols;
}

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
        const double most_m = fmin(ore_award_max_m(plan, f, o, s), capex_m);

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
    vars->award = absent_cols(n_awards);
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

/* The largest share of capacity the option could have in year t. */
static double best_share(const ore_plan *plan, int o, int t)
{
    double best = 0.0;

    for (int s = 0; s < plan->n_commit; s++) {
        if (ore_may_start(plan, o, s, NULL)) {
            best = fmax(best, ore_capacity_share(plan, &plan->options[o],
                                                 plan->commit.first + s,
                                                 plan->horizon.first + t));
        }
    }
    return best;
}

static void add_operation(const ore_plan *plan, ore_vars *vars,
                          ore_model *model)
{
    for (int o = 0; o < plan->n_options; o++) {
        const ore_option *option = &plan->options[o];

        for (int t = 0; t < plan->n_years && option->n_flows > 0; t++) {
            const double best = best_share(plan, o, t);

            if (best > 0.0) {
                vars->run[o * plan->n_years + t] =
                    ore_add_col(model, ORE_REAL, 0.0, best, "run(%s,%s,%d)",
                                plan->projects[option->project].id, option->id,
                                plan->horizon.first + t);
            }
        }
    }
}

static void add_markets(const ore_plan *plan, ore_vars *vars, ore_model *model)
{
    for (int i = 0; i < plan->n_targets; i++) {
        const ore_target *target = &plan->targets[i];
        const char *material = plan->materials[target->material].id;
        const char *market = plan->markets[target->market].id;

        for (int t = 0; t < plan->n_years; t++) {
            const int at = i * plan->n_years + t;
            const int year = plan->horizon.first + t;
            const double wanted_tpa = target->target_tpa[t];
            const double reserved_tpa =
                fmin(wanted_tpa, ore_reserved_supply_tpa(plan, target, t));

            if (wanted_tpa <= 0.0) {
                continue;
            }
            vars->deliver[at] =
                ore_add_col(model, ORE_REAL, 0.0, wanted_tpa,
                            "deliver(%s,%s,%d)", material, market, year);
            vars->unmet[at] =
                ore_add_col(model, ORE_REAL, 0.0, wanted_tpa, "unmet(%s,%s,%d)",
                            material, market, year);
            if (reserved_tpa > 0.0) {
                vars->reserved[at] =
                    ore_add_col(model, ORE_REAL, 0.0, reserved_tpa,
                                "reserved(%s,%s,%d)", material, market, year);
            }
        }
    }
}

ore_vars *ore_vars_new(const ore_plan *plan, ore_model *model)
{
    ore_vars *vars = ore_alloc(1, sizeof *vars);
    const int n_targets = plan->n_targets * plan->n_years;

    vars->start = absent_cols(plan->n_options * plan->n_commit);
    vars->use = absent_cols(plan->n_offers);
    vars->award_first = ore_alloc(plan->n_offers, sizeof *vars->award_first);
    vars->equity = absent_cols(plan->n_options * plan->n_commit);
    vars->debt = absent_cols(plan->n_options * plan->n_commit);
    vars->run = absent_cols(plan->n_options * plan->n_years);
    vars->deliver = absent_cols(n_targets);
    vars->unmet = absent_cols(n_targets);
    vars->reserved = absent_cols(n_targets);
    vars->both = absent_cols(plan->n_links);
    add_financing(plan, vars, model);
    add_operation(plan, vars, model);
    add_markets(plan, vars, model);
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
    free(vars->reserved);
    free(vars->both);
    free(vars);
}

static void set(double *point, ore_col col, double value)
{
    if (col.at >= 0) {
        point[col.at] = value;
    }
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

    set(point, vars->start[at], 1.0);
    set(point, vars->equity[at], result->equity_m[p]);
    set(point, vars->debt[at], result->debt_m[p]);
    for (int i = 0; i < project->n_offers; i++) {
        const int f = project->first_offer + i;

        set(point, ore_award_col(plan, vars, f, o, s), result->face_m[f]);
        set(point, vars->use[f], result->face_m[f] > 0.0 ? 1.0 : 0.0);
    }
    for (int t = 0; t < plan->n_years; t++) {
        set(point, vars->run[o * plan->n_years + t],
            result->use[p * plan->n_years + t]);
    }
}

void ore_point_of_result(const ore_plan *plan, const ore_vars *vars,
                         const ore_result *result, double *point)
{
    for (int p = 0; p < plan->n_projects; p++) {
        set_project(plan, vars, result, p, point);
    }
    for (int at = 0; at < plan->n_targets * plan->n_years; at++) {
        const ore_target *target = &plan->targets[at / plan->n_years];
        const int t = at % plan->n_years;

        set(point, vars->deliver[at], result->delivered_tpa[at]);
        set(point, vars->unmet[at], result->shortfall_tpa[at]);
        set(point, vars->reserved[at],
            fmin(result->delivered_tpa[at],
                 ore_reserved_supply_tpa(plan, target, t)));
    }
    for (int i = 0; i < plan->n_links; i++) {
        const ore_link *link = &plan->links[i];

        set(point, vars->both[i],
            result->option[link->project] >= 0 &&
                    result->option[link->other] >= 0
                ? 1.0
                : 0.0);
    }
}
