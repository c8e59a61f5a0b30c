/* Sub-MIPs: sub-MIPs over what bounds leave of the program. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_SUB_MIP_H
#define OPTIMIZER_SOLVE_HEURISTICS_SUB_MIP_H

#include "solve/bounds.h"

/** A portfolio within the bounds that is better than the best; the first, while
 * there is none. GLPK's presolver and its feasibility pump need a node or three
 * where little is left to decide. Tried; true when it was kept. */
bool ore_sub_mip_find_any(ore_stage *stage, ore_bounds *bounds, int node_limit);

/** The best within the bounds, which it narrows, if it is better than the best
 * portfolio: by the tree of branch.h, whose cuts prune what GLPK's would have
 * to look at. True when there was one. */
bool ore_sub_mip_find_best(ore_stage *stage, ore_bounds *bounds,
                           int node_limit);

#endif
