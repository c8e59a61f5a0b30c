/* From a point of the program to a result of written figures. */
#ifndef OPTIMIZER_SOLVE_EXTRACT_H
#define OPTIMIZER_SOLVE_EXTRACT_H

#include "program/program.h"

/** Fill the portfolio of `result` from point[n_cols]: decisions whole, money
 * and flows rounded (orefolio/result.h), shortfalls recomputed from the
 * deliveries, so that no dust of the solver is written. */
void ore_extract_result(const ore_program *program, const double *point,
                        ore_result *result);

#endif
