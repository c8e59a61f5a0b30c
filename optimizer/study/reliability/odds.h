/* Draws, counted: from what each comes to, to what is told of all. */
#ifndef OPTIMIZER_STUDY_RELIABILITY_ODDS_H
#define OPTIMIZER_STUDY_RELIABILITY_ODDS_H

#include "orefolio/study/reliability.h"
#include "study/reliability/fates.h"

typedef struct ore_odds ore_odds;

/** Begin to count; plans and fates are borrowed. */
ore_odds *ore_odds_new(const ore_plan *plans, int n_plans, int shown,
                       const ore_fates *fates);
/** Count draw d: its loss, and what targets lack, [n_targets * n_years], t/yr.
 * Draws that are never added are not known. */
void ore_odds_add(ore_odds *odds, int d, double loss, const double *unmet_tpa);
/** All of them were added. Frees `odds`; the caller frees the record. */
ore_reliability *ore_odds_end(ore_odds *odds);

#endif
