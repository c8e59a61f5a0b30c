/* Programs of a few columns and rows, written by hand. */
#ifndef TESTS_UNIT_SMALL_PROGRAM_H
#define TESTS_UNIT_SMALL_PROGRAM_H

#include <math.h>

#include "program/program.h"

enum { small_cols = 8 };

static inline void small_col(ore_model *model, ore_col_kind kind, double lo,
                             double hi)
{
    ore_model_add_col(model, kind, lo, hi, "c%d", ore_model_count_cols(model));
}

static inline void small_binaries(ore_model *model, int n)
{
    for (int i = 0; i < n; i++) {
        small_col(model, ORE_BINARY, 0.0, 1.0);
    }
}

/* lo <= sum of coefs [columns so far] <= hi */
static inline ore_row small_row(ore_model *model, double lo, double hi,
                                const double *coefs)
{
    const ore_row row =
        ore_model_add_row(model, (ore_where){0}, lo, hi, "r%d", model->n_rows);

    for (int j = 0; j < ore_model_count_cols(model); j++) {
        ore_model_add_coef(model, row, coefs[j], (ore_col){j});
    }
    return row;
}

/* Add coef x column to goal g. */
static inline void small_goal(ore_model *model, int g, double coef, int column)
{
    const ore_expression sum = {model, g, {-1}, 1.0};

    ore_expression_add(&sum, coef, (ore_col){column});
}

/* No column belongs to a project. */
static inline void small_seal(ore_model *model)
{
    static const int nobody[small_cols] = {-1, -1, -1, -1, -1, -1, -1, -1};

    ore_model_seal(model, nobody);
}

#endif
