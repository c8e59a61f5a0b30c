/* How the rounds of a study are read and solved. */
#ifndef OPTIMIZER_STUDY_SETTINGS_H
#define OPTIMIZER_STUDY_SETTINGS_H

#include "read/read.h"
#include "solve/solve.h"

/** Where a study stands, for those who wait for it. NULL = nobody looks. */
typedef struct ore_study_watch {
    /** Of each search; `data` is the round. */
    void (*on_progress)(const void *data, const ore_progress *progress);
    /** A line over the one before; "" = none any more. */
    void (*show)(const char *line);
    /** A sentence that stays. */
    void (*tell)(const char *sentence);
} ore_study_watch;

/** What is asked for beside the round's own settings; NAN, -1 and NULL = the
 * round's. */
typedef struct ore_study_settings {
    ore_read_options read;
    double time_limit_s; /**< of each solve */
    double work_limit_s; /**< of each solve, in work (solve.h) */
    double gap;          /**< relative, of every goal */
    int seed;
    int jobs; /**< processes of a search, at least 1 */
    ore_study_watch watch;
} ore_study_settings;

/** The round's own settings of the solver, with those asked for over them. */
ore_solve_settings ore_study_solver(const ore_study_settings *settings,
                                    const ore_round *round);

#endif
