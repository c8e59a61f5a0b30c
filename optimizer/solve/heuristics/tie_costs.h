/* What orders portfolios that are equally good. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_TIE_COSTS_H
#define OPTIMIZER_SOLVE_HEURISTICS_TIE_COSTS_H

#include "solve/stage.h"

/** Costs [n_cols] that order equally good financing: least budget cost, then
 * least public face, then the instruments that come first by name, most of all
 * in projects that do, and plants that run as fully as they can. The caller
 * frees. */
double *ore_financing_costs(const ore_stage *stage);

#endif
