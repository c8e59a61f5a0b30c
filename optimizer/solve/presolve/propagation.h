/* What rows make of bounds: an award is no more than what its account has by
 * that year, a project that needs more than that cannot start. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_PROPAGATION_H
#define OPTIMIZER_SOLVE_PRESOLVE_PROPAGATION_H

#include "program/program.h"

typedef struct ore_propagator ore_propagator;

/** A propagator of the model's rows over bounds lo, hi [n_cols], which are
 * borrowed. Nothing is propagated yet. The caller frees. */
ore_propagator *ore_propagator_new(const ore_model *model, double *lo,
                                   double *hi);
void ore_propagator_free(ore_propagator *propagator);

/** Narrow column j to these bounds; its rows are to be looked at. */
void ore_propagator_narrow(ore_propagator *propagator, int j, double lo,
                           double hi);
/** Look at every row. */
void ore_propagator_look_at_all(ore_propagator *propagator);
/** Narrow bounds by the rows that are to be looked at, until that leads no
 * further or to little; false when a row cannot hold. */
bool ore_propagate(ore_propagator *propagator);

/** From here on, only rows of at most so many entries are looked at. */
void ore_propagator_limit(ore_propagator *propagator, int longest_row);
/** What was looked at so far, in entries of rows. */
double ore_propagator_work(const ore_propagator *propagator);

/** The rows of column j: [*n]. */
const int *ore_propagator_rows(const ore_propagator *propagator, int j, int *n);

/** Where the bounds stand, and the way back to it. */
int ore_propagator_mark(const ore_propagator *propagator);
void ore_propagator_undo(ore_propagator *propagator, int mark);

#endif
