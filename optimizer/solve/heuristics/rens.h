/* Relaxation-enforced large-neighbourhood search (RENS). */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_RENS_H
#define OPTIMIZER_SOLVE_HEURISTICS_RENS_H

#include "solve/stage.h"

/** Keep what is whole in the root relaxation and let a sub-MIP decide the
 * rest; where that is nothing, all of the projects that are in
 * doubt, or all instruments of projects that would have none. True when that
 * gave a better portfolio. */
bool ore_rens(ore_stage *stage);

#endif
