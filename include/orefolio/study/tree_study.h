/* What news is worth in a round with events: the round solved with its leaves,
 * and the questions asked about it. All of the first goal. */
#ifndef OREFOLIO_STUDY_TREE_STUDY_H
#define OREFOLIO_STUDY_TREE_STUDY_H

#include "orefolio/scenario_tree.h"

/** The best value of the first goal in a problem, as far as it is known. */
typedef struct ore_proven {
    ore_status status; /**< ORE_INFEASIBLE = no portfolio satisfies it */
    double value;      /**< that was found and verified; NAN = none */
    double bound;      /**< none is better than this; NAN = not known */
} ore_proven;

/** What one problem's best is better by than that of a narrower one: >= 0. */
typedef struct ore_gain {
    double min; /**< at least; 0 where nothing else is known */
    double max; /**< at most; HUGE_VAL where nothing is known, or the narrower
                     problem has no portfolio */
} ore_gain;

/** A project that finds news, and what the first goal would be without it. */
typedef struct ore_survey {
    int project;
    ore_proven without; /**< the best when it does not go ahead */
} ore_survey;

typedef struct ore_tree_study {
    const ore_scenario_tree *tree; /**< borrowed */
    const ore_result *result;      /**< of the round, with its leaves */
    ore_proven best;               /**< the round itself (RP) */
    ore_proven foresight; /**< expected, were all news known at the outset
                               and for nothing (wait and see, WS) */
    ore_proven plan; /**< expected, were the plan of the tables signed and news
                          followed from then on (EEV) */
    int n_surveys;
    ore_survey *surveys; /**< [n_surveys] by project; owned */
} ore_tree_study;

/** What the round's first goal loses in `narrower` against `wider`, in its own
 * unit. */
ore_gain ore_gain_of(const ore_round *round, const ore_proven *narrower,
                     const ore_proven *wider);

/** The last calendar year up to which no news can have come: what is decided
 * until then is the same in all leaves. Before the first commitment year when
 * there is none. */
int ore_tree_signed_until(const ore_scenario_tree *tree);

#endif
