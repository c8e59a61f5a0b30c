/* A tighter relaxation of the same portfolios. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_TIGHTENING_H
#define OPTIMIZER_SOLVE_PRESOLVE_TIGHTENING_H

#include "program/program.h"

/** Fix the binaries that rows decide, and with the bounds that rows imply
 * tighten the coefficients of binaries that stand for "at most so much, and
 * only if" (Savelsbergh 1994). No point with whole binaries is lost, and none
 * is gained. */
void ore_tighten(ore_model *model);

/** The same, once every binary has been tried at 0 and at 1. */
void ore_tighten_by_probing(ore_model *model);

#endif
