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
    int jobs; /**< processes at a time; 0 = one for a search by itself, and
                   for many solves every core */
    ore_study_watch watch;
} ore_study_settings;

/** How many rounds are solved at a time. From here on each search has one
 * process: what it finds does not depend on how many there are. */
int ore_study_jobs(ore_study_settings *settings);

/** Without limits of its own on the command line, a study of the round stops
 * its solves by work, so that they come out alike on any machine, however busy;
 * the clock only ends what would never end. */
void ore_study_limit_by_work(ore_study_settings *settings,
                             const ore_round *round);

/** The same for a study that somebody waits for: each of its solves has a part
 * of the work. What a search finds comes early, and proofs that need more are
 * those of `solve`. */
void ore_study_limit_in_part(ore_study_settings *settings,
                             const ore_round *round);

/** The round's own settings of the solver, with those asked for over them. */
ore_solve_settings ore_study_solver(const ore_study_settings *settings,
                                    const ore_round *round);

#endif
