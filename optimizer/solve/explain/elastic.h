/* The elastic program: limits may be broken, at a cost. */
#ifndef OPTIMIZER_SOLVE_EXPLAIN_ELASTIC_H
#define OPTIMIZER_SOLVE_EXPLAIN_ELASTIC_H

#include "program/program.h"

/** Groups of rows that the linear relaxation cannot satisfy together.
 *
 * @param group [n_rows] of each row; -1 = it cannot be broken
 * @param kept [n_groups] filled with the groups of the set, ascending; those of
 *        the highest numbers are tried to be left out first
 * @return how many: few, but not always as few as can be; 0 when the relaxation
 * has a solution as it is, or that was not found out within the work */
int ore_elastic_filter(const ore_model *model, const int *group, int n_groups,
                       double max_work, int *kept);

#endif
