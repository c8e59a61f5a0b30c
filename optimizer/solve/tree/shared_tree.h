/* One tree on several processes: who has nothing left to do takes an open node
 * of another. Bounds are of the whole tree. */
#ifndef OPTIMIZER_SOLVE_TREE_SHARED_TREE_H
#define OPTIMIZER_SOLVE_TREE_SHARED_TREE_H

#include "solve/tree/node_queue.h"

typedef struct ore_shared_tree ore_shared_tree;

/** In memory that processes forked from here on share: a tree for so many of
 * them, of which number 0 has the root, with this bound. NULL where there is no
 * such memory. The caller frees, in process 0. */
ore_shared_tree *ore_shared_tree_new(int n_processes, double bound);
void ore_shared_tree_free(ore_shared_tree *tree);

/** Process `number` has proven `own` for what it has open: what is proven for
 * the whole tree. */
double ore_shared_tree_bound(ore_shared_tree *tree, int number, double own);

/** Hand the best open node over when another process waits for one. */
void ore_shared_tree_offer(ore_shared_tree *tree, ore_node_queue *open);

/** Wait for a node of another process. False when there will be none:
 * everything is searched, or those who could have offered one have given up.
 * `go_on` is asked meanwhile, and ends the waiting by false. The node has no
 * basis. */
bool ore_shared_tree_take(ore_shared_tree *tree, int number, double lost,
                          bool (*go_on)(void *data), void *data,
                          ore_node *node);

/** Process `number` gives up what it has open; its bound stands. */
void ore_shared_tree_leave(ore_shared_tree *tree);

#endif
