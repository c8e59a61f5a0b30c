/* A line on the terminal while the search runs: no colour, so NO_COLOR has
 * nothing to forbid. */
#include "cli/progress.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

bool ore_progress_wanted(void)
{
    return isatty(STDERR_FILENO) == 1;
}

void ore_progress_wipe(void)
{
    fputs("\r\033[K", stderr);
}

void ore_progress_show(void *data, const ore_progress *progress)
{
    const ore_plan *plan = data;
    const double gap = fabs(progress->best - progress->bound) /
                       fmax(fabs(progress->best), 1e-9);

    fprintf(stderr, "\r\033[K%5.1f s  %s, %s", progress->elapsed_s,
            plan->goals[progress->goal].name, ore_phase_name(progress->phase));
    if (isfinite(progress->best)) {
        fprintf(stderr, "  best %.6g (%d projects)", progress->best,
                progress->n_projects);
    }
    if (isfinite(progress->bound)) {
        fprintf(stderr, "  bound %.6g", progress->bound);
    }
    if (isfinite(gap)) {
        fprintf(stderr, "  gap %.3f %%", 100.0 * gap);
    }
    fflush(stderr);
}
