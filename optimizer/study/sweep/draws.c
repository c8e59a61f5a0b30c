/* See draws.h. */
#include "study/sweep/draws.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/uncertain.h"

struct ore_draws {
    const ore_round *round;
    int seed;
    ore_random *random;
    int drawn;         /* so many draws were made */
    char **own;        /* [n_own] changes of the last one; owned */
    const char **sets; /* those before them, then these */
    int n_own;
};

/* How many changes a draw of the uncertainty makes: one for all its figures
 * when they move together. */
static int changes_of(const ore_uncertain *uncertain)
{
    return uncertain->shared >= 1.0 ? 1 : uncertain->n_figures;
}

ore_draws *ore_draws_new(const ore_round *round, int seed)
{
    ore_draws *draws = ore_alloc(1, sizeof *draws);

    draws->round = round;
    draws->seed = seed;
    return draws;
}

static void forget_sets(ore_draws *draws)
{
    for (int i = 0; i < draws->n_own; i++) {
        free(draws->own[i]);
    }
    free(draws->own);
    free(draws->sets);
    draws->own = NULL;
    draws->sets = NULL;
    draws->n_own = 0;
}

void ore_draws_free(ore_draws *draws)
{
    if (draws) {
        forget_sets(draws);
        ore_random_free(draws->random);
        free(draws);
    }
}

char *ore_factor_set(const char *address, double factor)
{
    char *number = ore_number_text(ore_rounded(factor, 1e6));
    char *set = ore_print("%s=*%s", address, number);

    free(number);
    return set;
}

/* The next draw; its texts only where they are asked for. */
static void draw(ore_draws *draws, bool is_asked)
{
    int at = 0;

    for (int u = 0; u < draws->round->n_uncertains; u++) {
        const ore_uncertain *uncertain = &draws->round->uncertains[u];
        const int n = is_asked ? changes_of(uncertain) : 0;
        double *factors = ore_alloc(uncertain->n_figures, sizeof *factors);

        ore_draw_factors(draws->random, uncertain, factors);
        for (int i = 0; i < n; i++) {
            draws->own[at++] = ore_factor_set(n == 1 ? uncertain->address
                                                     : uncertain->figures[i],
                                              factors[i]);
        }
        free(factors);
    }
    draws->drawn++;
}

ore_design_point ore_drawn_point(ore_draws *draws,
                                 const ore_design_point *first,
                                 const ore_design_point *point)
{
    ore_design_point drawn = *point;

    if (point->draw == 0) {
        return drawn;
    }
    if (!draws->random || draws->drawn >= point->draw) {
        ore_random_free(draws->random);
        draws->random = ore_random_new((unsigned long)draws->seed);
        draws->drawn = 0;
    }
    forget_sets(draws);
    for (int u = 0; u < draws->round->n_uncertains; u++) {
        draws->n_own += changes_of(&draws->round->uncertains[u]);
    }
    draws->own = ore_alloc(draws->n_own, sizeof *draws->own);
    while (draws->drawn < point->draw - 1) {
        draw(draws, false);
    }
    draw(draws, true);
    drawn.n_sets = first->n_sets + draws->n_own;
    draws->sets = ore_alloc(drawn.n_sets, sizeof *draws->sets);
    for (int i = 0; i < drawn.n_sets; i++) {
        draws->sets[i] =
            i < first->n_sets ? first->sets[i] : draws->own[i - first->n_sets];
    }
    drawn.sets = draws->sets;
    return drawn;
}
