/* See root.h. */
#include "solve/root.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "solve/bounds.h"
#include "solve/heuristics/diving.h"
#include "solve/heuristics/lns.h"
#include "solve/heuristics/rens.h"
#include "solve/incumbent.h"
#include "solve/lp/lazy_rows.h"
#include "solve/stage_workers.h"

/* Cutting takes at least so much work. */
static const double min_cutting = 12.0 * ORE_WORK_A_SECOND;
/* A start of so much is leant on. */
static const double leaning = 1e-6;

/* Starts that the relaxation leans on and that no whole tickets pay for are
 * ruled out for good; whether there were any. One that must be is left to the
 * tree, which says that there is no portfolio. */
static bool rule_out(ore_stage *stage)
{
    bool any = false;

    for (int j = 0; j < stage->model->n_cols; j++) {
        if (stage->relaxed[j] > leaning && stage->own->cols[j].lo == 0.0 &&
            ore_stage_is_start(stage, j) &&
            !ore_probe_start(stage->prober, stage->owner[j], j)) {
            stage->own->cols[j].hi = 0.0;
            ore_lp_bounds(stage->lp, j, 0.0, 0.0);
            any = true;
        }
    }
    return any;
}

/* Solve the relaxation until it leans on nothing impossible. */
static ore_lp_end solve_probed(ore_stage *stage)
{
    ore_lp_end end;

    do {
        end = ore_lp_solve_surely(stage->lp);
        if (end == ORE_LP_OPTIMAL) {
            ore_lp_point(stage->lp, stage->relaxed);
        }
    } while (end == ORE_LP_OPTIMAL && rule_out(stage));
    return end;
}

/* A large relaxation takes a third of the time when it is solved with the first
 * years alone, and the others come in from there. A portfolio is at hand on the
 * way. */
static void solve_first_years(ore_stage *stage)
{
    ore_bounds bounds = ore_bounds_new(stage);

    ore_bounds_first_years(stage, &bounds);
    for (int j = 0; j < stage->model->n_cols; j++) {
        ore_lp_bounds(stage->lp, j, bounds.lo[j], bounds.hi[j]);
    }
    const ore_lp_end end = solve_probed(stage);

    if (end == ORE_LP_OPTIMAL && !stage->only_bounds && !stage->is_begun) {
        (void)ore_rens(stage);
    }
    ore_lp_reset(stage->lp);
    if (end == ORE_LP_OPTIMAL) {
        ore_lp_widened(stage->lp);
    } else {
        ore_lp_forget(stage->lp);
    }
    ore_bounds_free(&bounds);
}

static ore_lp_end solve_relaxation(ore_stage *stage)
{
    if (stage->objective.g == 0 && ore_stage_is_large(stage) &&
        !stage->is_prepared) {
        solve_first_years(stage);
    }
    return solve_probed(stage);
}

static bool take_root_bound(void *data, double bound)
{
    ore_stage *stage = data;

    ore_incumbent_share(stage);
    ore_stage_raise_bound(stage, bound);
    return ore_stage_done(stage);
}

/* Cuts, for as much work as the relaxation itself took: a program that is slow
 * to solve is slow to cut. */
static ore_lp_end cut_root(ore_stage *stage)
{
    ore_lp_work_limit(stage->lp,
                      ore_lp_work(stage->lp) +
                          fmax(min_cutting, stage->effort.root_work));
    ore_lp_end end = ore_lp_cut(stage->lp, take_root_bound, stage);

    ore_lp_work_limit(stage->lp, HUGE_VAL);
    if (end == ORE_LP_UNFINISHED && !ore_lp_is_out_of_time(stage->lp)) {
        /* Cut off in the middle of a round: the cuts stand all the same. */
        end = ore_lp_solve(stage->lp);
    }
    return end;
}

/* A good portfolio before anything is cut, and back to the relaxation. */
static void seek_first(ore_stage *stage)
{
    if (!ore_rens(stage)) {
        ore_dive(stage);
        (void)ore_lp_solve(stage->lp);
    }
}

/* A large round is cut when it has a portfolio that its relaxation led to, or
 * one that it began with: then rounding waits for the cuts. */
static bool seeks_first(const ore_stage *stage)
{
    return stage->objective.g == 0 && !stage->only_bounds &&
           ((ore_stage_is_large(stage) && !stage->is_begun) ||
            !isfinite(stage->incumbent.value));
}

/* A worker dives on its own, then searches neighbourhoods until it is ended. */
static void work(void *data, int number)
{
    ore_stage *stage = data;

    (void)number;
    ore_dive(stage);
    if (isfinite(stage->incumbent.value)) {
        ore_lns_run(stage, INT_MAX, stage->limits.deadline_s);
    }
}

bool ore_root(ore_stage *stage)
{
    const double before = ore_lp_work(stage->lp);

    ore_lp_deadline(stage->lp, stage->limits.deadline_s);
    ore_lp_end end = solve_relaxation(stage);

    stage->effort.root_work = ore_lp_work(stage->lp) - before;

    if (end == ORE_LP_OPTIMAL) {
        ore_stage_raise_bound(stage, ore_lp_value(stage->lp));
    } else if (end == ORE_LP_UNFINISHED && isfinite(ore_lp_proven(stage->lp))) {
        ore_stage_raise_bound(stage, ore_lp_proven(stage->lp));
    }
    if (end == ORE_LP_OPTIMAL && !ore_stage_done(stage)) {
        ore_stage_workers(stage, work, stage);
    }
    if (end == ORE_LP_OPTIMAL && seeks_first(stage)) {
        ore_stage_phase(stage, ORE_PHASE_HEURISTICS);
        seek_first(stage);
    }
    if (end == ORE_LP_OPTIMAL && !stage->is_prepared &&
        !ore_stage_done(stage)) {
        ore_stage_phase(stage, ORE_PHASE_CUT);
        end = cut_root(stage);
    }
    if (end == ORE_LP_OPTIMAL) {
        ore_lp_point(stage->lp, stage->relaxed);
    }
    ore_lazy_rows_free(stage->tight);
    stage->tight = ore_lp_with_cuts(stage->lp);
    return end != ORE_LP_INFEASIBLE;
}
