/* What sections of goals say. */
#ifndef OPTIMIZER_READ_ROUND_GOAL_FIELDS_H
#define OPTIMIZER_READ_ROUND_GOAL_FIELDS_H

#include "orefolio/objective.h"

/** The order of goals in a round that does not say it. */
extern const char ore_default_order[];

/** A use and what its section says in words of another kind. */
typedef struct ore_goal_settings {
    ore_objective use;
    int sense;       /**< 1 = min */
    int discount_by; /**< 1 = output */
    int levels;      /**< 0 = all */
} ore_goal_settings;

#endif
