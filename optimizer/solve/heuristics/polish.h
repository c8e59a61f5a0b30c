/* Polish: with the projects chosen, every objective once more, in order. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_POLISH_H
#define OPTIMIZER_SOLVE_HEURISTICS_POLISH_H

#include "solve/stage.h"

/** Every goal searched and projects chosen: give each goal its best value in
 * turn, then break the ties of financing and deliveries by names. */
void ore_polish(ore_stage *stage);

#endif
