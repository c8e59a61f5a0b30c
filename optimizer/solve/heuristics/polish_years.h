/* Equally good years of the projects that are chosen: the earliest. */
#ifndef OPTIMIZER_SOLVE_HEURISTICS_POLISH_YEARS_H
#define OPTIMIZER_SOLVE_HEURISTICS_POLISH_YEARS_H

#include "solve/bounds.h"
#include "solve/heuristics/polishing.h"

/** The bounds of the program with no start but those of the options that were
 * chosen. The caller ends with ore_bounds_free. */
ore_bounds ore_chosen_options(const ore_stage *stage);

/** Move projects to earlier years as far as no goal becomes worse. */
void ore_polish_years(const ore_polishing *s);

#endif
