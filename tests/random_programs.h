/* Programs of random rounds, and what tests ask of them. */
#ifndef TESTS_RANDOM_PROGRAMS_H
#define TESTS_RANDOM_PROGRAMS_H

#include "random_round.h"
#include "solve/lp/lp.h"

enum { n_rounds = random_share > 1 ? 100 : 300, n_choices = 12 };
static const double forever_s = 1e9;

static inline ore_lp *with_goal(ore_lp *lp, const ore_round *round)
{
    ore_lp_goal(lp, 0,
                ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0);
    return lp;
}

static inline ore_lp *lp_of(const ore_model *model, const ore_round *round)
{
    return with_goal(ore_lp_new(model, forever_s), round);
}

static inline bool is_same(double a, double b)
{
    return fabs(a - b) <= 1e-5 * fmax(1.0, fabs(a));
}

/* The best portfolio by a tree; false when there is none. */
static inline bool best_portfolio(ore_lp *lp, double *point, double *value)
{
    ore_tree tree = {.cutoff = HUGE_VAL, .point = point};

    if (ore_lp_solve_surely(lp) == ORE_LP_OPTIMAL) {
        ore_lp_tree(lp, &tree);
    }
    *value = tree.value;
    return tree.found;
}

/* Without some starts by lot, the best of the others by a tree: a portfolio
 * [n_cols] of the whole program, if there is one. */
static inline bool portfolio_by_lot(const ore_model *model, ore_lp *lp,
                                    double *point, double *value,
                                    unsigned short *lot)
{
    for (int j = 0; j < model->n_cols; j++) {
        if (strncmp(model->cols[j].name, "start(", 6) == 0) {
            ore_lp_bounds(lp, j, 0.0, erand48(lot) < 0.5 ? 1.0 : 0.0);
        }
    }
    return best_portfolio(lp, point, value);
}

/* Fix some binaries by lot. */
static inline void fix_some(const ore_model *model, double *lo, double *hi,
                            unsigned short *lot)
{
    for (int j = 0; j < model->n_cols; j++) {
        lo[j] = model->cols[j].lo;
        hi[j] = model->cols[j].hi;
        if (model->cols[j].kind == ORE_BINARY && erand48(lot) < 0.6) {
            lo[j] = hi[j] = erand48(lot) < 0.7 ? lo[j] : hi[j];
        }
    }
}

#endif
