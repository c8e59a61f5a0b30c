/* Once projects are chosen: goals without slack, and ties. Makes equal rounds
 * give equal figures whatever way the search took. */
#include "solve/heuristics/polish.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/asset_sales.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "orefolio/tolerances.h"
#include "solve/heuristics/polishing.h"
#include "solve/heuristics/tie_costs.h"
#include "solve/stage.h"

/* Whether the goal leaves something to later ones. */
static bool gives_away(const ore_round *round, int g)
{
    return g < round->n_goals - 1 && round->goals[g].tolerance > 0.0;
}

/* Give the goal its best value, and hold it there. */
static void polish_goal(const ore_polishing *s, int g)
{
    ore_stage *stage = s->stage;

    ore_subproblem_goal(stage, s->sub, g);
    if (ore_polishing_solve(s, stage->incumbent.point)) {
        const double best = ore_subproblem_value(s->sub);

        stage->objective.held[g] = best + 1e-12 * fmax(1.0, fabs(best));
        ore_subproblem_hold(stage, s->sub, g, stage->objective.held[g]);
    }
}

/* Hold the goals before g as the search held them, and give g its best value
 * again. */
static void polish_loosely(const ore_polishing *s, int g, const double *held)
{
    ore_stage *stage = s->stage;

    for (int k = 0; k < g; k++) {
        if (!gives_away(stage->search->program->round, k)) {
            stage->objective.held[k] = held[k];
            ore_subproblem_hold(stage, s->sub, k, held[k]);
        }
    }
    polish_goal(s, g);
}

/* Whether the polished value of a goal is more than rounding off what the
 * search found, which held it with its slack. */
static bool is_visibly_worse(double polished, double held, double tolerance)
{
    const double found = held - ore_hold_slack(polished, tolerance);

    return polished - found > fmax(0.5 * ORE_TOLERANCE_PROVEN * fabs(polished),
                                   2.0 * ORE_TOLERANCE_WRITTEN);
}

/* Leaves the instruments, and the answers to asset sales, to choose at the
 * projects chosen; false when there is no choice. */
static bool free_instruments(const ore_stage *stage, ore_bounds *bounds)
{
    const ore_round *round = stage->search->program->round;
    bool any = false;

    for (int j = 0; j < stage->model->n_cols; j++) {
        if (ore_stage_is_start(stage, j)) {
            ore_bounds_fix(bounds, j, rint(stage->incumbent.point[j]));
        }
    }
    for (int f = 0; f < round->n_pairs; f++) {
        any |= stage->search->program->variables->is_used[f].at >= 0;
    }
    any |= ore_has_open_sales(round);
    return any;
}

/* What goal g costs [n_cols], to be minimised. The caller frees. */
static double *goal_costs(const ore_stage *stage, int g)
{
    const ore_model *model = stage->model;
    const bool is_maximised =
        ore_objective_is_maximised(&stage->search->program->round->goals[g]);
    double *costs = ore_alloc(model->n_cols, sizeof *costs);

    for (int e = 0; e < model->n_goal_entries; e++) {
        const ore_program_entry *entry = &model->goal_entries[e];

        if (entry->row == g) {
            costs[entry->col] = is_maximised ? -entry->coef : entry->coef;
        }
    }
    return costs;
}

/* What later goals left of what goal g gave away is its own again: with other
 * instruments, where those serve it better, and then at its best. */
static void polish_given(const ore_polishing *s, int g)
{
    ore_stage *stage = s->stage;
    double *costs = goal_costs(stage, g);
    ore_bounds bounds = ore_bounds_new(stage);

    ore_subproblem_goal(stage, s->sub, g);
    if (free_instruments(stage, &bounds) &&
        ore_polishing_solve(s, stage->incumbent.point)) {
        ore_polish_by_tree(s, &bounds, costs, ore_subproblem_value(s->sub));
    }
    ore_bounds_free(&bounds);
    free(costs);
    polish_goal(s, g);
}

/* While goals were searched, each was held with a little slack, which later
 * ones used up to the last gram. Now that projects are chosen, give every goal
 * its best value in turn. One that may give something away stays as it was held
 * until the later ones have taken it; what they left is its own. A goal that
 * would become visibly worse than it was proven to be, because the little slack
 * of the earlier ones buys a good deal of it, keeps that slack. */
static void polish_goals(const ore_polishing *s)
{
    ore_stage *stage = s->stage;
    const ore_round *round = stage->search->program->round;
    double *held = ore_alloc(round->n_goals, sizeof *held);

    memcpy(held, stage->objective.held, (size_t)round->n_goals * sizeof *held);
    for (int g = 0; g < round->n_goals; g++) {
        if (!gives_away(round, g)) {
            ore_subproblem_hold(stage, s->sub, g, HUGE_VAL);
        }
    }
    for (int g = 0; g < round->n_goals; g++) {
        if (!gives_away(round, g)) {
            polish_goal(s, g);
            if (is_visibly_worse(stage->objective.held[g], held[g],
                                 round->goals[g].tolerance)) {
                polish_loosely(s, g, held);
            }
        }
    }
    free(held);
    for (int g = round->n_goals - 1; g >= 0; g--) {
        if (gives_away(round, g)) {
            polish_given(s, g);
        }
    }
}

/* Equally good financing by other instruments, where only so many of them are
 * allowed, or no small awards. */
static void polish_instruments(const ore_polishing *s, const double *costs)
{
    ore_bounds bounds = ore_bounds_new(s->stage);

    if (free_instruments(s->stage, &bounds)) {
        ore_polish_by_tree(s, &bounds, costs, ore_subproblem_value(s->sub));
    }
    ore_bounds_free(&bounds);
}

static void polish_financing(const ore_polishing *s)
{
    ore_stage *stage = s->stage;
    double *costs = ore_financing_costs(stage);

    ore_subproblem_costs(s->sub, costs);
    if (ore_polishing_solve(s, stage->incumbent.point)) {
        ore_polishing_keep(s);
        polish_instruments(s, costs);
    }
    free(costs);
}

static void mark(const ore_col *cols, int count, bool *is_trade)
{
    for (int i = 0; i < count; i++) {
        if (cols[i].at >= 0) {
            is_trade[cols[i].at] = true;
        }
    }
}

/* Fix the columns that are no trade where the portfolio has them. */
static void hold_still(const ore_polishing *s, const bool *is_trade)
{
    const ore_presolved *presolved = s->sub->presolved;

    for (int j = 0; j < presolved->n_whole; j++) {
        const int on = presolved->aggregations[j].on;

        if (!is_trade[j] && on >= 0) {
            const double value =
                s->stage->incumbent.point[presolved->whole_column[on]];

            ore_lp_bounds(s->sub->lp, on, value, value);
        }
    }
}

/* Equally good deliveries: the targets that come first by name are served
 * first. Money and plants stay as they are. */
static void polish_deliveries(const ore_polishing *s)
{
    ore_stage *stage = s->stage;
    const ore_round *round = stage->search->program->round;
    const ore_variables *variables = stage->search->program->variables;
    const int n = round->n_targets * round->n_states;
    double *costs = ore_alloc(stage->model->n_cols, sizeof *costs);
    bool *is_trade = ore_alloc(stage->model->n_cols, sizeof *is_trade);

    mark(variables->deliver, n, is_trade);
    mark(variables->unmet, n, is_trade);
    mark(variables->pooled, n, is_trade);
    mark(variables->sell, round->n_sales * round->n_states, is_trade);
    hold_still(s, is_trade);
    for (int i = 0; i < n; i++) {
        const double share = (double)(i / round->n_states) / round->n_targets;

        if (variables->deliver[i].at >= 0) {
            costs[variables->deliver[i].at] = share - 1.0;
        }
    }
    ore_stage_scale_costs(stage, costs);
    ore_subproblem_costs(s->sub, costs);
    if (ore_polishing_solve(s, stage->incumbent.point)) {
        ore_polishing_keep(s);
    }
    free(costs);
    free(is_trade);
}

/* The column of the chosen start of project p; -1 = it is not chosen. */
static int chosen_start(const ore_stage *stage, int p, int *option, int *year)
{
    const ore_round *round = stage->search->program->round;
    const ore_project *project = &round->projects[p];
    const ore_col *start = stage->search->program->variables->start;

    for (*option = project->first_option;
         *option < project->first_option + project->n_options; (*option)++) {
        for (*year = 0; *year < round->n_commit; (*year)++) {
            const int j = start[*option * round->n_commit + *year].at;

            if (j >= 0 && stage->incumbent.point[j] > 0.5) {
                return j;
            }
        }
    }
    return -1;
}

/* Equally good years: the earliest, project by project in the order of ids. */
static void move_earlier(const ore_polishing *s)
{
    ore_stage *stage = s->stage;
    const ore_round *round = stage->search->program->round;
    const ore_col *start = stage->search->program->variables->start;

    for (int p = 0; p < round->n_projects; p++) {
        int o, year;
        const int j = chosen_start(stage, p, &o, &year);

        for (int t = 0; j >= 0 && t < year; t++) {
            const int earlier = start[ore_at_commit(round, o, t)].at;

            if (earlier < 0 ||
                ore_search_clock_s() > stage->limits.deadline_s) {
                continue;
            }
            stage->incumbent.point[j] = 0.0;
            stage->incumbent.point[earlier] = 1.0;
            if (ore_polishing_solve(s, stage->incumbent.point)) {
                ore_polishing_keep(s);
                break;
            }
            stage->incumbent.point[j] = 1.0;
            stage->incumbent.point[earlier] = 0.0;
        }
    }
}

/* No start but those of the options that were chosen. */
static ore_bounds chosen_bounds(const ore_stage *stage)
{
    const ore_round *round = stage->search->program->round;
    const ore_col *start = stage->search->program->variables->start;
    ore_bounds bounds = ore_bounds_new(stage);

    for (int o = 0; o < round->n_options; o++) {
        bool is_chosen = false;

        for (int t = 0; t < round->n_commit; t++) {
            const int j = start[ore_at_commit(round, o, t)].at;

            is_chosen |= j >= 0 && stage->incumbent.point[j] > 0.5;
        }
        for (int t = 0; t < round->n_commit && !is_chosen; t++) {
            const int j = start[ore_at_commit(round, o, t)].at;

            if (j >= 0) {
                ore_bounds_fix(&bounds, j, 0.0);
            }
        }
    }
    return bounds;
}

/* Costs [n_cols] of years: early ones are better, most of all for projects that
 * come first by id; a chosen project stays. */
static double *year_costs(const ore_stage *stage)
{
    const ore_round *round = stage->search->program->round;
    const ore_col *start = stage->search->program->variables->start;
    double *costs = ore_alloc(stage->model->n_cols, sizeof *costs);

    for (int i = 0; i < round->n_options * round->n_commit; i++) {
        const int project = round->options[i / round->n_commit].project;
        const double weight = 2.0 - (double)project / round->n_projects;

        if (start[i].at >= 0) {
            costs[start[i].at] = weight * (i % round->n_commit) -
                                 2.0 * round->n_commit * round->n_projects;
        }
    }
    return costs;
}

/* Equally good years: first one project after the other, then together, since
 * one may be earlier when another is later. */
static void polish_years(const ore_polishing *s)
{
    move_earlier(s);
    double *costs = year_costs(s->stage);
    ore_bounds bounds = chosen_bounds(s->stage);

    ore_subproblem_costs(s->sub, costs);
    if (ore_polishing_solve(s, s->stage->incumbent.point)) {
        ore_polish_by_tree(s, &bounds, costs, ore_subproblem_value(s->sub));
    }
    ore_bounds_free(&bounds);
    free(costs);
}

void ore_polish(ore_stage *stage)
{
    ore_polishing s = {.stage = stage, .bounds = chosen_bounds(stage)};

    s.point = ore_alloc(stage->model->n_cols, sizeof(double));
    s.sub = ore_subproblem_without_goal(stage, &s.bounds);
    ore_subproblem_hold_first(stage, s.sub,
                              stage->search->program->round->n_goals);
    polish_goals(&s);
    polish_years(&s);
    polish_financing(&s);
    polish_deliveries(&s);
    ore_subproblem_free(stage, s.sub);
    ore_bounds_free(&s.bounds);
    free(s.point);
}
