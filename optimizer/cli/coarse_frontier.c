/* See coarse_frontier.h. */
#include "cli/coarse_frontier.h"

#include <math.h>

#include "orefolio/goal.h"
#include "study/runs.h"

enum { COARSE_POINTS = 4 };

static bool can_repeat(const char *path)
{
    ore_diags *unsaid = ore_diags_new();
    const bool can = ore_can_repeat(path, unsaid);

    ore_diags_free(unsaid);
    return can;
}

bool ore_wants_coarse_frontier(const ore_options *options,
                               const ore_round *round)
{
    return !options->no_options && (options->output || options->tsv) &&
           ore_round_goal_number(round, ORE_COARSE_OVER) > 0 &&
           can_repeat(options->args[0]);
}

/* Seconds of work for each point but the round itself: its part of what the
 * search took. Small rounds take so little that their points may take more. */
static double work_of(const ore_study_settings *study, const ore_round *round,
                      const ore_statistics *statistics)
{
    static const double least_s = 2.0;
    const double limit_s = isfinite(study->work_limit_s) ? study->work_limit_s
                           : isfinite(study->time_limit_s)
                               ? study->time_limit_s
                               : round->time_limit_s;

    return fmax(least_s, ORE_COARSE_PART * fmin(limit_s, statistics->work_s) /
                             (COARSE_POINTS - 1));
}

bool ore_trace_coarse_frontier(const ore_options *options, ore_round *round,
                               const ore_result *result,
                               const ore_statistics *statistics, double until_s,
                               ore_diags *diags, ore_trace *trace)
{
    ore_study_settings study = options->study;

    study.work_limit_s = work_of(&study, round, statistics);
    *trace = (ore_trace){.jobs = ore_study_jobs(&study),
                         .settings = &study,
                         .path = options->args[0],
                         .over = ORE_COARSE_OVER,
                         .round = round,
                         .own = result,
                         .n = COARSE_POINTS,
                         .until_s = until_s,
                         .diags = diags};
    ore_trace_frontier(trace);
    trace->settings = NULL;
    return trace->status == ORE_OK && trace->runs[0].has_portfolio;
}
