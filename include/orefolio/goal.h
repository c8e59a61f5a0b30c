/* Goals: what an objective of a round may measure. */
#ifndef OREFOLIO_GOAL_H
#define OREFOLIO_GOAL_H

#include "orefolio/variables.h"

/** A goal: one file models/goals/NAME.c, one line in models/goals/goals.def. */
typedef struct ore_goal {
    const char *name;
    const char *label;
    const char *unit;    /**< "M" = millions of the round's currency */
    const char *summary; /**< one line, for `orefolio keys` */
    bool maximise;
    bool has_levels;         /**< stands for one objective a level: 1, 2, … */
    bool counts_years_alike; /**< its discount rate is 0 unless it has its own;
                                  else the round's */
    bool is_net_of_bonuses;  /**< less what bonus links save: where there are
                                  such, it is not what accounts are charged */
    /** Write the goal, as this use of it means it, to the sum. */
    void (*emit)(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum);
    /** Its value for the written result, from the round alone. */
    double (*value)(const ore_round *round, const ore_result *result,
                    const ore_objective *use);
} ore_goal;

/** All goals in the order of models/goals/goals.def; ends with NULL. */
extern const ore_goal *const ore_goals[];

/** The goal of that name, or of a level of it ("leximin_gap.2"); or NULL. */
const ore_goal *ore_goal_named(const char *name);

/** The goal that a use is of: `attribute` for x_NAME, `blend` for one with
 * terms, else the goal of its name. */
const ore_goal *ore_objective_goal(const ore_objective *use);

/** The use of that goal in the order, in a blend or as a limit; NULL = not
 * used. */
const ore_objective *ore_objective_named(const ore_round *round,
                                         const char *name);

/** Whether more of it is better. */
bool ore_objective_is_maximised(const ore_objective *use);

/** How reports call it: its label, or its own name for x_NAME and blends. */
const char *ore_objective_label(const ore_objective *use);

/** Number of the goal in the round's order; -1 = it is not in it. */
int ore_round_goal_number(const ore_round *round, const char *name);

#endif
