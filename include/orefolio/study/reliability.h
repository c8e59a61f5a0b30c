/* What the recommended plan comes to when projects fail, disruptions happen and
 * events turn out as they may: draws in which nothing is decided anew and flows
 * adapt. */
#ifndef OREFOLIO_STUDY_RELIABILITY_H
#define OREFOLIO_STUDY_RELIABILITY_H

#include "orefolio/result.h"
#include "orefolio/round.h"

/** A spread over the draws: not more than this in so many of ten. */
typedef struct ore_spread {
    double p10, p50, p90;
} ore_spread;

/** A target over the draws. It is met in a year when at least the level of it
 * is delivered. */
typedef struct ore_target_odds {
    int target;
    int n_planned; /**< years in which the plan meets it, its outputs derated as
                        the round has them */
    double holds;  /**< probability that it is met in all of these; NAN = the
                        plan meets it in no year */
    double *met;   /**< [n_years] probability that it is met in the year; NAN
                        without a target then; owned */
    double planned_tpa; /**< what it lacks in the plan, on average of the years
                             with a target, t/yr */
    ore_spread gap_tpa; /**< the same in the draws */
} ore_target_odds;

/** The end products of a market (ore_is_end_product) over the draws. */
typedef struct ore_market_odds {
    int market;
    int n_planned; /**< targets of them that the plan meets in some year */
    double holds;  /**< probability that all of them are met in each year in
                        which the plan meets them; NAN = there is none */
} ore_market_odds;

/** What may go wrong: a project that fails or a disruption that happens. The
 * other one is -1. */
typedef struct ore_failure {
    int project, disruption;
    double share;     /**< of all draws in which it does */
    double bad_share; /**< of the bad draws */
} ore_failure;

/** All of it. Lists are owned. */
typedef struct ore_reliability {
    const ore_round *round; /**< borrowed; of a round with events that of the
                                 likeliest leaf */
    int n_draws;            /**< that were made */
    int n_known;            /**< draws whose flows were found: all shares and
                                 spreads are of these */
    int n_broken; /**< known draws in which no flows keep what rules and bands
                       promise markets and stockpiles were to buy: these are
                       without it */
    int n_bad;    /**< known draws with the largest loss, a tenth of them and
                       those that lose as much as the last; 0 = all
                       lose alike */
    double planned_loss; /**< goal shortfall of the plan, in its unit */
    ore_spread loss;     /**< of the draws */
    int n_targets, n_markets, n_failures;
    ore_target_odds *targets; /**< [n_targets] of those with a target, in the
                                   order of the round */
    ore_market_odds *markets; /**< [n_markets] of those with end products */
    ore_failure *failures; /**< [n_failures] what happens more often in the bad
                                draws first */
} ore_reliability;

#endif
