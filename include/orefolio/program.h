/* The program of a round: its columns, rows and goals, assembled from the
 * lists of families and goals by models/program.c. */
#ifndef OREFOLIO_PROGRAM_H
#define OREFOLIO_PROGRAM_H

#include "orefolio/family.h"
#include "orefolio/goal.h"
#include "orefolio/variables.h"

typedef struct ore_program {
    const ore_round *round; /**< borrowed */
    ore_model *model;
    ore_variables *variables;
    int *owner; /**< [n_cols] the project that each column belongs to; -1 =
                     none */
} ore_program;

/** Assemble the program of the round. The caller frees. */
ore_program *ore_program_new(const ore_round *round);
void ore_program_free(ore_program *program);

#endif
