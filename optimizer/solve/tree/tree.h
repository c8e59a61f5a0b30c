/* Branch and bound over the whole program. */
#ifndef OPTIMIZER_SOLVE_TREE_TREE_H
#define OPTIMIZER_SOLVE_TREE_TREE_H

#include "solve/stage.h"

/** Branch and bound on the whole program, at most node_limit nodes (0 = until
 * the end, the gap or the deadline). True when the tree was searched to its end
 * without finding anything better than the best portfolio. */
bool ore_tree_solve(ore_stage *stage, int node_limit);

#endif
