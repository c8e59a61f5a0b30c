/* The nodes that branch and bound has put off, and the paths that lead to them:
 * paths share their upper steps. */
#ifndef OPTIMIZER_SOLVE_TREE_NODE_QUEUE_H
#define OPTIMIZER_SOLVE_TREE_NODE_QUEUE_H

#include "orefolio/common.h"

/** One choice made, below `up`. */
typedef struct ore_step {
    struct ore_step *up; /**< NULL = the root */
    int users;
    int choice;
    bool is_up;
    double distance; /**< that the choice's value had to go */
} ore_step;

/** A step below `up`, whose use it takes over. */
ore_step *ore_step_new(ore_step *up, int choice, bool is_up, double distance);
/** One more user of the step; NULL is allowed. */
ore_step *ore_step_keep(ore_step *step);
/** One user less; NULL is allowed. */
void ore_step_free(ore_step *step);

typedef struct ore_open_node {
    ore_step *path;
    double bound;         /**< nothing below it is better */
    unsigned char *basis; /**< to solve it from; NULL = any */
} ore_open_node;

typedef struct ore_open_nodes ore_open_nodes;

/** None yet; bases are of so many bytes. */
ore_open_nodes *ore_open_new(int basis_size);
void ore_open_free(ore_open_nodes *open);

/** Add a node, whose path it takes over; the basis is copied, while there is
 * room for it. */
void ore_open_add(ore_open_nodes *open, ore_step *path, double bound,
                  const unsigned char *basis);
/** Take the node with the least bound (path and basis are the caller's); false
 * when there is none. */
bool ore_open_take(ore_open_nodes *open, ore_open_node *node);
/** Drop every node whose bound is not below the cutoff. */
void ore_open_cut(ore_open_nodes *open, double cutoff);
/** The least bound of all; HUGE_VAL = none is open. */
double ore_open_bound(const ore_open_nodes *open);

#endif
