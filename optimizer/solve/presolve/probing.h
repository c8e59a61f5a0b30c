/* Whether a project can be financed with whole tickets at all, whatever the
 * others do. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_PROBING_H
#define OPTIMIZER_SOLVE_PRESOLVE_PROBING_H

#include "orefolio/program.h"
#include "solve/presolve/blocks.h"

/** Asks one project after the other. Opaque. */
typedef struct ore_prober ore_prober;

/** The program is borrowed. The caller frees. */
ore_prober *ore_prober_new(const ore_program *program);
void ore_prober_free(ore_prober *prober);

/** False when column `start` of project p cannot be 1 even under the rows of p
 * alone: it can be left out of every portfolio. */
bool ore_probe_start(ore_prober *prober, int p, int start);

/** False when the bounds lo, hi [n_cols] of the program leave nothing under the
 * rows of p alone. */
bool ore_probe_bounds(ore_prober *prober, int p, const double *lo,
                      const double *hi);

/** False when no start of project p is possible. */
bool ore_probe_project(ore_prober *prober, int p);

#endif
