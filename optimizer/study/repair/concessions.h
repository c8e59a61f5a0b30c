/* What could be given up of a round that no portfolio satisfies. */
#ifndef OPTIMIZER_STUDY_REPAIR_CONCESSIONS_H
#define OPTIMIZER_STUDY_REPAIR_CONCESSIONS_H

#include "orefolio/study/repair.h"
#include "program/program.h"

/** A set of concessions: [n] of a list, and how much of each; HUGE_VAL or NAN =
 * all of it. */
typedef struct ore_given {
    int n;
    int at[ORE_MAX_CONCESSIONS];
    double amount[ORE_MAX_CONCESSIONS];
} ore_given;

/** All that could be given up and, of `given`, is. */
typedef struct ore_concessions {
    const ore_round *round;
    int n, room;
    ore_concession *list; /**< [n] */
} ore_concessions;

/** The round with what is given up, and its program: ore_given_free. */
typedef struct ore_given_round {
    ore_round *round;
    ore_program *program;
    bool has_rows; /**< rows of the program were freed, which the round still
                        asks for */
} ore_given_round;

ore_given_round ore_give(const ore_concessions *all, const ore_given *given);
void ore_given_free(ore_given_round *given);

/** Which concessions change limits that row `row` of the program of `given`
 * enforces, beside those that are given up: their places in the list, which
 * grows, are put in `found` [max]. How many. */
int ore_concessions_of_row(ore_concessions *all, const ore_given *given,
                           const ore_given_round *from, int row, int *found,
                           int max);

/** How far the figure can move at all; HUGE_VAL = without end. */
double ore_concession_most(const ore_round *round, const ore_concession *c);
/** An amount to try first. */
double ore_concession_guess(const ore_round *round, const ore_concession *c,
                            const ore_result *result);

#endif
