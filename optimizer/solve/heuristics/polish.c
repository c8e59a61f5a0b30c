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
#include "solve/heuristics/polish_years.h"
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
    const ore_program *program = stage->search->program;
    bool any = ore_has_open_sales(program->round);

    for (int j = 0; j < stage->model->n_cols; j++) {
        if (ore_stage_is_start(stage, j)) {
            ore_bounds_fix(bounds, j, rint(stage->incumbent.point[j]));
        }
    }
    for (int k = 0; k < ore_program_n_parts(program); k++) {
        const ore_program *part = ore_program_part(program, k);

        for (int f = 0; f < part->round->n_pairs; f++) {
            any |= part->variables->is_used[f].at >= 0;
        }
    }
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

static void mark(const ore_program *program, int k, const ore_col *cols,
                 int count, bool *is_trade)
{
    for (int i = 0; i < count; i++) {
        const int j = ore_program_col_of(program, k, cols[i]);

        if (j >= 0) {
            is_trade[j] = true;
        }
    }
}

/* The trade of part k, and its targets' costs. */
static void mark_trade(const ore_program *program, int k, bool *is_trade,
                       double *costs)
{
    const ore_program *part = ore_program_part(program, k);
    const ore_round *round = part->round;
    const ore_variables *variables = part->variables;
    const int n = round->n_targets * round->n_states;

    mark(program, k, variables->deliver, n, is_trade);
    mark(program, k, variables->unmet, n, is_trade);
    mark(program, k, variables->pooled, n, is_trade);
    mark(program, k, variables->sell, round->n_sales * round->n_states,
         is_trade);
    for (int i = 0; i < n; i++) {
        const double share = (double)(i / round->n_states) / round->n_targets;
        const int j = ore_program_col_of(program, k, variables->deliver[i]);

        if (j >= 0) {
            costs[j] = share - 1.0;
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
    const ore_program *program = stage->search->program;
    double *costs = ore_alloc(stage->model->n_cols, sizeof *costs);
    bool *is_trade = ore_alloc(stage->model->n_cols, sizeof *is_trade);

    for (int k = 0; k < ore_program_n_parts(program); k++) {
        mark_trade(program, k, is_trade, costs);
    }
    hold_still(s, is_trade);
    ore_stage_scale_costs(stage, costs);
    ore_subproblem_costs(s->sub, costs);
    if (ore_polishing_solve(s, stage->incumbent.point)) {
        ore_polishing_keep(s);
    }
    free(costs);
    free(is_trade);
}

void ore_polish(ore_stage *stage)
{
    ore_polishing s = {.stage = stage, .bounds = ore_chosen_options(stage)};

    s.point = ore_alloc(stage->model->n_cols, sizeof(double));
    s.sub = ore_subproblem_without_goal(stage, &s.bounds);
    ore_subproblem_hold_first(stage, s.sub,
                              stage->search->program->round->n_goals);
    polish_goals(&s);
    ore_polish_years(&s);
    polish_financing(&s);
    polish_deliveries(&s);
    ore_subproblem_free(stage, s.sub);
    ore_bounds_free(&s.bounds);
    free(s.point);
}
