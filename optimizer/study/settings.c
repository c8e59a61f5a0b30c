/* See settings.h. */
#include "study/settings.h"

#include <math.h>
#include <sched.h>

int ore_study_jobs(ore_study_settings *settings)
{
    cpu_set_t cores;
    const int n_cores =
        sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;
    const int jobs = settings->jobs > 0 ? settings->jobs : n_cores;

    settings->jobs = 1;
    return jobs;
}

static void limit_by_work(ore_study_settings *settings, const ore_round *round,
                          double part)
{
    /* A tenth of a core, and some more. */
    static const double patience = 20.0;

    if (isnan(settings->work_limit_s) && isnan(settings->time_limit_s)) {
        settings->work_limit_s = part * round->time_limit_s;
        settings->time_limit_s = patience * round->time_limit_s;
    }
}

void ore_study_limit_by_work(ore_study_settings *settings,
                             const ore_round *round)
{
    limit_by_work(settings, round, 1.0);
}

void ore_study_limit_in_part(ore_study_settings *settings,
                             const ore_round *round)
{
    /* Four scenarios and the round on two cores take less than it alone. */
    limit_by_work(settings, round, 0.2);
}

ore_solve_settings ore_study_solver(const ore_study_settings *settings,
                                    const ore_round *round)
{
    ore_solve_settings solver = {.time_limit_s = round->time_limit_s,
                                 .gap = round->gap,
                                 .seed = round->seed,
                                 .jobs =
                                     settings->jobs > 0 ? settings->jobs : 1,
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
