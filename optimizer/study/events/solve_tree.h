/* A round with events, solved; and what its news is worth. */
#ifndef OPTIMIZER_STUDY_EVENTS_SOLVE_TREE_H
#define OPTIMIZER_STUDY_EVENTS_SOLVE_TREE_H

#include "base/diagnostics.h"
#include "orefolio/statistics.h"
#include "orefolio/study/tree_study.h"
#include "solve/solve.h"
#include "study/settings.h"

/** Solve each leaf by itself, which bounds the whole, and the round as its
 * tables give it, whose plan is a start; follow the likeliest leaf's plan as
 * news comes, which is another; then the whole, verified leaf by leaf and in
 * what is decided before news comes; then the questions. The settings' limits
 * are those of all this together: less than a third is the whole's. `jobs`
 * leaves are solved at a time. The caller frees *result and ends with
 * ore_tree_study_free in any case. */
ore_status ore_solve_tree(const ore_scenario_tree *tree,
                          const ore_solve_settings *settings, int jobs,
                          const ore_study_watch *watch, ore_tree_study *study,
                          ore_result **result, ore_statistics *statistics,
                          ore_diags *diags);
void ore_tree_study_free(ore_tree_study *study);

/** ore_verify, and what ore_verify_news looks at. */
ORE_MUST_USE ore_status ore_verify_tree(const ore_scenario_tree *tree,
                                        const ore_program *whole,
                                        const ore_result *result,
                                        ore_statistics *statistics,
                                        ore_diags *diags);

#endif
