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
#include "orefolio/result.h"
#include "orefolio/round.h"

typedef struct ore_model ore_model;

/** Handles, distinct so that a row cannot be passed where a column is due.
 * at < 0 = there is no such column (a window or an offer rules it out). */
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

/** Add an empty row lo <= sum <= hi that `where` of the input asked for; its
 * name begins with its family's. */
ore_row ore_model_add_row(ore_model *model, ore_where where, double lo,
                          double hi, const char *fmt, ...) ORE_PRINTF(5, 6);

/** Say which figure of the input row `row` enforces, as a message calls it:
 * "`amount` 2026 of budget dpa = 140". It can be given up where no portfolio
 * satisfies all (solve/iis.h); rows of which nothing is said describe how
 * projects work and are paid for, and cannot. */
void ore_model_row_limit(ore_model *model, ore_row row, const char *fmt, ...)
    ORE_PRINTF(3, 4);
/** Say that the limit is an amount, of which the row's sum and `offset` take
 * some: reports then tell how much is asked of it. */
void ore_model_row_amount(ore_model *model, ore_row row, double offset);

/** Add coef × column to the row; the pair may come more than once. coef is
 * finite; 0 and absent columns are dropped. */
void ore_model_add_coef(ore_model *model, ore_row row, double coef,
                        ore_col col);

/** Let the row that was added last, complete so far, hold only while one of the
 * binaries `when` [count], of which at most one is 1, is 1: with the smallest
 * big number that the bounds of its columns allow. It has one limit. */
void ore_model_relax_row(ore_model *model, ore_row row, const ore_col *when,
                         int count);

/** Add coef × column to goal `g` of the plan (as the goal states it, before
 * any change of sign for a maximised one). */
void ore_model_add_goal_coef(ore_model *model, int g, double coef, ore_col col);

/** Where a goal, or a part of it, is written: scale × it is added to a goal of
 * the plan, or to a row when `goal` is negative. */
typedef struct ore_expression {
    ore_model *model;
    int goal;
    ore_row row;
    double scale;
} ore_expression;

/** Add scale × coef × column to the sum. */
void ore_expression_add(const ore_expression *sum, double coef, ore_col col);

/** The shared vocabulary: every column there is, made by models/vars.c before
 * any family runs; families only read it. Money is per option, so each option
 * and year is a financing block of its own. Absent columns have at < 0. */
typedef struct ore_variables {
    ore_col *start;    /**< [n_options * n_commit] binary: goes ahead */
    ore_col *use;      /**< [n_pairs] binary; absent where no ticket and no
                            count needs it */
    int *award_first;  /**< [n_pairs] see ore_variables_award */
    ore_col *award;    /**< face, M */
    ore_col *equity;   /**< [n_options * n_commit] sponsor equity, M */
    ore_col *debt;     /**< [n_options * n_commit] bank debt, M */
    ore_col *run;      /**< [n_options * n_states] utilisation, 0..1 */
    ore_col *deliver;  /**< [n_targets * n_states] t/yr */
    ore_col *unmet;    /**< [n_targets * n_states] shortfall, t/yr */
    ore_col *pooled;   /**< [n_targets * n_states] deliveries out of what any
                            market may use, t/yr; the column `deliver` itself
                            where there is nothing else */
    ore_col *sell;     /**< [n_sales * n_states] t/yr */
    ore_col *buy;      /**< [n_stockpiles * n_years] t; absent in years that
                            its account does not cover */
    ore_col *release;  /**< [n_stockpiles * n_states] t, under a disruption */
    ore_col worst;     /**< goal worst_shortfall */
    ore_col threshold; /**< goal cvar_shortfall: the loss at its level */
    ore_col *excess;   /**< [n_disruptions + 1] goal cvar_shortfall: the loss
                            of a world beyond the threshold; last: none */
    ore_col *both;     /**< [n_links] bonus links: both go ahead, 0..1 */
    ore_col one;       /**< fixed at 1, for constants of goals; absent without
                            a baseline */
} ore_variables;

/** Add every column of the plan to an empty model. The caller frees. */
ore_variables *ore_variables_new(const ore_round *round, ore_model *model);
void ore_variables_free(ore_variables *variables);

/** The face of offer `f` committed in year `s` to option `o`, an option of the
 * offer's project. */
ore_col ore_variables_award(const ore_round *round,
                            const ore_variables *variables, int f, int o,
                            int s);

/** Spread a written result over the columns: point[n_columns], in the order
 * the columns were added. */
void ore_variables_point(const ore_round *round, const ore_variables *variables,
                         const ore_result *result, double *point);

/** What target i has of its own in moment j in the result, before anything out
 * of what every market may use: reserved supply and sales, t/yr. */
double ore_dedicated_tpa(const ore_round *round, const ore_result *result,
                         int i, int j);

/** A constraint family: one file models/family_NAME.c, one line in
 * models/families.def. */
typedef struct ore_family {
    const char *name;                 /**< row-name prefix */
    const char *summary, *summary_ja; /**< one line each */
    void (*emit)(const ore_round *round, const ore_variables *variables,
                 ore_model *model);
    /** Re-derive the same rule from the plan and the written result alone.
     * It is given neither vars nor model, so it cannot repeat a mistake by
     * reading the rows back. */
    void (*check)(const ore_round *round, const ore_result *result,
                  ore_report *report);
} ore_family;

/** All families in the order of models/families.def; ends with NULL. */
extern const ore_family *const ore_families[];

/** A goal: one file models/goal_NAME.c, one line in models/goals.def. */
typedef struct ore_goal {
    const char *name;
    const char *label, *label_ja;
    const char *unit, *unit_ja; /**< "M" = millions of the round's currency */
    const char *summary;        /**< one line, for `orefolio keys` */
    bool maximise;
    /** Write the goal, as this use of it means it, to the sum. */
    void (*emit)(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum);
    /** Its value for the written result, from the plan alone. */
    double (*value)(const ore_round *round, const ore_result *result,
                    const ore_objective *use);
} ore_goal;

/** All goals in the order of models/goals.def; ends with NULL. */
extern const ore_goal *const ore_goals[];

/** The goal of that name, or NULL. */
const ore_goal *ore_goal_named(const char *name);

/** The goal that a use is of: `attribute` for x_NAME, `blend` for one with
 * terms, else the goal of its name. */
const ore_goal *ore_objective_goal(const ore_objective *use);

/** The use of that goal in the order, in a blend or as a limit; NULL = not
 * used. */
const ore_objective *ore_objective_named(const ore_round *round,
                                         const char *name);

/** Whether more of it is better. */
bool ore_objective_is_maximised(const ore_objective *use);

/** How reports call it: its label, or its own name for x_NAME and blends. */
const char *ore_objective_label(const ore_objective *use, bool is_japanese);

#endif
