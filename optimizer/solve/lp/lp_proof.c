/* Whether a relaxation is infeasible: multipliers of its rows that add up to
 * one which no point within the bounds keeps (Farkas' lemma). */
#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "solve/lp/lp.h"
#include "solve/lp/lp_prob.h"

/* Scaled coefficients that are rounding: GLPK pivots on none of them. */
static const double noise = 1e-9;

/* A sum over activities of rows and columns that is 0 wherever the rows are
 * what they stand for. */
typedef struct range {
    double least, most; /* with every bound as loose as the tolerance */
    double smallest;    /* coefficient, times its unit, that counts */
} range;

/* What the sum gains by coef × bound, towards `side` (-1, +1). */
static double gain(const range *sum, double coef, double bound, double unit,
                   double side)
{
    const double size = fabs(coef) * unit;

    if (fabs(bound) == DBL_MAX) {
        return size > sum->smallest ? side * HUGE_VAL : 0.0;
    }
    return coef * bound +
           side * ORE_TOLERANCE_LP * fmax(size, fabs(coef * bound));
}

static void add(range *sum, double coef, double lo, double hi, double unit)
{
    sum->least += gain(sum, coef, coef > 0.0 ? lo : hi, unit, -1.0);
    sum->most += gain(sum, coef, coef > 0.0 ? hi : lo, unit, 1.0);
}

static void add_rows(range *sum, glp_prob *prob, const double *multipliers)
{
    for (int i = 1; i <= glp_get_num_rows(prob); i++) {
        add(sum, multipliers[i], glp_get_row_lb(prob, i),
            glp_get_row_ub(prob, i), 1.0 / glp_get_rii(prob, i));
    }
}

static void add_columns(range *sum, glp_prob *prob, const double *multipliers)
{
    const int n_rows = glp_get_num_rows(prob);
    int *rows = ore_alloc(n_rows + 1, sizeof *rows);
    double *coefs = ore_alloc(n_rows + 1, sizeof *coefs);

    for (int j = 1; j <= glp_get_num_cols(prob); j++) {
        const int count = glp_get_mat_col(prob, j, rows, coefs);
        double coef = 0.0;

        for (int e = 1; e <= count; e++) {
            coef -= multipliers[rows[e]] * coefs[e];
        }
        add(sum, coef, glp_get_col_lb(prob, j), glp_get_col_ub(prob, j),
            glp_get_sjj(prob, j));
    }
    free(rows);
    free(coefs);
}

/* Where in the basis the variable is that no step brings within its bounds; 0 =
 * GLPK, which needs no basis for a program of empty rows, does not say. */
static int find_stuck(glp_prob *prob, double *unit)
{
    const int n_rows = glp_get_num_rows(prob);
    const int stuck = glp_get_unbnd_ray(prob);

    if (stuck == 0 || !glp_bf_exists(prob)) {
        return 0;
    }
    if (stuck <= n_rows) {
        *unit = 1.0 / glp_get_rii(prob, stuck);
        return glp_get_row_bind(prob, stuck);
    }
    *unit = glp_get_sjj(prob, stuck - n_rows);
    return glp_get_col_bind(prob, stuck - n_rows);
}

bool ore_lp_is_proven_infeasible(ore_lp *lp)
{
    double unit = 1.0;
    const int place = find_stuck(lp->prob, &unit);

    if (place == 0) {
        return false;
    }
    range sum = {.smallest = noise * unit};
    double *multipliers =
        ore_alloc(glp_get_num_rows(lp->prob) + 1, sizeof *multipliers);

    multipliers[place] = 1.0;
    glp_btran(lp->prob, multipliers);
    add_rows(&sum, lp->prob, multipliers);
    add_columns(&sum, lp->prob, multipliers);
    free(multipliers);
    /* It takes about what an iteration does. */
    ore_lp_count_work(lp, ore_lp_size(lp->prob));
    return sum.least > 0.0 || sum.most < 0.0;
}
