/* What branch and bound can branch on, and what it has learnt about each: a
 * choice is worth what the bound rose by when it was made before
 * (pseudo-costs). */
#ifndef OPTIMIZER_SOLVE_TREE_PSEUDO_COSTS_H
#define OPTIMIZER_SOLVE_TREE_PSEUDO_COSTS_H

#include "solve/lp/lp.h"

/** One side of a choice: rises of the bound, each a unit of the distance that
 * the choice's value had to go. */
typedef struct ore_side {
    double sum;
    int count;
} ore_side;

/** A binary, or a row of binaries of which at most one is 1 (a project, before
 * its year): 0 or 1 in the end. */
typedef struct ore_choice {
    int column, row; /**< the other is -1 */
    double lo, hi;   /**< wherever in the tree */
    double cost;     /**< reduced cost at the root; of columns */
    ore_side down, up;
} ore_choice;

typedef struct ore_choices {
    const ore_model *model;
    int n;
    ore_choice *list;  /**< [n] */
    ore_side down, up; /**< of all */
    double least;      /**< rise of the bound that counts for none */
} ore_choices;

/** The choices of the program, whose relaxation has been solved; nothing is
 * known of them. The caller frees. */
ore_choices *ore_choices_new(const ore_model *model, const ore_lp *lp);
void ore_choices_free(ore_choices *choices);

/** The value of choice c at the point [n_cols]. */
double ore_choice_value(const ore_choices *choices, int c, const double *point);
/** Give the choice these bounds in the relaxation. */
void ore_choice_bounds(const ore_choices *choices, int c, ore_lp *lp, double lo,
                       double hi);

/** Making the choice, up or down, raised the bound by so much. */
void ore_choice_learn(ore_choices *choices, int c, bool is_up, double rise,
                      double distance);
/** Whether enough has been learnt of both sides. */
bool ore_choice_is_known(const ore_choices *choices, int c);
/** What branching on it at this value promises: the more the better. */
double ore_choice_score(const ore_choices *choices, int c, double value);

/** The choices further than `within` from whole at the point, the most
 * promising first: [*n], the caller frees. */
int *ore_choices_open(const ore_choices *choices, const double *point,
                      double within, int *n);

#endif
