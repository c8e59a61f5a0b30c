/* What flows come to once everything is decided: small linear programs, one for
 * each part of the round that shares no row with another (a chain in a year,
 * say), solved again and again with other projects failing. */
#ifndef OPTIMIZER_SOLVE_DISPATCH_DISPATCH_H
#define OPTIMIZER_SOLVE_DISPATCH_DISPATCH_H

#include "orefolio/program.h"

typedef struct ore_dispatch ore_dispatch;

/** Dispatch of the program, whose first goal is minimised and whose integer
 * columns stand as in `decided` [n_cols]; flows are free. Borrowed: `program`.
 * The caller ends with ore_dispatch_free (NULL is allowed). */
ore_dispatch *ore_dispatch_new(const ore_program *program,
                               const double *decided);
void ore_dispatch_free(ore_dispatch *dispatch);

/** How many parts there are. */
int ore_dispatch_parts(const ore_dispatch *dispatch);

/** Whether part k has outputs of project p. */
bool ore_dispatch_has(const ore_dispatch *dispatch, int k, int p);

/** The goal and shortfalls [n_targets * n_states, t/yr] that no part changes.
 */
double ore_dispatch_begin(const ore_dispatch *dispatch, double *unmet_tpa);

/** The best flows of part k when the projects that fail [n_projects] make
 * nothing, and of those that are as good the ones in which markets lack alike:
 * adds their part to the goal and to the shortfalls. Each solve begins
 * with the flows of no failure, so that what was solved before changes nothing.
 *
 * @return false = there are none. */
bool ore_dispatch_solve(ore_dispatch *dispatch, int k, const bool *fails,
                        double *goal, double *unmet_tpa);

#endif
