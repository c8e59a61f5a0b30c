/* The root of a goal's search. */
#ifndef OPTIMIZER_SOLVE_ROOT_H
#define OPTIMIZER_SOLVE_ROOT_H

#include "solve/stage.h"

/** Solve the root relaxation of the goal, start its concurrent workers, and cut
 * the relaxation; false when there is no portfolio at all. */
bool ore_root(ore_stage *stage);

#endif
