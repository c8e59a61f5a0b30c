/* See stage.h. */
#include "solve/stage.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "solve/lp/lazy_rows.h"
#include "solve/presolve/objective_step.h"
#include "solve/worker.h"

/* A root that takes more is followed by a portfolio before it is cut. */
static const double slow_root = 4.0 * ORE_WORK_A_SECOND;
/* From here on, the root takes long. */
enum { large_integers = 500 };

ore_stage *ore_stage_new(const ore_search *search, ore_model *model, int pipe)
{
    ore_stage *stage = ore_alloc(1, sizeof *stage);

    stage->search = search;
    stage->model = stage->own = model;
    stage->pipe = pipe;
    stage->lp = ore_lp_new_lazy(model, search->deadline_s);
    stage->incumbent.point = ore_alloc(model->n_cols, sizeof(double));
    stage->relaxed = ore_alloc(model->n_cols, sizeof(double));
    stage->incumbent.recent =
        ore_alloc(ORE_RECENT * model->n_cols, sizeof(double));
    stage->objective.held =
        ore_alloc(search->program->round->n_goals, sizeof(double));
    stage->prober = ore_prober_new(search->program);
    stage->owner = search->program->owner;
    ore_stage_seed(stage, search->seed);
    return stage;
}

void ore_stage_seed(ore_stage *stage, int seed)
{
    stage->random[0] = 0x330e;
    stage->random[1] = (unsigned short)(seed & 0xffff);
    stage->random[2] = (unsigned short)((seed >> 16) & 0xffff);
}

void ore_stage_free(ore_stage *stage)
{
    ore_lp_free(stage->lp);
    free(stage->incumbent.point);
    free(stage->relaxed);
    free(stage->incumbent.recent);
    free(stage->objective.held);
    ore_lazy_rows_free(stage->tight);
    ore_prober_free(stage->prober);
    ore_lazy_rows_free(stage->own);
    free(stage);
}

void ore_stage_use_goal(ore_stage *stage, int g)
{
    const ore_round *round = stage->search->program->round;

    stage->objective.g = g;
    stage->objective.sign =
        ore_objective_is_maximised(&round->goals[g]) ? -1.0 : 1.0;
    stage->objective.step = ore_objective_step(stage->model, g);
    stage->incumbent.bound = -HUGE_VAL;
    stage->incumbent.value = HUGE_VAL;
    ore_lp_reset(stage->lp);
    ore_lp_goal(stage->lp, g, stage->objective.sign);
}

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

bool ore_model_is_large(const ore_model *model)
{
    return ore_model_count_integers(model) > large_integers;
}

bool ore_stage_is_large(const ore_stage *stage)
{
    return ore_model_is_large(stage->model);
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
