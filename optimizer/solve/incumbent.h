/* The best portfolio of a goal's search, and what becomes one. */
#ifndef OPTIMIZER_SOLVE_INCUMBENT_H
#define OPTIMIZER_SOLVE_INCUMBENT_H

#include "solve/stage.h"

/** Fix the integers of a candidate, give the rest its best values, and keep
 * it when it is the best so far. */
bool ore_incumbent_try(ore_stage *stage, const double *candidate);

/** A point whose binaries are whole becomes the incumbent, and is sent; its
 * value is in `stage->incumbent` already. */
void ore_incumbent_keep(ore_stage *stage, const double *point);

/** Put the incumbent up for the concurrent workers of the goal, or take theirs
 * when that is better; without workers nothing happens. */
void ore_incumbent_share(ore_stage *stage);

#endif
