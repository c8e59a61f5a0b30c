/* Projects that are the same in everything but their names. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_SYMMETRY_H
#define OPTIMIZER_SOLVE_PRESOLVE_SYMMETRY_H

#include "program/program.h"

/** The program's model with rows that put projects which are alike in order:
 * one starts no earlier than the one before it. That loses no value of any
 * goal, and a tree need not look at the same portfolio under other names. The
 * caller frees it (lazy_rows.h). */
ore_model *ore_symmetry_broken(const ore_program *program);

#endif
