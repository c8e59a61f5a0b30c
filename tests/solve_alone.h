/* Rounds that are solved from nothing, for what studies tell of them. */
#ifndef TESTS_SOLVE_ALONE_H
#define TESTS_SOLVE_ALONE_H

#include <math.h>

#include "orefolio/program.h"
#include "solve/solve.h"
#include "study/questions/questions.h"

static const ore_solve_settings solve_alone_settings = {
    .time_limit_s = 3600.0, .seed = 1, .jobs = 1};

static inline ore_result *solve_alone(const ore_round *round)
{
    ore_program *program = ore_program_new(round);
    ore_result *result = NULL;
    ore_statistics statistics;

    (void)!ore_solve(program, &solve_alone_settings, &result, &statistics);
    ore_program_free(program);
    return result;
}

/* The sum of what `look` counts of the questions about `n` rounds with a
 * portfolio, from seed `first` on. */
static inline int
ask_about_rounds(int first, int n, const ore_round *(*round_of)(int seed),
                 int (*look)(const ore_inquiry *inquiry, int seed))
{
    static const ore_study_watch nobody = {0};
    int count = 0;

    for (int seed = first; seed < first + n; seed++) {
        const ore_round *round = round_of(seed);
        ore_result *own = solve_alone(round);
        const ore_inquiry inquiry = {.round = round,
                                     .result = own,
                                     .settings = solve_alone_settings,
                                     .watch = &nobody,
                                     .jobs = 2,
                                     .until_s = HUGE_VAL};

        if (own->status == ORE_OK) {
            count += look(&inquiry, seed);
        }
        ore_result_free(own);
    }
    return count;
}

#endif
