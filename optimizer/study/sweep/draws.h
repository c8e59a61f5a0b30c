/* The samples of a sweep, drawn again from the round, the seed and their
 * number: a sweep of thousands of samples is as small as its list. */
#ifndef OPTIMIZER_STUDY_SWEEP_DRAWS_H
#define OPTIMIZER_STUDY_SWEEP_DRAWS_H

#include "orefolio/round.h"
#include "orefolio/study/sweep.h"

typedef struct ore_draws ore_draws;

/** Draws of the uncertain figures of `round`, which is borrowed. The caller
 * ends with ore_draws_free (NULL is allowed). */
ore_draws *ore_draws_new(const ore_round *round, int seed);
void ore_draws_free(ore_draws *draws);

/** "ADDRESS=*FACTOR" of one figure, to a millionth. The caller frees. */
char *ore_factor_set(const char *address, double factor);

/** Sample `point` with all it changes: what `first`, the round itself, changes,
 * then its draw. What has no draw is given back as it is. Valid until the next
 * call; rising numbers are drawn once. */
ore_design_point ore_drawn_point(ore_draws *draws,
                                 const ore_design_point *first,
                                 const ore_design_point *point);

#endif
