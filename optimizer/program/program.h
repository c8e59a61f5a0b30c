/* The record behind orefolio/model.h, open to those who load, check or write
 * the program. */
#ifndef OPTIMIZER_PROGRAM_PROGRAM_H
#define OPTIMIZER_PROGRAM_PROGRAM_H

#include <stdio.h>

#include "orefolio/program.h"
#include "orefolio/statistics.h"

typedef struct ore_program_col {
    char *name;
    double lo, hi;
    ore_col_kind kind;
    bool is_start; /**< decides that a project goes ahead */
} ore_program_col;

typedef struct ore_program_row {
    char *name;
    double lo, hi;
    ore_where where; /**< the line of the input that asked for it */
    /** What it enforces (ore_model_row_limit), in English and in Japanese; NULL
     * = nothing that could be given up. */
    char *limit, *limit_ja;
    double offset;            /**< sum + offset is what is asked of an amount
                                   (ore_model_row_amount); NAN = it is none */
    const ore_family *family; /**< whose row it is; NULL = of none */
    bool is_choice;           /**< among the starts of one project */
    int project;              /**< of a choice */
    bool is_local;            /**< every column of it belongs to one project */
} ore_program_row;

typedef struct ore_program_entry {
    int row, col; /**< for goals, row is the goal's number */
    double coef;
} ore_program_entry;

struct ore_model {
    const ore_family *family; /**< of the rows that are being added */
    int n_cols, n_rows, n_entries, n_goal_entries;
    ore_program_col *cols; /**< [n_cols] */
    ore_program_row *rows; /**< [n_rows] */
    /** [n_entries] sorted by row, then column; one entry a pair, none 0 */
    ore_program_entry *entries;
    int *row_start; /**< [n_rows + 1] into entries */
    /** [n_goal_entries] sorted by goal, then column */
    ore_program_entry *goal_entries;
    int room_cols, room_rows, room_entries, room_goal_entries;
};

/** Note the size of the program. */
void ore_model_measure(const ore_model *model, ore_statistics *statistics);

/** How many of the columns are integer. */
int ore_model_count_integers(const ore_model *model);

/** Write the program with its first goal as the objective, minimised (a goal
 * to be maximised changes sign), as free MPS or as CPLEX LP; `goal` is the name
 * of that goal. The stream's error state is the caller's to check. */
void ore_export_mps(const ore_model *model, const char *goal, bool is_maximised,
                    FILE *out);
void ore_export_lp(const ore_model *model, const char *goal, bool is_maximised,
                   FILE *out);

#endif
