/* A tighter relaxation of the same portfolios. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_TIGHTENING_H
#define OPTIMIZER_SOLVE_PRESOLVE_TIGHTENING_H

#include "program/program.h"

/** Tighten the bounds of real columns that rows imply (an award is no more than
 * what its account has by that year), and with them the coefficients of
 * binaries that stand for "at most so much, and only if" (Savelsbergh 1994). No
 * point with whole binaries is lost, and none is gained. */
void ore_tighten(ore_model *model);

#endif
