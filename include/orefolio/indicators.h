/* Reported indicators of a round and its result: how concentrated supply is,
 * and how much of it comes round again. They limit nothing; rules do. */
#ifndef OREFOLIO_INDICATORS_H
#define OREFOLIO_INDICATORS_H

#include "orefolio/countries.h"
#include "orefolio/result.h"
#include "orefolio/round.h"

/** Supply of one material in one year by country of origin. */
typedef struct ore_concentration {
    double supply_tpa; /**< secured and, with a result, what plants make */
    double hhi;        /**< Herfindahl-Hirschman index, 0..1: the sum of the
                            squared shares (times 10,000 in merger guidelines);
                            NAN without supply */
    double top_share;  /**< of the largest country, 0..1; NAN */
    const char *top;   /**< that country; NULL */
} ore_concentration;

/** For horizon year t; result NULL = before the round. */
ore_concentration ore_concentration_of(const ore_round *round,
                                       const ore_result *result,
                                       const ore_countries *countries,
                                       int material, int t);

/** The share of what is delivered to markets in horizon year t that comes from
 * recycled material, 0..1; 0 without deliveries. What projects of stage
 * `recycling` make is recycled; what others make is as recycled as their feed;
 * secured supply is not. */
double ore_circularity(const ore_round *round, const ore_result *result, int t);

/** Supply of the material from every country in horizon year t, t/yr, into
 * tpa[countries->n]; before anything is funded with result NULL. */
void ore_supply_by_country(const ore_round *round, const ore_result *result,
                           const ore_countries *countries, int material, int t,
                           double *tpa);

/** What a commitment without money of its own may come to, M. */
typedef struct ore_liability {
    double face_m, cost_m;
    double contingent_m; /**< the most that can be called */
    double called_m;     /**< expected to be called, undiscounted; NAN without
                              credit terms */
    double loss_m;       /**< called, less recoveries; NAN */
    double mobilised_m;  /**< bank debt that a guarantee covers; else 0 */
} ore_liability;

/** Whether pair `f` is such a commitment: guarantees and support of sales. */
bool ore_is_liability(const ore_round *round, int f);
ore_liability ore_liability_of(const ore_round *round, const ore_result *result,
                               int f);

#endif
