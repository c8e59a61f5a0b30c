/* A line on the terminal while the search runs. */
#ifndef OPTIMIZER_CLI_PROGRESS_H
#define OPTIMIZER_CLI_PROGRESS_H

#include "orefolio/plan.h"
#include "solve/solve.h"

/** Show where the search stands on stderr, over the last line; `data` is the
 * plan. Only for terminals: the caller asks ore_progress_wanted. */
void ore_progress_show(void *data, const ore_progress *progress);

/** The text of that line, of less than `columns` characters. The caller frees.
 */
char *ore_progress_text(const ore_plan *plan, const ore_progress *progress,
                        int columns);

/** Wipe the line. */
void ore_progress_wipe(void);

/** Whether stderr is a terminal. */
bool ore_progress_wanted(void);

#endif
