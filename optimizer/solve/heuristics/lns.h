/* Large-neighbourhood search: free a part of the best portfolio, keep the rest,
 * and let a sub-MIP find something better. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_LNS_H
#define OPTIMIZER_SOLVE_HEURISTICS_LNS_H

#include "solve/stage.h"

/** The next neighbourhood in turn of stage->lns; true for a better portfolio.
 */
bool ore_lns_step(ore_stage *stage);

/** Neighbourhoods, until so many have failed in a row, or until `until_s`. */
void ore_lns_run(ore_stage *stage, int max_failures, double until_s);

/** One neighbourhood: the projects [n_projects] that are free. */
bool ore_lns_search(ore_stage *stage, const bool *is_free);

#endif
