/* What a search is asked for. */
#ifndef OPTIMIZER_SOLVE_SEARCH_TASK_H
#define OPTIMIZER_SOLVE_SEARCH_TASK_H

#include "program/program.h"

typedef struct ore_prepared ore_prepared; /* solve/prepared.h */

typedef struct ore_search {
    const ore_program *program;
    const double *col_unit; /**< [n_cols] what one of a column is in the round's
                                 units (scaling.h) */
    double gap;        /**< relative gap at which a goal is done, unless the
                            round has one of its own for the goal */
    bool gap_for_all;  /**< `gap` holds for every goal all the same */
    double deadline_s; /**< on the clock of ore_now_s; in work (lp.h) from its
                            start on when by_work */
    bool by_work;
    bool has_cutoff;  /**< it is over when the first goal is better than `good`,
                           or known to be no better than `bad` */
    double good, bad; /**< of the first goal */
    int seed;
    int jobs; /**< processes that search, >= 1; with 1 the same input gives the
                   same messages unless the time runs out */
    int n_looks;      /**< neighbourhoods without success around the starts */
    bool takes_start; /**< the first goal was searched before: with a start
                           that is allowed it is not searched again */
    bool first_only;  /**< later goals have what the first one's portfolio
                           leaves them */
    const ore_prepared *prepared; /**< of a wider program; NULL = none */
    int n_starts;
    double *const *starts; /**< [n_starts][n_cols] portfolios to begin with */
    double known_bound;    /**< proven for the first goal; NAN = none */
} ore_search;

#endif
