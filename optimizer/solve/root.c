/* The root of a goal's search: its relaxation, and cuts. */
#include <math.h>
#include <string.h>

#include "base/clock.h"
#include "solve/stage.h"
#include "solve/team.h"

/* Cutting takes at least so long; a root that takes longer than the second is
 * followed by a portfolio before it is cut. */
static const double least_cutting_s = 4.0, slow_root_s = 10.0;
/* From here on, the root takes long. */
enum { large_integers = 1500 };

bool ore_stage_is_large(const ore_stage *stage)
{
    return ore_integers(stage->model) > large_integers;
}

bool ore_stage_is_slow(const ore_stage *stage)
{
    return stage->root_s > slow_root_s;
}

/* Fix every start but the first year of each option at 0, unless it must
 * happen; a relaxation rarely waits. */
static void allow_first_years(ore_stage *stage)
{
    const ore_program *program = stage->search->program;
    const int n_commit = program->plan->n_commit;

    for (int o = 0; o < program->plan->n_options; o++) {
        bool is_first = true;

        for (int t = 0; t < n_commit; t++) {
            const int j = program->vars->start[o * n_commit + t].at;

            if (j < 0 || stage->model->cols[j].hi <= 0.0) {
                continue;
            }
            if (!is_first && stage->model->cols[j].lo <= 0.0) {
                ore_lp_bounds(stage->lp, j, 0.0, 0.0);
            }
            is_first = false;
        }
    }
}

/* A large relaxation takes a third of the time when it is solved with the first
 * years alone, and the others come in from there. */
static ore_lp_end solve_relaxation(ore_stage *stage)
{
    if (stage->g == 0 && ore_stage_is_large(stage)) {
        allow_first_years(stage);
        const ore_lp_end end = ore_lp_solve(stage->lp);

        ore_lp_reset(stage->lp);
        if (end == ORE_LP_OPTIMAL) {
            ore_lp_widened(stage->lp);
        } else {
            ore_lp_forget(stage->lp);
        }
    }
    return ore_lp_solve_surely(stage->lp);
}

static bool take_root_bound(void *data, double bound)
{
    ore_stage *stage = data;

    ore_team_share(stage);
    ore_stage_raise_bound(stage, bound);
    return ore_stage_done(stage);
}

/* Cuts, for as long as the relaxation itself took: a program that is slow to
 * solve is slow to cut. Not under a hold: its slack of a millionth makes cuts
 * that floating figures cannot tell from false ones. */
static ore_lp_end cut_root(ore_stage *stage)
{
    const double until_s = ore_now_s() + fmax(least_cutting_s, stage->root_s);

    ore_lp_deadline(stage->lp, fmin(stage->deadline_s, until_s));
    ore_lp_end end = ore_lp_cut(stage->lp, take_root_bound, stage);

    if (end == ORE_LP_UNFINISHED && ore_now_s() < stage->deadline_s) {
        /* Cut off in the middle of a round: the cuts stand all the same. */
        ore_lp_deadline(stage->lp, stage->deadline_s);
        end = ore_lp_solve(stage->lp);
    }
    return end;
}

bool ore_root(ore_stage *stage)
{
    const double start_s = ore_now_s();

    ore_lp_deadline(stage->lp, stage->deadline_s);
    ore_lp_end end = solve_relaxation(stage);

    stage->root_s = ore_now_s() - start_s;
    if (end == ORE_LP_OPTIMAL) {
        ore_lp_point(stage->lp, stage->relaxed);
        ore_stage_raise_bound(stage, ore_lp_value(stage->lp));
    }
    if (end == ORE_LP_OPTIMAL && !ore_stage_done(stage)) {
        ore_team_start(stage);
    }
    if (end == ORE_LP_OPTIMAL && stage->g == 0) {
        ore_stage_phase(stage, ORE_PHASE_SEEK);
        const bool is_rounded =
            ore_stage_is_large(stage) && ore_round_relaxation(stage);

        if (!is_rounded && ore_stage_is_slow(stage) && !stage->team) {
            ore_dive(stage);
            (void)ore_lp_solve(stage->lp);
        }
        if (!ore_stage_done(stage)) {
            ore_stage_phase(stage, ORE_PHASE_CUT);
            end = cut_root(stage);
        }
        if (end == ORE_LP_OPTIMAL) {
            ore_lp_point(stage->lp, stage->relaxed);
        }
    }
    return end != ORE_LP_INFEASIBLE;
}
