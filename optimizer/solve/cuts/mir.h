/* Complemented mixed-integer rounding (Marchand & Wolsey 2001). */
#ifndef OPTIMIZER_SOLVE_CUTS_MIR_H
#define OPTIMIZER_SOLVE_CUTS_MIR_H

#include "solve/cuts/mixed_knapsack.h"

/** Round the knapsack by the divisor, and with the binaries counted from the
 * bounds, that cut the point off deepest; false when none does. The caller
 * frees the cut. */
bool ore_mir_cut(ore_mixed_knapsack *knapsack, ore_cut *cut);

#endif
