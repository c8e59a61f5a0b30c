/* Why a project is in the recommended portfolio or not: what becomes of every
 * goal when that is turned round, and what would have to be different for the
 * solver to turn it round by itself. Asked by study/, told by `explain`. */
#ifndef OREFOLIO_STUDY_EXPLANATION_H
#define OREFOLIO_STUDY_EXPLANATION_H

#include "orefolio/result.h"
#include "orefolio/study/trade_offs.h"

/** How far the goal's value may be from its true best; 0 = proven, NAN = no
 * bound is known. */
double ore_goal_uncertainty(const ore_goal_outcome *outcome);

/** What is made better for a project that is left out, step by step, and worse
 * for one that goes ahead, until the choice flips. */
typedef enum ore_flip_kind {
    ORE_FLIP_COST,     /**< its capital cost, in eighths */
    ORE_FLIP_SUCCESS,  /**< its probability of success: an eighth of what lacks
                            of 1, or of itself */
    ORE_FLIP_OUTPUT,   /**< its output, in eighths; what it takes stays */
    ORE_FLIP_ACCOUNTS, /**< the amounts of all accounts, in eighths */
    ORE_FLIPS
} ore_flip_kind;

/** "capital_cost": the name of a kind in result files. */
const char *ore_flip_name(ore_flip_kind kind);

typedef struct ore_flip {
    ore_answer answer; /**< KNOWN: it flips; IMPOSSIBLE: at none of the steps;
                            UNKNOWN: what was solved is not proven */
    double at; /**< the first step at which it does: of success the probability,
                    of all others the factor */
} ore_flip;

typedef struct ore_explanation {
    int project;
    ore_answer answer;  /**< of the portfolio below */
    ore_result *result; /**< owned: the best one with the project, if it is left
                             out, else without it; NULL = none */
    ore_flip flips[ORE_FLIPS];
} ore_explanation;

/** How much worse goal g of the other portfolio is, in the goal's unit; < 0 =
 * better. *within: it is proven to that, NAN = nothing is. */
double ore_explained_loss(const ore_round *round, const ore_result *result,
                          const ore_result *other, int g, double *within);

#endif
