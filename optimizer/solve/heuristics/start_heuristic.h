/* A first portfolio, fast. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_START_HEURISTIC_H
#define OPTIMIZER_SOLVE_HEURISTICS_START_HEURISTIC_H

#include "solve/stage.h"

/** Some portfolio fast, if there is none yet: nothing, unless something must go
 * ahead; or a few projects. */
void ore_start_heuristic(ore_stage *stage);

#endif
