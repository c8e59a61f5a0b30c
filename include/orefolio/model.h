/* The model: a mixed-integer program under construction.
 *
 * A thin, append-only builder. It records columns, rows and coefficients;
 * optimizer/solve hands them to the solver in one call and optimizer/verify
 * re-evaluates the same record in exact arithmetic. models/ sees only this
 * header, so no constraint family can depend on a solver.
 *
 * Nothing here fails at run time: memory exhaustion ends the program and
 * misuse is a programming error (assert). */
#ifndef OREFOLIO_MODEL_H
#define OREFOLIO_MODEL_H

#include "orefolio/common.h"

struct ore_family; /* orefolio/family.h */

typedef struct ore_model ore_model;

/** Handles, distinct so that a row cannot be passed where a column is due.
 * at < 0 = there is no such column (a window or a pair rules it out). */
typedef struct ore_col {
    int at;
} ore_col;
typedef struct ore_row {
    int at;
} ore_row;

/** An empty program. The caller frees. */
ore_model *ore_model_new(void);
void ore_model_free(ore_model *model);
int ore_model_count_cols(const ore_model *model);
/** Everything is added: sort the coefficients and tell rows of one project;
 * `owner` [n_cols] is the project of each column, -1 = none. */
void ore_model_seal(ore_model *model, const int *owner);

typedef enum ore_col_kind { ORE_CONTINUOUS, ORE_BINARY } ore_col_kind;

/** Add a column (decision variable) with bounds lo <= hi in its own unit;
 * -HUGE_VAL and HUGE_VAL = open; a binary has 0 and 1 (or is fixed there).
 * The name is unique, at most 200 bytes: "start(P01,base,2027)". */
ore_col ore_model_add_col(ore_model *model, ore_col_kind kind, double lo,
                          double hi, const char *fmt, ...) ORE_PRINTF(5, 6);

/** Say that the binary decides that a project goes ahead, in one year as one
 * option. */
void ore_model_mark_start(ore_model *model, ore_col col);

/** Rows that are added from here on are the family's; it is borrowed. */
void ore_model_begin_family(ore_model *model, const struct ore_family *family);

/** Add an empty row lo <= sum <= hi that `where` of the input asked for; its
 * name begins with its family's. */
ore_row ore_model_add_row(ore_model *model, ore_where where, double lo,
                          double hi, const char *fmt, ...) ORE_PRINTF(5, 6);

/** Say that the row chooses among the starts of project p: at most one of them,
 * exactly one when lo is 1. */
void ore_model_mark_choice(ore_model *model, ore_row row, int p);

/** Say which figure of the input row `row` enforces, as a message calls it:
 * "`amount` 2026 of budget dpa = 140". It can be given up where no portfolio
 * satisfies all (solve/explain/iis.h); rows of which nothing is said describe
 * how projects work and are paid for, and cannot. */
void ore_model_row_limit(ore_model *model, ore_row row, const char *fmt, ...)
    ORE_PRINTF(3, 4);
/** Say that the limit is an amount, of which the row's sum and `offset` take
 * some: reports then tell how much is asked of it. */
void ore_model_row_amount(ore_model *model, ore_row row, double offset);

/** Say that the row's sum has a part that no column changes: its limits move by
 * so much. */
void ore_model_row_constant(ore_model *model, ore_row row, double constant);

/** Add coef × column to the row; the pair may come more than once. coef is
 * finite; 0 and absent columns are dropped. */
void ore_model_add_coef(ore_model *model, ore_row row, double coef,
                        ore_col col);

/** Let the row that was added last, complete so far, hold only while one of the
 * binaries `when` [count], of which at most one is 1, is 1: with the smallest
 * big number that the bounds of its columns allow. It has one limit. */
void ore_model_relax_row(ore_model *model, ore_row row, const ore_col *when,
                         int count);

/** Where a goal, or a part of it, is written: scale × it is added to a goal of
 * the round, or to a row when `goal` is negative. */
typedef struct ore_expression {
    ore_model *model;
    int goal;
    ore_row row;
    double scale;
} ore_expression;

/** Add scale × coef × column to the sum. */
void ore_expression_add(const ore_expression *sum, double coef, ore_col col);

#endif
