/* Uncertain inputs: factors on figures of the round, and their distributions.
 */
#ifndef OREFOLIO_UNCERTAIN_H
#define OREFOLIO_UNCERTAIN_H

#include "orefolio/common.h"

typedef enum ore_distribution {
    ORE_UNIFORM,    /**< low, high */
    ORE_TRIANGULAR, /**< low, mode, high */
    ORE_NORMAL,     /**< mean, standard deviation, min, max */
    ORE_LOGNORMAL,  /**< median, geometric standard deviation */
    ORE_EMPIRICAL   /**< the values, each as likely */
} ore_distribution;

/** One [uncertain NAME]: what it names is multiplied by a random factor >= 0.
 */
typedef struct ore_uncertain {
    const char *id, *label, *label_ja; /**< labels default to the id */
    const char *address;               /**< as written, maybe a pattern */
    ore_distribution distribution;
    int n_numbers;
    const double *numbers; /**< [n_numbers] in the order of the distribution;
                                of an empirical one sorted */
    double shared;         /**< share of the variance common to all figures */
    int n_figures;
    const char *const *figures; /**< [n_figures] the addresses it names */
    ore_where where;
} ore_uncertain;

/** The quantile: the factor that is not exceeded with `probability`, 0 < p < 1.
 */
double ore_quantile(const ore_uncertain *uncertain, double probability);

/** The factor at the 10th percentile, or at the 90th when `is_high`, rounded to
 * a millionth: the ends of a swing. */
double ore_swing_factor(const ore_uncertain *uncertain, bool is_high);

/** A stream of random numbers; equal seeds give equal streams. */
typedef struct ore_random ore_random;
ore_random *ore_random_new(unsigned long seed);
void ore_random_free(ore_random *random);
/** The next number, 0 <= u < 1. */
double ore_random_share(ore_random *random);

/** Draw a factor for each figure: normal scores of which the part `shared` of
 * the variance is one and the same (a one-factor Gaussian copula), turned into
 * factors by the distribution. factors[n_figures]. */
void ore_draw_factors(ore_random *random, const ore_uncertain *uncertain,
                      double *factors);

#endif
