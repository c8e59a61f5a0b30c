/* The program: the model's record, open to those who load, check or write it,
 * and its assembly from a plan. */
#ifndef OPTIMIZER_BUILD_PROGRAM_H
#define OPTIMIZER_BUILD_PROGRAM_H

#include <stdio.h>

#include "orefolio/model.h"

typedef struct ore_column {
    char *name;
    double lo, hi;
    ore_kind kind;
} ore_column;

typedef struct ore_model_row {
    char *name;
    double lo, hi;
    ore_where where; /**< the line of the input that asked for it */
    char *limit;     /**< what it enforces (ore_row_limit); NULL = nothing that
                          could be given up */
    double offset;   /**< sum + offset is what is asked of an amount
                          (ore_row_amount); NAN = it is none */
    bool is_local;   /**< every column of it belongs to one project */
} ore_model_row;

typedef struct ore_entry {
    int row, col; /**< for goals, row is the goal's number */
    double coef;
} ore_entry;

struct ore_model {
    int n_cols, n_rows, n_entries, n_goal_entries;
    ore_column *cols;    /**< [n_cols] */
    ore_model_row *rows; /**< [n_rows] */
    /** [n_entries] sorted by row, then column; one entry a pair, none 0 */
    ore_entry *entries;
    int *row_start; /**< [n_rows + 1] into entries */
    /** [n_goal_entries] sorted by goal, then column */
    ore_entry *goal_entries;
    int room_cols, room_rows, room_entries, room_goal_entries;
};

/** A plan's program: columns, rows and goals of every family. */
typedef struct ore_program {
    const ore_plan *plan; /**< borrowed */
    ore_model *model;
    ore_vars *vars;
    int *owner; /**< [model->n_cols] the project that each column belongs to;
                     -1 = none */
} ore_program;

/** Assemble the program of the plan. The caller frees. */
ore_program *ore_program_new(const ore_plan *plan);
void ore_program_free(ore_program *program);

/** How many of the columns are integer. */
int ore_integers(const ore_model *model);

/** Write the program with its first goal as the objective, minimised (a goal
 * to be maximised changes sign), as free MPS or as CPLEX LP. The stream's
 * error state is the caller's to check. */
void ore_export_mps(const ore_program *program, FILE *out);
void ore_export_lp(const ore_program *program, FILE *out);

#endif
