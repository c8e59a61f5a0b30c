/* A dispatch, and how it is cut into parts. */
#ifndef OPTIMIZER_SOLVE_DISPATCH_PARTS_H
#define OPTIMIZER_SOLVE_DISPATCH_PARTS_H

#include "orefolio/program.h"
#include "solve/lp/lp.h"
#include "solve/presolve/presolve.h"

/** A column of the round, as one of its part. */
typedef struct ore_dispatch_image {
    int of; /**< a project, or a place in the list of shortfalls */
    int whole;
} ore_dispatch_image;

/** Columns that share a row with one another. Owned. */
typedef struct ore_dispatch_part {
    ore_model *model;
    ore_lp *lp; /**< NULL until it is solved */
    unsigned char *basis;
    bool is_feasible; /**< without any failure */
    bool is_shared;   /**< markets share something: it has a second goal */
    int n_runs, n_unmet, room_runs, room_unmet;
    ore_dispatch_image *runs;  /**< outputs of projects */
    ore_dispatch_image *unmet; /**< shortfalls */
} ore_dispatch_part;

typedef struct ore_dispatch {
    const ore_program *program;
    ore_presolved *presolved;
    int *part_of; /**< [cols of presolved] -1 = no goal looks there */
    int *place;   /**< [cols of presolved] column in its part */
    int n;
    ore_dispatch_part *parts;
} ore_dispatch;

/** The program with its integer columns as in `decided`, cut into parts. */
ore_dispatch *ore_dispatch_cut(const ore_program *program,
                               const double *decided);

/** The part of a column of the round; -1 = it is decided, or of none. */
int ore_dispatch_part_of(const ore_dispatch *dispatch, ore_col col);

#endif
