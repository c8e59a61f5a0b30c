/* The cases that `compare` sets side by side. */
#ifndef OPTIMIZER_CLI_CASES_H
#define OPTIMIZER_CLI_CASES_H

#include "base/diagnostics.h"
#include "cli/options.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/statistics.h"

/** As many scenarios as files. */
enum { ORE_MAX_CASES = 2 * ORE_MAX_ARGS };

typedef struct ore_cases {
    ore_options options; /**< quiet when standard output is taken */
    ore_round *rounds[ORE_MAX_CASES];
    ore_result *results[ORE_MAX_CASES]; /**< NULL = not solved yet */
    ore_statistics statistics[ORE_MAX_CASES];
    char *labels[ORE_MAX_CASES]; /**< NULL = the scenario's */
    bool is_read[ORE_MAX_CASES]; /**< its result is that of an earlier run */
    int n;
    int jobs;          /**< processes at a time */
    double until_s;    /**< of the whole command, on the clock of ore_now_s */
    double *elsewhere; /**< [n * n] row i: what case i's projects are worth in
                            every case; NAN = not possible, HUGE_VAL = not known
                            in the time */
    ore_diags *diags;
} ore_cases;

/** Open the round, the scenarios that are asked for and the other files;
 * results are read and verified. Nothing is solved yet. */
ORE_MUST_USE ore_status ore_cases_open(ore_cases *all);

#endif
