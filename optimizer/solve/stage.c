/* See stage.h. */
#include "solve/stage.h"

#include <math.h>

#include "orefolio/goal.h"
#include "orefolio/tolerances.h"
#include "solve/worker.h"

/* A root that takes more is followed by a portfolio before it is cut. */
static const double slow_root = 4.0 * ORE_WORK_A_SECOND;
/* From here on, the root takes long. */
enum { large_integers = 500 };

/* Differences of the goal that are smaller than this may be rounding: a part of
 * its value, and no less than written figures tell. */
static double grain(const ore_stage *stage)
{
    return fmax(ORE_TOLERANCE_WRITTEN, 1e-7 * fabs(stage->incumbent.value));
}

double ore_hold_slack(double best, double tolerance)
{
    return tolerance * fabs(best) + 1e-6 * fmax(1.0, fabs(best));
}

/* Portfolios that differ in the goal differ by more than this. */
double ore_stage_within_step(const ore_stage *stage)
{
    return 0.01 * stage->objective.step > grain(stage)
               ? 0.99 * stage->objective.step
               : 0.0;
}

static double asked_gap(const ore_stage *stage)
{
    const ore_search *search = stage->search;
    const double own = search->program->round->goals[stage->objective.g].gap;

    return stage->limits.is_eager              ? 0.0
           : search->gap_for_all || isnan(own) ? search->gap
                                               : own;
}

bool ore_stage_is_answered(const ore_stage *stage)
{
    const ore_search *search = stage->search;
    const double sign = stage->objective.sign;

    return search->has_cutoff && stage->objective.g == 0 &&
           isfinite(stage->incumbent.value) &&
           (stage->incumbent.value < sign * search->good ||
            stage->incumbent.bound > sign * search->bad);
}

bool ore_stage_done(const ore_stage *stage)
{
    return ore_search_clock_s() >= stage->limits.deadline_s ||
           ore_stage_is_answered(stage) ||
           (isfinite(stage->incumbent.value) &&
            stage->incumbent.value - stage->incumbent.bound <=
                fmax(asked_gap(stage) * fabs(stage->incumbent.value),
                     fmax(2.0 * grain(stage), ore_stage_within_step(stage))));
}

double ore_stage_cutoff(const ore_stage *stage)
{
    if (!isfinite(stage->incumbent.value)) {
        return HUGE_VAL;
    }
    return stage->incumbent.value -
           fmax(grain(stage), ore_stage_within_step(stage));
}

void ore_stage_raise_bound(ore_stage *stage, double bound)
{
    if (bound <= stage->incumbent.bound) {
        return;
    }
    stage->incumbent.bound = fmin(bound, stage->incumbent.value);
    const ore_message message = {.kind = ORE_MESSAGE_BOUND,
                                 .goal = stage->objective.g,
                                 .nodes = stage->effort.nodes,
                                 .bound = stage->objective.sign *
                                          stage->incumbent.bound};

    ore_send(stage->pipe, &message, NULL);
}

void ore_stage_phase(const ore_stage *stage, ore_phase phase)
{
    const ore_message message = {.kind = ORE_MESSAGE_PHASE,
                                 .goal = stage->objective.g,
                                 .number = (int)phase,
                                 .nodes = stage->effort.nodes,
                                 .iterations = stage->effort.iterations +
                                               ore_lp_iterations(stage->lp)};

    ore_send(stage->pipe, &message, NULL);
}

bool ore_stage_is_large(const ore_stage *stage)
{
    return ore_model_count_integers(stage->model) > large_integers;
}

bool ore_stage_is_slow(const ore_stage *stage)
{
    return stage->effort.root_work > slow_root;
}

bool ore_stage_is_start(const ore_stage *stage, int j)
{
    return stage->model->cols[j].is_start;
}

const ore_model *ore_stage_tight(const ore_stage *stage)
{
    return stage->tight ? stage->tight : stage->model;
}

void ore_stage_scale_costs(const ore_stage *stage, double *costs)
{
    for (int j = 0; j < stage->model->n_cols; j++) {
        costs[j] *= stage->search->col_unit[j];
    }
}
