/* The recommended plan, put to draws of what may go wrong
 * (orefolio/study/reliability.h). */
#ifndef OPTIMIZER_STUDY_RELIABILITY_RELIABILITY_H
#define OPTIMIZER_STUDY_RELIABILITY_RELIABILITY_H

#include "orefolio/scenario_tree.h"
#include "orefolio/study/reliability.h"
#include "study/reliability/fates.h"
#include "study/settings.h"

/** Put the plans to the draws that the round asks for: [reliability]. `shown`
 * is the plan whose round the record is about. What comes out does not depend
 * on `jobs`; NULL = stopped by Ctrl-C. The caller frees. */
ore_reliability *ore_reliability_new(const ore_plan *plans, int n_plans,
                                     int shown, int jobs,
                                     const ore_study_watch *watch);
/** The same of a portfolio of the round, or of each leaf of a tree; NULL where
 * the round does not ask for draws or there is no portfolio. */
ore_reliability *ore_reliability_of(const ore_round *round,
                                    const ore_result *result,
                                    const ore_study_settings *settings);
ore_reliability *ore_reliability_of_tree(const ore_scenario_tree *tree,
                                         const ore_result *result,
                                         const ore_study_settings *settings);
/** Free; NULL is allowed. */
void ore_reliability_free(ore_reliability *reliability);

#endif
