/* Independent tasks, each in a process of its own, some of them at a time. What
 * comes out does not depend on how many, nor on which of them ends first. */
#ifndef OPTIMIZER_STUDY_TASKS_H
#define OPTIMIZER_STUDY_TASKS_H

#include "base/pack.h"
#include "study/settings.h"

typedef struct ore_tasks {
    int jobs;         /**< processes at a time, >= 1 */
    int n;            /**< how many there are; `take` may add to them */
    const char *what; /**< on the progress line: "points" */
    const ore_study_watch *watch;
    /** Runs here before task i; false = it is not done after all. May be NULL.
     */
    bool (*begin)(void *data, int i);
    /** Runs in a process of its own, which ends with it. */
    void (*work)(void *data, int i, ore_pack *reply);
    /** Runs here, in the order in which they end, for each task that was begun.
     * NULL: its process was stopped, or broke down, which ore_worker_trouble
     * knows. */
    void (*take)(void *data, int i, ore_pack *reply);
    void *data;
    bool is_over; /**< set by `take`: what is still running is ended, and is not
                       taken any more */
} ore_tasks;

/** Do all of them; after Ctrl-C those that are running stop their searches and
 * tell what these have found, and no other begins. */
void ore_tasks_run(ore_tasks *tasks);

/** To be called by `work`: the progress of its search goes to the parent. */
void ore_tasks_watch(ore_solve_settings *settings);

/** Of so many seconds for n tasks, the part of the next one. */
double ore_tasks_share_s(double left_s, int n, int jobs);

#endif
