/* A model with rows that its makers did not think of: cuts, and an order of
 * projects that are alike. */
#ifndef OPTIMIZER_SOLVE_LP_LAZY_ROWS_H
#define OPTIMIZER_SOLVE_LP_LAZY_ROWS_H

#include "program/program.h"

/** The model with room for so many rows and entries at its end. Goals and names
 * are shared with it; the caller frees by the last of these. */
ore_model *ore_lazy_rows(const ore_model *model, int n_rows, int n_entries);
/** Add the row lo <= sum of entries [count] <= hi; `name` is borrowed. */
void ore_lazy_rows_add(ore_model *model, char *name, double lo, double hi,
                       const ore_program_entry *entries, int count);
/** NULL is fine. */
void ore_lazy_rows_free(ore_model *model);

#endif
