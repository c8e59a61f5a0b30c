/* See settings.h. */
#include "study/settings.h"

#include <math.h>

ore_solve_settings ore_study_solver(const ore_study_settings *settings,
                                    const ore_round *round)
{
    ore_solve_settings solver = {.time_limit_s = round->time_limit_s,
                                 .gap = round->gap,
                                 .seed = round->seed,
                                 .jobs = settings->jobs,
                                 .on_progress = settings->watch.on_progress,
                                 .data = round};

    if (!isnan(settings->time_limit_s)) {
        solver.time_limit_s = settings->time_limit_s;
    }
    if (!isnan(settings->work_limit_s)) {
        solver.work_limit_s = settings->work_limit_s;
    }
    if (!isnan(settings->gap)) {
        solver.gap = settings->gap;
        solver.gap_for_all = true;
    }
    if (settings->seed >= 0) {
        solver.seed = settings->seed;
    }
    return solver;
}
