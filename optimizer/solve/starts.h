/* Portfolios that a search begins with. */
#ifndef OPTIMIZER_SOLVE_STARTS_H
#define OPTIMIZER_SOLVE_STARTS_H

#include "orefolio/result.h"
#include "solve/presolve/scaling.h"

typedef struct ore_starts {
    int n;
    double **points; /**< [n][n_cols] of the search */
} ore_starts;

/** The n results that the caller knows, then what the round was read with: its
 * start, or else its baseline. */
ore_starts ore_starts_of(const ore_scaling *scaling,
                         const ore_result *const *results, int n);
void ore_starts_free(ore_starts *starts);

#endif
