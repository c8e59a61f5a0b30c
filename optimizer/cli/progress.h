/* A line on the terminal while the search runs. */
#ifndef OPTIMIZER_CLI_PROGRESS_H
#define OPTIMIZER_CLI_PROGRESS_H

#include "orefolio/round.h"
#include "study/settings.h"

/** What studies show on standard error: where a search stands and which step
 * is under way, over the last line, when that is a terminal; sentences always.
 */
ore_study_watch ore_terminal_watch(void);

/** The text of the line of a search, of less than `columns` characters. The
 * caller frees. */
char *ore_progress_text(const ore_round *round, const ore_progress *progress,
                        int columns);

#endif
