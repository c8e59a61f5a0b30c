/* The program by project: the columns that are a project's own, and the rows
 * that no other project is in. */
#ifndef OPTIMIZER_SOLVE_PRESOLVE_BLOCKS_H
#define OPTIMIZER_SOLVE_PRESOLVE_BLOCKS_H

#include "program/program.h"

/** Of project p: columns cols[first_col[p] .. first_col[p + 1] - 1], and rows
 * alike; both in the order of the program. */
typedef struct ore_blocks {
    int *first_col, *cols;
    int *first_row, *rows;
} ore_blocks;

ore_blocks ore_blocks_new(const ore_program *program);
void ore_blocks_free(ore_blocks *blocks);

#endif
