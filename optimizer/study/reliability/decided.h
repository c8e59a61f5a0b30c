/* A plan as a round in which everything is decided but what flows. */
#ifndef OPTIMIZER_STUDY_RELIABILITY_DECIDED_H
#define OPTIMIZER_STUDY_RELIABILITY_DECIDED_H

#include "orefolio/program.h"
#include "study/reliability/fates.h"

/** What a draw loses: goal shortfall as the round has it, as the usual one
 * where it is none of its goals. */
ore_objective ore_plan_loss(const ore_round *round);

/** The plan's round in a disruption (-1 = none): a project that does not fail
 * makes all of its output, and flows go where the weighted shortfall is least,
 * with or without what rules and bands promise markets and what stockpiles were
 * to buy. All other rules are
 * those of the plan alone. The caller frees. */
ore_round *ore_decided_round(const ore_plan *plan, int disruption,
                             bool keeps_promises);

/** What the plan decides, as a point of the program of that round [n_cols];
 * nothing flows in it. */
void ore_decided_point(const ore_plan *plan, const ore_program *program,
                       double *point);

#endif
