/* What branching finds in a program, and proves. */
#ifndef TESTS_BRANCHED_H
#define TESTS_BRANCHED_H

#include <math.h>

#include "solve/lp/lp.h"
#include "solve/tree/branch.h"

typedef struct branched {
    const ore_model *model;
    ore_lp *polish;
    double best; /* HUGE_VAL = no portfolio */
    double bound;
    bool complete;
} branched;

static inline double branched_point(void *data, const double *point)
{
    branched *b = data;

    for (int j = 0; j < b->model->n_cols; j++) {
        if (b->model->cols[j].kind == ORE_BINARY) {
            ore_lp_bounds(b->polish, j, rint(point[j]), rint(point[j]));
        }
    }
    if (ore_lp_solve_surely(b->polish) == ORE_LP_OPTIMAL) {
        b->best = fmin(b->best, ore_lp_value(b->polish));
    }
    return b->best;
}

static inline bool branched_node(void *data, double bound, int nodes,
                                 double *cutoff)
{
    (void)data;
    (void)bound;
    (void)nodes;
    (void)cutoff;
    return false;
}

/* Search the whole model by branching. `lp`, just solved, is its relaxation;
 * `polish` the program in which its portfolios are to hold, and is freed.
 * node_limit: 0 = none. */
static inline branched best_by_branching(ore_lp *lp, const ore_model *model,
                                         ore_lp *polish, int node_limit)
{
    branched b = {.model = model, .polish = polish, .best = HUGE_VAL};
    ore_branching how = {.cutoff = HUGE_VAL,
                         .max_tried = 8,
                         .node_limit = node_limit,
                         .on_point = branched_point,
                         .on_node = branched_node,
                         .data = &b};

    ore_branch(lp, model, &how);
    b.bound = how.bound;
    b.complete = how.complete;
    ore_lp_free(polish);
    return b;
}

#endif
