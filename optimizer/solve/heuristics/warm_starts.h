/* Portfolios to begin with. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_WARM_STARTS_H
#define OPTIMIZER_SOLVE_HEURISTICS_WARM_STARTS_H

#include "solve/stage.h"

/** Begin with the portfolios and the bound that the search was given. */
void ore_warm_start(ore_stage *stage);

#endif
