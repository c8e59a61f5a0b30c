/* Large-neighbourhood search. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_LNS_H
#define OPTIMIZER_SOLVE_HEURISTICS_LNS_H

#include "solve/stage.h"

/** Neighbourhood search: free a part of the best portfolio and keep the rest,
 * let a small tree find something better; until that failed so many times in a
 * row, or until `until_s`. */
void ore_neighbourhoods(ore_stage *stage, int most_failures, double until_s);

/** One neighbourhood: the projects [n_projects] that are free. */
bool ore_search_around(ore_stage *stage, const bool *is_free);

#endif
