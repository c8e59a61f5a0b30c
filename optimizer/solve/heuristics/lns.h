/* Large-large-neighbourhood search. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_LNS_H
#define OPTIMIZER_SOLVE_HEURISTICS_LNS_H

#include "solve/stage.h"

/** Neighbourhood search: free a part of the best portfolio and keep the rest,
 * let a sub-MIP find something better; until that failed so many times in a
 * row, or until `until_s`. */
void ore_lns(ore_stage *stage, int max_failures, double until_s);

/** One neighbourhood: the projects [n_projects] that are free. */
bool ore_lns_search(ore_stage *stage, const bool *is_free);

#endif
