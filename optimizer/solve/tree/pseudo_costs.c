/* See pseudo_costs.h. */
#include "solve/tree/pseudo_costs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

enum { known_by = 4 /* observations of a side */ };
static const double min_distance = 1e-6, min_rise = 1e-6;

/* Whether the row says that at most one of its binaries is 1. */
static bool is_at_most_one(const ore_model *model, int i)
{
    const int first = model->row_start[i], end = model->row_start[i + 1];

    if (!model->rows[i].is_choice || model->rows[i].hi != 1.0 ||
        model->rows[i].lo > 0.0 || end - first < 2) {
        return false;
    }
    for (int e = first; e < end; e++) {
        if (model->cols[model->entries[e].col].kind != ORE_BINARY ||
            model->entries[e].coef != 1.0) {
            return false;
        }
    }
    return true;
}

ore_candidates *ore_candidates_new(const ore_model *model, const ore_lp *lp)
{
    ore_candidates *candidates = ore_alloc(1, sizeof *candidates);

    candidates->model = model;
    candidates->least = min_rise * fmax(1.0, fabs(ore_lp_value(lp)));
    candidates->list =
        ore_alloc(model->n_cols + model->n_rows, sizeof *candidates->list);
    for (int i = 0; i < model->n_rows; i++) {
        if (is_at_most_one(model, i)) {
            candidates->list[candidates->n++] =
                (ore_candidate){.column = -1, .row = i, .lo = 0.0, .hi = 1.0};
        }
    }
    for (int j = 0; j < model->n_cols; j++) {
        if (model->cols[j].kind == ORE_BINARY) {
            ore_candidate *it = &candidates->list[candidates->n++];

            *it = (ore_candidate){
                .column = j, .row = -1, .cost = ore_lp_reduced_cost(lp, j)};
            ore_lp_get_bounds(lp, j, &it->lo, &it->hi);
        }
    }
    return candidates;
}

void ore_candidates_free(ore_candidates *candidates)
{
    free(candidates->list);
    free(candidates);
}

double ore_candidate_value(const ore_candidates *candidates, int c,
                           const double *point)
{
    const ore_model *model = candidates->model;
    const ore_candidate *it = &candidates->list[c];
    double sum = 0.0;

    if (it->column >= 0) {
        return point[it->column];
    }
    for (int e = model->row_start[it->row]; e < model->row_start[it->row + 1];
         e++) {
        sum += point[model->entries[e].col];
    }
    return sum;
}

void ore_candidate_bounds(const ore_candidates *candidates, int c, ore_lp *lp,
                          double lo, double hi)
{
    const ore_candidate *it = &candidates->list[c];

    if (it->column >= 0) {
        ore_lp_bounds(lp, it->column, lo, hi);
    } else {
        ore_lp_row_bounds(lp, it->row, lo, hi);
    }
}

void ore_candidate_update(ore_candidates *candidates, int c, bool is_up,
                          double rise, double distance)
{
    ore_candidate *it = &candidates->list[c];
    ore_branch_direction *of_choice = is_up ? &it->up : &it->down;
    ore_branch_direction *of_all = is_up ? &candidates->up : &candidates->down;
    const double unit = fmax(0.0, rise) / fmax(distance, min_distance);

    of_choice->sum += unit;
    of_choice->count++;
    of_all->sum += unit;
    of_all->count++;
}

bool ore_candidate_is_reliable(const ore_candidates *candidates, int c)
{
    const ore_candidate *it = &candidates->list[c];

    return it->down.count >= known_by && it->up.count >= known_by;
}

/* What the bound rises by, a unit, on this side, as far as is known. */
static double expect(const ore_branch_direction *of_choice,
                     const ore_branch_direction *of_all)
{
    const ore_branch_direction *best =
        of_choice->count > 0 ? of_choice : of_all;

    return best->count > 0 ? best->sum / best->count : 1.0;
}

double ore_candidate_score(const ore_candidates *candidates, int c,
                           double value)
{
    const ore_candidate *it = &candidates->list[c];
    const double down = expect(&it->down, &candidates->down) * value;
    const double up = expect(&it->up, &candidates->up) * (1.0 - value);

    return fmax(down, candidates->least) * fmax(up, candidates->least);
}

typedef struct scored {
    int c;
    double score;
} scored;

static int best_first(const void *left, const void *right)
{
    const scored *a = left, *b = right;

    return a->score != b->score ? (a->score < b->score ? 1 : -1) : a->c - b->c;
}

int *ore_candidates_fractional(const ore_candidates *candidates,
                               const double *point, double within, int *n)
{
    scored *list = ore_alloc(candidates->n, sizeof *list);
    int *open = ore_alloc(candidates->n, sizeof *open);

    *n = 0;
    for (int c = 0; c < candidates->n; c++) {
        const double value = ore_candidate_value(candidates, c, point);

        if (fabs(value - round(value)) > within) {
            list[(*n)++] =
                (scored){c, ore_candidate_score(candidates, c, value)};
        }
    }
    qsort(list, (size_t)*n, sizeof *list, best_first);
    for (int i = 0; i < *n; i++) {
        open[i] = list[i].c;
    }
    free(list);
    return open;
}
