/* Portfolios of several rounds, the projects of each among those of the next:
 * one program for all of them (Koç, Morton, Popova, Hess, Kee & Richards 2009,
 * Prioritizing project selection, The Engineering Economist 54). */
#ifndef OPTIMIZER_SOLVE_CHAIN_H
#define OPTIMIZER_SOLVE_CHAIN_H

#include "solve/solve.h"

/** Rounds of one shape, which differ in their figures alone. Borrowed. */
typedef struct ore_chain {
    int n;                          /**< >= 1 */
    const ore_round *const *rounds; /**< [n] of one goal each, the same one */
    const double *weights; /**< [n] > 0: the weighted sum of the goals' values
                                is optimised */
} ore_chain;

typedef struct ore_chain_answer {
    bool *goes_ahead; /**< [n * n_projects], project fastest; owned; NULL = no
                           portfolios were found */
    double bound; /**< proven: no portfolios have a better sum; NAN = none */
} ore_chain_answer;

/** Search the program of the chain. Of the settings, starts are no portfolios
 * or one of each round, in their order; known_bound is of the sum. What was
 * found is to be verified by solving each round with its projects. */
ore_chain_answer ore_chain_solve(const ore_chain *chain,
                                 const ore_solve_settings *settings);
void ore_chain_answer_free(ore_chain_answer *answer);

#endif
