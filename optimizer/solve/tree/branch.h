/* Branch and bound over a program: best bound first, with dives in between;
 * projects before years before instruments where that promises most. */
#ifndef OPTIMIZER_SOLVE_TREE_BRANCH_H
#define OPTIMIZER_SOLVE_TREE_BRANCH_H

#include "solve/lp/lp.h"
#include "solve/tree/shared_tree.h"

typedef struct ore_branching {
    /* in */
    double cutoff;  /**< only points better than this are of use */
    int max_tried;  /**< candidates of unknown worth that are tried out at a
                         node */
    int node_limit; /**< 0 = none */
    /** Told of points [n_cols] whose binaries are whole within 1e-6. Returns
     * the cutoff from here on: the point may turn out worse than it seemed. */
    double (*on_point)(void *data, const double *point);
    /** Told of the proven bound at every node. May lower the cutoff; returns
     * true to stop. */
    bool (*on_node)(void *data, double bound, int nodes, double *cutoff);
    void *data;
    ore_shared_tree *shared; /**< with other processes; NULL = with none */
    int process;             /**< which one of them this is; 0 has the root */
    /* out */
    bool complete; /**< nothing better than the cutoff is left, but for points
                        below `bound` that did not prove as good as they seemed
                        (HUGE_VAL = none) */
    double bound;  /**< proven: nothing better than this and the cutoff */
    int nodes;
} ore_branching;

/** Search the program behind `lp`, whose goal is set and which has been solved
 * at the model's bounds just before. Leaves other bounds behind. */
void ore_branch(ore_lp *lp, const ore_model *model, ore_branching *how);

#endif
