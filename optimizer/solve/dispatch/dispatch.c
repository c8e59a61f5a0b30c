/* See dispatch.h. */
#include "solve/dispatch/dispatch.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/dispatch/parts.h"

ore_dispatch *ore_dispatch_new(const ore_program *program,
                               const double *decided)
{
    return ore_dispatch_cut(program, decided);
}

void ore_dispatch_free(ore_dispatch *d)
{
    for (int k = 0; d && k < d->n; k++) {
        if (d->parts[k].lp) {
            ore_lp_free(d->parts[k].lp);
        }
        ore_model_free(d->parts[k].model);
        free(d->parts[k].basis);
        free(d->parts[k].runs);
        free(d->parts[k].unmet);
    }
    if (d) {
        ore_presolved_free(d->presolved);
        free(d->part_of);
        free(d->place);
        free(d->parts);
        free(d);
    }
}

int ore_dispatch_parts(const ore_dispatch *dispatch)
{
    return dispatch->n;
}

bool ore_dispatch_has(const ore_dispatch *dispatch, int k, int p)
{
    const ore_dispatch_part *own = &dispatch->parts[k];
    bool has = false;

    for (int i = 0; i < own->n_runs && !has; i++) {
        has = own->runs[i].of == p;
    }
    return has;
}

double ore_dispatch_begin(const ore_dispatch *dispatch, double *unmet_tpa)
{
    const ore_round *round = dispatch->program->round;

    for (int at = 0; at < round->n_targets * round->n_states; at++) {
        const ore_col col = dispatch->program->variables->unmet[at];

        unmet_tpa[at] = col.at >= 0 && ore_dispatch_part_of(dispatch, col) < 0
                            ? dispatch->presolved->aggregations[col.at].shift
                            : 0.0;
    }
    return dispatch->presolved->goal_offset[0];
}

/* Solve without any failure, which every other solve begins with. */
static void load(ore_dispatch_part *own)
{
    own->lp = ore_lp_new(own->model, HUGE_VAL);
    ore_lp_goal(own->lp, 0, 1.0);
    own->is_feasible = ore_lp_solve(own->lp) == ORE_LP_OPTIMAL;
    own->basis = ore_alloc(ore_lp_basis_size(own->lp), 1);
    ore_lp_get_basis(own->lp, own->basis);
}

/* Let the output be 0. False = it cannot be. */
static bool stop_output(const ore_dispatch *d, const ore_dispatch_part *own,
                        int whole)
{
    const ore_aggregation *tie = &d->presolved->aggregations[whole];
    const ore_program_col *col = &own->model->cols[d->place[tie->on]];
    const double at = -tie->shift / tie->scale;
    const double slack = 1e-9 * fmax(1.0, fabs(at));

    if (at < col->lo - slack || at > col->hi + slack) {
        return false;
    }
    const double within = fmin(fmax(at, col->lo), col->hi);

    ore_lp_bounds(own->lp, d->place[tie->on], within, within);
    return true;
}

/* From the flows of no failure, where there are any, with nothing kept of what
 * was solved since; once more from nothing when that leads nowhere. */
static bool solve_again(ore_dispatch_part *own)
{
    ore_lp_forget(own->lp);
    if (own->is_feasible) {
        ore_lp_set_basis(own->lp, own->basis);
        if (ore_lp_solve(own->lp) == ORE_LP_OPTIMAL) {
            return true;
        }
        ore_lp_forget(own->lp);
    }
    return ore_lp_solve_surely(own->lp) == ORE_LP_OPTIMAL;
}

/* The point of the last solve; of those as good the one that is shared evenly,
 * unless it cannot be found. */
static void find_point(ore_dispatch_part *own, double value, double *point)
{
    static const double slack = 1e-9;

    ore_lp_point(own->lp, point);
    if (own->is_shared) {
        ore_lp_hold(own->lp, 0, 1.0, value + slack * fmax(1.0, fabs(value)));
        ore_lp_goal(own->lp, 1, 1.0);
        if (ore_lp_solve(own->lp) == ORE_LP_OPTIMAL) {
            ore_lp_point(own->lp, point);
        }
        ore_lp_hold(own->lp, 0, 1.0, HUGE_VAL);
        ore_lp_goal(own->lp, 0, 1.0);
    }
}

bool ore_dispatch_solve(ore_dispatch *dispatch, int k, const bool *fails,
                        double *goal, double *unmet_tpa)
{
    ore_dispatch_part *own = &dispatch->parts[k];
    bool is_known = true;

    if (!own->lp) {
        load(own);
    }
    ore_lp_reset(own->lp);
    for (int i = 0; i < own->n_runs && is_known; i++) {
        is_known = !fails[own->runs[i].of] ||
                   stop_output(dispatch, own, own->runs[i].whole);
    }
    if (!is_known || !solve_again(own)) {
        return false;
    }
    double *point = ore_alloc(own->model->n_cols, sizeof *point);

    const double value = ore_lp_value(own->lp);

    find_point(own, value, point);
    *goal += value;
    for (int i = 0; i < own->n_unmet; i++) {
        const ore_aggregation *tie =
            &dispatch->presolved->aggregations[own->unmet[i].whole];

        unmet_tpa[own->unmet[i].of] +=
            tie->shift + tie->scale * point[dispatch->place[tie->on]];
    }
    free(point);
    return true;
}
