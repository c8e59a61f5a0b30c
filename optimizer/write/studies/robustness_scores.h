/* What the recommended projects come to in the runs of a sweep, by groups of
 * runs. */
#ifndef OPTIMIZER_WRITE_STUDIES_ROBUSTNESS_SCORES_H
#define OPTIMIZER_WRITE_STUDIES_ROBUSTNESS_SCORES_H

#include "orefolio/study/study.h"
#include "write/book/sheet.h"

/** The columns of runs: families, and all of them. */
typedef enum ore_run_group {
    ORE_RUNS_SCENARIOS,
    ORE_RUNS_SINGLE,
    ORE_RUNS_SAMPLES,
    ORE_RUNS_ALL,
    ORE_RUN_GROUPS
} ore_run_group;

ore_text ore_run_group_name(ore_run_group group);
bool ore_run_is_in(const ore_run *run, ore_run_group group);

/** A line that says in how many runs the recommended projects cannot be
 * financed, where that was looked at. */
void ore_robustness_say_impossible(ore_sheet *sheet, const ore_study *study);
/** The table of what they come to, and what is lost against the best. */
void ore_robustness_scores(ore_sheet *sheet, const ore_study *study);

#endif
