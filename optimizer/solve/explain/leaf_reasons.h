/* Why projects are left out in the leaves of a round with events. */
#ifndef OPTIMIZER_SOLVE_EXPLAIN_LEAF_REASONS_H
#define OPTIMIZER_SOLVE_EXPLAIN_LEAF_REASONS_H

#include "program/program.h"

/** Give the reasons that each leaf's round says by itself: status, screening,
 * window. Others are unknown: what a project would gain or cost in one leaf
 * says nothing of a decision that is taken for several. */
void ore_explain_leaves(const ore_program *program, ore_result *result);

#endif
