/* Diving. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_DIVING_H
#define OPTIMIZER_SOLVE_HEURISTICS_DIVING_H

#include "solve/stage.h"

/** A dive from the relaxation: fix what is whole, round the largest project
 * up, solve again, one step back when that fails. */
void ore_dive(ore_stage *stage);

#endif
