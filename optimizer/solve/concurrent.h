/* Concurrent workers: further processes that search beside this one, and the
 * incumbent that all of them share. */
#ifndef OPTIMIZER_SOLVE_CONCURRENT_H
#define OPTIMIZER_SOLVE_CONCURRENT_H

#include "orefolio/common.h"

typedef struct ore_concurrent ore_concurrent;

/** What the workers do. */
typedef struct ore_concurrent_work {
    /** Runs in this process, before there is any of them. */
    void (*begin)(void *data, ore_concurrent *workers);
    /** Runs in worker `number`, from 1, until it is ended or returns. */
    void (*run)(void *data, int number);
    void *data;
} ore_concurrent_work;

/** Start n workers. Without memory to share there are none, which is told,
 * and NULL; with n = 0 NULL. The caller ends it with ore_concurrent_end. */
ore_concurrent *ore_concurrent_new(int n, int n_cols,
                                   const ore_concurrent_work *work);

/** Put up a point [n_cols] of that value, to be minimised, when it is the best;
 * otherwise a copy of the shared one when its value is below `cutoff`, which
 * the caller frees. NULL = none; no workers have none. */
double *ore_concurrent_exchange(ore_concurrent *workers, double value,
                                const double *point, double cutoff);

/** How many there are; without workers 0. */
int ore_concurrent_count(const ore_concurrent *workers);

/** Whether a worker broke down: what it had in hand is lost. */
bool ore_concurrent_has_lost(const ore_concurrent *workers);

/** End the workers; NULL is allowed. */
void ore_concurrent_end(ore_concurrent *workers);

#endif
