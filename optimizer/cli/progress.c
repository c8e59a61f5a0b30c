/* A line on the terminal while the search runs: no colour, so NO_COLOR has
 * nothing to forbid. */
#include "cli/progress.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/wrap.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"

/* As wide as the terminal is now. */
static int terminal_columns(void)
{
    struct winsize size = {0};

    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0
               ? size.ws_col
               : 80;
}

/* Another part of the line, where it has room; it is freed. */
static void add(char **line, int columns, char *part)
{
    if (ore_terminal_columns(*line) + ore_terminal_columns(part) < columns) {
        char *longer = ore_print("%s%s", *line, part);

        free(*line);
        *line = longer;
    }
    free(part);
}

char *ore_progress_text(const ore_round *round, const ore_progress *progress,
                        int columns)
{
    const double gap = fabs(progress->best - progress->bound) /
                       fmax(fabs(progress->best), 1e-9);
    char *line = ore_copy("");

    /* The most telling parts first: what has no room is left out. */
    if (progress->study) {
        add(&line, columns, ore_print("%s; ", progress->study));
    }
    add(&line, columns,
        ore_print(_("%.0f of %.0f s, %s: %s"), progress->elapsed_s,
                  progress->limit_s, round->goals[progress->goal].name,
                  _(ore_phase_name(progress->phase))));
    if (isfinite(progress->best)) {
        add(&line, columns,
            ore_print(_(", best %.6g (%d projects)"), progress->best,
                      progress->n_projects));
    }
    if (isfinite(gap)) {
        add(&line, columns, ore_print(_(", within %.2f %%"), 100.0 * gap));
    }
    if (isfinite(progress->bound)) {
        add(&line, columns, ore_print(_(", bound %.6g"), progress->bound));
    }
    return line;
}

static void show(const char *line)
{
    fprintf(stderr, "\r\033[K%s", line);
    fflush(stderr);
}

static void show_search(const void *round, const ore_progress *progress)
{
    char *line = progress
                     ? ore_progress_text(round, progress, terminal_columns())
                     : ore_copy("");

    show(line);
    free(line);
}

static void tell(const char *sentence)
{
    fprintf(stderr, "%s\n", sentence);
}

ore_study_watch ore_terminal_watch(void)
{
    ore_study_watch watch = {.tell = tell};

    if (isatty(STDERR_FILENO) == 1) {
        watch.on_progress = show_search;
        watch.show = show;
    }
    return watch;
}
