/* The program's rows at a point, in exact arithmetic. */
#ifndef OPTIMIZER_VERIFY_ROWS_H
#define OPTIMIZER_VERIFY_ROWS_H

#include "program/program.h"

/** Before anything else: memory that runs out in exact arithmetic ends the
 * program as it does elsewhere. */
void ore_exact_begin(void);

/** Called for every row that is off by more than its tolerance. */
typedef void (*ore_on_broken_row)(void *data, const ore_program_row *row,
                                  double violation);

/** Evaluate every row and column bound at point[n_cols] in rationals. Returns
 * the worst violation relative to the row's own size (0 = all hold). */
double ore_check_rows(const ore_model *model, const double *point,
                      ore_on_broken_row broken, void *data);

#endif
