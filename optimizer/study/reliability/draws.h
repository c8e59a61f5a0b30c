/* What flows come to in draws. */
#ifndef OPTIMIZER_STUDY_RELIABILITY_DRAWS_H
#define OPTIMIZER_STUDY_RELIABILITY_DRAWS_H

#include "study/reliability/fates.h"
#include "study/reliability/odds.h"
#include "study/settings.h"

/** Find the flows of the draws that are open [draws], with or without what
 * rules promise markets: those found are counted, and open no more. What comes
 * out does not depend on `jobs`. After Ctrl-C fewer are found. */
void ore_draws_find(const ore_plan *plans, int n_plans, const ore_fates *fates,
                    bool keeps_promises, int jobs, const ore_study_watch *watch,
                    bool *is_open, ore_odds *odds);

#endif
