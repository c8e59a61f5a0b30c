/* Sampling of uncertain figures. Distributions and random numbers are those of
 * the GNU Scientific Library. */
#include "orefolio/uncertain.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"

struct ore_random {
    gsl_rng *stream;
};

ore_random *ore_random_new(unsigned long seed)
{
    ore_random *random = ore_alloc(1, sizeof *random);

    (void)gsl_set_error_handler_off();
    random->stream = gsl_rng_alloc(gsl_rng_mt19937);
    if (!random->stream) {
        ore_out_of_memory();
    }
    gsl_rng_set(random->stream, seed);
    return random;
}

void ore_random_free(ore_random *random)
{
    if (random) {
        gsl_rng_free(random->stream);
        free(random);
    }
}

double ore_random_share(ore_random *random)
{
    return gsl_rng_uniform(random->stream);
}

/* By the inverse of its distribution function, which is two parabolas. */
static double triangular(const double *numbers, double p)
{
    const double low = numbers[0], mode = numbers[1], high = numbers[2];
    const double width = high - low;

    if (width <= 0.0) {
        return low;
    }
    return p * width < mode - low
               ? low + sqrt(p * width * (mode - low))
               : high - sqrt((1.0 - p) * width * (high - mode));
}

/* Cut at its ends: what lies beyond them is shared out over the rest. */
static double cut_normal(const double *numbers, double p)
{
    const double mean = numbers[0], sd = numbers[1];

    if (sd <= 0.0) {
        return fmin(fmax(mean, numbers[2]), numbers[3]);
    }
    const double below = gsl_cdf_ugaussian_P((numbers[2] - mean) / sd);
    const double above = gsl_cdf_ugaussian_Q((numbers[3] - mean) / sd);
    const double at = below + p * (1.0 - below - above);

    return fmin(fmax(mean + sd * gsl_cdf_ugaussian_Pinv(at), numbers[2]),
                numbers[3]);
}

static double empirical(const ore_uncertain *u, double p)
{
    /* The first value that so many do not exceed. */
    const int at = (int)ceil(p * u->n_numbers) - 1;

    return u->numbers[at < 0 ? 0 : at];
}

double ore_quantile(const ore_uncertain *uncertain, double probability)
{
    const double *numbers = uncertain->numbers;

    switch (uncertain->distribution) {
    case ORE_UNIFORM:
        return numbers[0] + probability * (numbers[1] - numbers[0]);
    case ORE_TRIANGULAR: return triangular(numbers, probability);
    case ORE_NORMAL: return cut_normal(numbers, probability);
    case ORE_LOGNORMAL:
        return numbers[0] *
               pow(numbers[1], gsl_cdf_ugaussian_Pinv(probability));
    case ORE_EMPIRICAL: break;
    }
    return empirical(uncertain, probability);
}

double ore_swing_factor(const ore_uncertain *uncertain, bool is_high)
{
    return round(ore_quantile(uncertain, is_high ? 0.9 : 0.1) * 1e6) / 1e6;
}

void ore_draw_factors(ore_random *random, const ore_uncertain *uncertain,
                      double *factors)
{
    const double common = gsl_ran_ugaussian(random->stream);

    for (int i = 0; i < uncertain->n_figures; i++) {
        const double own = gsl_ran_ugaussian(random->stream);
        const double score = sqrt(uncertain->shared) * common +
                             sqrt(1.0 - uncertain->shared) * own;
        /* Scores so far out that their probability rounds to 0 or 1. */
        const double p =
            fmin(fmax(gsl_cdf_ugaussian_P(score), 1e-12), 1.0 - 1e-12);

        factors[i] = ore_quantile(uncertain, p);
    }
}
