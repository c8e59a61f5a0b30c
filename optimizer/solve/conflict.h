/* Which rules make a round infeasible. */
#ifndef OPTIMIZER_SOLVE_CONFLICT_H
#define OPTIMIZER_SOLVE_CONFLICT_H

#include "build/program.h"

/** Fill the conflict of an infeasible result: a set of input lines whose rows
 * cannot all hold, none of which can be left out (as far as ten seconds
 * reach). */
void ore_find_conflict(const ore_program *program, ore_result *result);

#endif
