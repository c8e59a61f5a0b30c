/* A policy by following news: a plan is signed until news comes; what is left
 * to decide is then decided anew for those leaves that cannot be told apart,
 * and so on. Nothing in it is proven, but leaves part, so that each problem is
 * as large as the round, and not as the tree. */
#ifndef OPTIMIZER_STUDY_EVENTS_FOLLOW_PLAN_H
#define OPTIMIZER_STUDY_EVENTS_FOLLOW_PLAN_H

#include "orefolio/scenario_tree.h"
#include "solve/solve.h"
#include "study/settings.h"

/** Follow the plan [of leaf `first`, with a portfolio] through the tree, `jobs`
 * problems at a time, each within the settings' limits. A portfolio of the
 * tree's round with its leaves, whose goals are not set and which is not
 * verified; NULL = some leaf had none. The caller frees. */
ore_result *ore_follow_plan(const ore_scenario_tree *tree, int first,
                            const ore_result *plan,
                            const ore_solve_settings *settings, int jobs,
                            const ore_study_watch *watch);

#endif
