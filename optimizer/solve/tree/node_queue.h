/* The nodes that branch and bound has put off, and the paths that lead to them:
 * paths share their upper steps. */
#ifndef OPTIMIZER_SOLVE_TREE_NODE_QUEUE_H
#define OPTIMIZER_SOLVE_TREE_NODE_QUEUE_H

#include "orefolio/common.h"

/** One branching decision, below `up`. */
typedef struct ore_branching_decision {
    struct ore_branching_decision *up; /**< NULL = the root */
    int users;
    int candidate;
    bool is_up;
    double distance; /**< that the candidate's value had to go */
} ore_branching_decision;

/** A step below `up`, whose use it takes over. */
ore_branching_decision *ore_branching_decision_new(ore_branching_decision *up,
                                                   int candidate, bool is_up,
                                                   double distance);
/** One more user of the step; NULL is allowed. */
ore_branching_decision *
ore_branching_decision_keep(ore_branching_decision *step);
/** One user less; NULL is allowed. */
void ore_branching_decision_free(ore_branching_decision *step);

typedef struct ore_node {
    ore_branching_decision *path;
    double bound;         /**< nothing below it is better */
    unsigned char *basis; /**< to solve it from; NULL = any */
} ore_node;

typedef struct ore_node_queue ore_node_queue;

/** None yet; bases are of so many bytes. */
ore_node_queue *ore_node_queue_new(int basis_size);
void ore_node_queue_free(ore_node_queue *open);

/** Add a node, whose path it takes over; the basis is copied, while there is
 * room for it. */
void ore_node_queue_add(ore_node_queue *open, ore_branching_decision *path,
                        double bound, const unsigned char *basis);
/** Take the node with the least bound (path and basis are the caller's); false
 * when there is none. */
bool ore_node_queue_take(ore_node_queue *open, ore_node *node);
/** Drop every node whose bound is not below the cutoff. */
void ore_node_queue_prune(ore_node_queue *open, double cutoff);
/** The least bound of all; HUGE_VAL = none is open. */
double ore_node_queue_bound(const ore_node_queue *open);

#endif
