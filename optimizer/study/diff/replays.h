/* Rounds between two rounds, solved: what each decides. */
#ifndef OPTIMIZER_STUDY_DIFF_REPLAYS_H
#define OPTIMIZER_STUDY_DIFF_REPLAYS_H

#include "orefolio/study/causes.h"
#include "read/mixture/two_rounds.h"
#include "study/questions/questions.h"

/** What is replayed, and how. Borrowed. */
typedef struct ore_replaying {
    const ore_two_rounds *two;
    ore_solve_settings settings; /**< of every solve, without starts */
    const ore_study_watch *watch;
    int jobs;
    double until_s; /**< on the clock of ore_now_s; then nothing is asked */
    /** Portfolios of both rounds to begin with, so that nothing changes without
     * a cause; NULL = none yet. */
    const ore_result *before, *after;
    int n_projects;
    const char **projects; /**< [n_projects] ids of both rounds, sorted */
} ore_replaying;

/** A replay: what was decided about each project. */
typedef struct ore_replayed {
    ore_answer answer;    /**< IMPOSSIBLE = no portfolio keeps its rules */
    bool is_proven;       /**< in every goal */
    double value;         /**< of the first goal */
    ore_decided *decided; /**< [n_projects]; NULL unless KNOWN */
    ore_store *store;     /**< owner of that and its texts; NULL */
} ore_replayed;

/** What the portfolio of one of the two rounds decides. */
ore_replayed ore_replay_of(const ore_replaying *of, const ore_round *round,
                           const ore_result *result);
/** Solve the round before with those changes that are applied [n * changes],
 * `n` times, to replays [n]. */
void ore_replays_solve(const ore_replaying *of, const bool *applied, int n,
                       ore_replayed *replays);
void ore_replay_free(ore_replayed *replay);

/** Whether both decide the same about project p, or about all. */
bool ore_decided_same(const ore_decided *a, const ore_decided *b);
bool ore_replays_same(const ore_replaying *of, const ore_replayed *a,
                      const ore_replayed *b);

/** A result of the decisions of `from`, as far as round `to` has its projects,
 * options and instruments: a start. The caller frees. */
ore_result *ore_carried(const ore_round *to, const ore_round *from,
                        const ore_result *result);

#endif
