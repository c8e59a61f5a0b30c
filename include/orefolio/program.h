/* The program of a round: its columns, rows and goals, assembled from the
 * lists of families and goals by models/program.c. */
#ifndef OREFOLIO_PROGRAM_H
#define OREFOLIO_PROGRAM_H

#include "orefolio/family.h"
#include "orefolio/goal.h"
#include "orefolio/variables.h"

struct ore_program;

/** The programs of a scenario tree's leaves, joined into one. */
typedef struct ore_joined {
    int n;
    struct ore_program **parts; /**< [n] by leaf; owned */
    int **cols;          /**< [n][n_cols of the part] the column of the whole */
    double *probability; /**< [n] of each leaf */
} ore_joined;

typedef struct ore_program {
    const ore_round *round; /**< borrowed; of a joined program the one whose
                                 goals and projects those of its parts are */
    ore_model *model;
    ore_variables *variables; /**< NULL in a joined program */
    int *owner; /**< [n_cols] the project that each column belongs to; -1 =
                     none */
    ore_joined *joined; /**< NULL = the program of one round */
} ore_program;

/** How many rounds the program is of, and that of number k: itself where it is
 * not joined. */
static inline int ore_program_n_parts(const ore_program *program)
{
    return program->joined ? program->joined->n : 1;
}
static inline const ore_program *ore_program_part(const ore_program *program,
                                                  int k)
{
    return program->joined ? program->joined->parts[k] : program;
}

/** The column of the whole program that a column of part k is; -1 = absent. */
static inline int ore_program_col_of(const ore_program *program, int k,
                                     ore_col col)
{
    return program->joined && col.at >= 0 ? program->joined->cols[k][col.at]
                                          : col.at;
}

/** The value of goal g at the written figures of a result of the program:
 * expected over its leaves where it is joined. */
double ore_program_value(const ore_program *program, int g,
                         const ore_result *result);

/** Spread a written result over the columns of the program: point[n_cols]. */
void ore_program_point(const ore_program *program, const ore_result *result,
                       double *point);

/** Assemble the program of the round. The caller frees. */
ore_program *ore_program_new(const ore_round *round);
void ore_program_free(ore_program *program);

#endif
