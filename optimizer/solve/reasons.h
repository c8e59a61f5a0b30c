/* Why a project is not in the portfolio. */
#ifndef OPTIMIZER_SOLVE_REASONS_H
#define OPTIMIZER_SOLVE_REASONS_H

#include "build/program.h"

/** Give every project of the result that is not chosen its reason, found by
 * solving: alone, and beside the chosen ones. */
void ore_find_reasons(const ore_program *program, ore_result *result);

#endif
