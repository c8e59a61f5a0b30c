/* See elastic.h. A limit that can be broken gets columns of its own, one for
 * each side; rows are measured in units of their largest coefficient. The least
 * sum of what is broken is 0 when the limits can be satisfied; else its duals
 * tell a set that cannot (Gleeson and Ryan, ORSA Journal on Computing 2, 1990).
 * A limit is left out by letting it be broken for nothing. */
#include "solve/explain/elastic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "solve/lp/lp.h"

/* Less than this is rounding. */
static const double broken_beyond = 1e-6, dual_beyond = 1e-9;

static double largest_coef(const ore_model *model, int i)
{
    double largest = 0.0;

    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        largest = fmax(largest, fabs(model->entries[e].coef));
    }
    return largest > 0.0 ? largest : 1.0;
}

/* Row i of the elastic program: as it is, and what it is broken by. */
static void add_row(const ore_model *model, ore_model *elastic, int i,
                    bool is_hard)
{
    const ore_program_row *row = &model->rows[i];
    const double size = largest_coef(model, i);

    elastic->rows[i] = *row;
    elastic->row_start[i] = elastic->n_entries;
    for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
        elastic->entries[elastic->n_entries++] = model->entries[e];
    }
    for (int side = 0; side < 2 && !is_hard; side++) {
        if (isfinite(side == 0 ? row->lo : row->hi)) {
            elastic->entries[elastic->n_entries++] = (ore_program_entry){
                i, elastic->n_cols, side == 0 ? size : -size};
            elastic->cols[elastic->n_cols++] = (ore_program_col){
                .name = row->name, .hi = HUGE_VAL, .kind = ORE_CONTINUOUS};
        }
    }
}

static ore_model *elastic_new(const ore_model *model, const int *group)
{
    ore_model *elastic = ore_alloc(1, sizeof *elastic);

    elastic->cols =
        ore_alloc(model->n_cols + 2 * model->n_rows, sizeof *elastic->cols);
    elastic->rows = ore_alloc(model->n_rows, sizeof *elastic->rows);
    elastic->row_start =
        ore_alloc(model->n_rows + 1, sizeof *elastic->row_start);
    elastic->entries = ore_alloc(model->n_entries + 2 * model->n_rows,
                                 sizeof *elastic->entries);
    memcpy(elastic->cols, model->cols,
           (size_t)model->n_cols * sizeof *model->cols);
    elastic->n_cols = model->n_cols;
    elastic->n_rows = model->n_rows;
    for (int i = 0; i < model->n_rows; i++) {
        add_row(model, elastic, i, group[i] < 0);
    }
    elastic->row_start[model->n_rows] = elastic->n_entries;
    return elastic;
}

static void elastic_free(ore_model *elastic)
{
    free(elastic->cols);
    free(elastic->rows);
    free(elastic->row_start);
    free(elastic->entries);
    free(elastic);
}

typedef struct filter {
    const ore_model *model, *elastic;
    const int *group;
    int n_groups;
    bool *in; /* [n_groups] of the set */
    ore_lp *lp;
} filter;

/* Whether the limits of the set are shown not to be satisfied together. */
static bool is_broken(filter *f)
{
    double *costs = ore_alloc(f->elastic->n_cols, sizeof *costs);

    for (int i = 0; i < f->model->n_rows; i++) {
        for (int e = f->elastic->row_start[i]; e < f->elastic->row_start[i + 1];
             e++) {
            const int j = f->elastic->entries[e].col;

            if (j >= f->model->n_cols) {
                costs[j] = f->in[f->group[i]] ? 1.0 : 0.0;
            }
        }
    }
    ore_lp_costs(f->lp, costs);
    free(costs);
    /* Only costs have changed: the last point is still feasible. */
    ore_lp_widened(f->lp);
    return ore_lp_solve(f->lp) == ORE_LP_OPTIMAL &&
           ore_lp_value(f->lp) > broken_beyond;
}

/* Leave out what the last answer does not lean on. */
static void narrow(filter *f)
{
    bool *leaned_on = ore_alloc(f->n_groups, sizeof *leaned_on);

    for (int i = 0; i < f->model->n_rows; i++) {
        if (f->group[i] >= 0 &&
            fabs(ore_lp_row_dual(f->lp, i)) * largest_coef(f->model, i) >
                dual_beyond) {
            leaned_on[f->group[i]] = true;
        }
    }
    for (int k = 0; k < f->n_groups; k++) {
        f->in[k] &= leaned_on[k];
    }
    free(leaned_on);
}

/* Leave out one limit after the other, unless the rest can be satisfied. */
static void leave_out(filter *f)
{
    for (int k = f->n_groups - 1; k >= 0; k--) {
        if (!f->in[k]) {
            continue;
        }
        f->in[k] = false;
        if (is_broken(f)) {
            narrow(f);
        } else {
            f->in[k] = true;
        }
    }
}

int ore_elastic_filter(const ore_model *model, const int *group, int n_groups,
                       double max_work, int *kept)
{
    ore_model *elastic = elastic_new(model, group);
    filter f = {.model = model,
                .elastic = elastic,
                .group = group,
                .n_groups = n_groups,
                .in = ore_alloc(n_groups, sizeof *f.in),
                .lp = ore_lp_new_lazy(elastic, HUGE_VAL)};
    int n = 0;

    for (int k = 0; k < n_groups; k++) {
        f.in[k] = true;
    }
    ore_lp_work_limit(f.lp, max_work);
    if (is_broken(&f)) {
        narrow(&f);
        leave_out(&f);
        for (int k = 0; k < n_groups; k++) {
            if (f.in[k]) {
                kept[n++] = k;
            }
        }
    }
    ore_lp_free(f.lp);
    elastic_free(elastic);
    free(f.in);
    return n;
}
