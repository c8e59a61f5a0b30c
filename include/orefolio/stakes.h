/* Who pays, who gains: what each funder is charged, and what its markets
 * receive that they would lack without the portfolio. */
#ifndef OREFOLIO_STAKES_H
#define OREFOLIO_STAKES_H

#include "orefolio/result.h"
#include "orefolio/round.h"

/** A funder and its markets, or a market that is nobody's. Shares are NAN where
 * there is nothing to divide. */
typedef struct ore_stake {
    int funder; /**< -1 = nobody's market */
    int market; /**< of nobody; -1 = those of the funder */
    bool has_market;
    double cost_m;         /**< budget cost: commitments and purchases */
    double cost_share;     /**< of all budget cost */
    double closed_share;   /**< of its own gap without any project, by weight
                                and year as goal shortfall counts; what is
                                closed may be less than none */
    double closed_t_share; /**< the same in tonnes */
    double gain_share;     /**< of all that the portfolio closes, by weight */
    double gain_t_share;   /**< the same in tonnes */
    double gain_t;         /**< closed over the horizon, t */
    double leverage;       /**< private capital per public face in what it
                                funds, each project by its part of the face */
    double cost_per_t;     /**< budget cost per tonne closed, of currency */
    double jobs;           /**< column x_jobs of what it funds, by its part of
                                the face; NAN without the column */
    double cost_per_job;   /**< budget cost per job, of currency */
} ore_stake;

/** By funder, then by market; the caller frees the list [*n]. */
ore_stake *ore_stakes_of(const ore_round *round, const ore_result *result,
                         int *n);

/** Whether it pays a share of cost that is more than twice the share it gains.
 */
bool ore_stake_is_uneven(const ore_stake *stake);

/** Whether the material is an end product: no project of the round takes it. */
bool ore_is_end_product(const ore_round *round, int material);

#endif
