/* See choices.h. */
#include "solve/tree/pseudo_costs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

enum { known_by = 4 /* observations of a side */ };
static const double least_distance = 1e-6, least_rise = 1e-6;

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

ore_choices *ore_choices_new(const ore_model *model, const ore_lp *lp)
{
    ore_choices *choices = ore_alloc(1, sizeof *choices);

    choices->model = model;
    choices->least = least_rise * fmax(1.0, fabs(ore_lp_value(lp)));
    choices->list =
        ore_alloc(model->n_cols + model->n_rows, sizeof *choices->list);
    for (int i = 0; i < model->n_rows; i++) {
        if (is_at_most_one(model, i)) {
            choices->list[choices->n++] =
                (ore_choice){.column = -1, .row = i, .lo = 0.0, .hi = 1.0};
        }
    }
    for (int j = 0; j < model->n_cols; j++) {
        if (model->cols[j].kind == ORE_BINARY) {
            choices->list[choices->n++] =
                (ore_choice){.column = j,
                             .row = -1,
                             .lo = model->cols[j].lo,
                             .hi = model->cols[j].hi,
                             .cost = ore_lp_reduced_cost(lp, j)};
        }
    }
    return choices;
}

void ore_choices_free(ore_choices *choices)
{
    free(choices->list);
    free(choices);
}

double ore_choice_value(const ore_choices *choices, int c, const double *point)
{
    const ore_model *model = choices->model;
    const ore_choice *it = &choices->list[c];
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

void ore_choice_bounds(const ore_choices *choices, int c, ore_lp *lp, double lo,
                       double hi)
{
    const ore_choice *it = &choices->list[c];

    if (it->column >= 0) {
        ore_lp_bounds(lp, it->column, lo, hi);
    } else {
        ore_lp_row_bounds(lp, it->row, lo, hi);
    }
}

void ore_choice_learn(ore_choices *choices, int c, bool is_up, double rise,
                      double distance)
{
    ore_choice *it = &choices->list[c];
    ore_side *of_choice = is_up ? &it->up : &it->down;
    ore_side *of_all = is_up ? &choices->up : &choices->down;
    const double unit = fmax(0.0, rise) / fmax(distance, least_distance);

    of_choice->sum += unit;
    of_choice->count++;
    of_all->sum += unit;
    of_all->count++;
}

bool ore_choice_is_known(const ore_choices *choices, int c)
{
    const ore_choice *it = &choices->list[c];

    return it->down.count >= known_by && it->up.count >= known_by;
}

/* What the bound rises by, a unit, on this side, as far as is known. */
static double expect(const ore_side *of_choice, const ore_side *of_all)
{
    const ore_side *best = of_choice->count > 0 ? of_choice : of_all;

    return best->count > 0 ? best->sum / best->count : 1.0;
}

double ore_choice_score(const ore_choices *choices, int c, double value)
{
    const ore_choice *it = &choices->list[c];
    const double down = expect(&it->down, &choices->down) * value;
    const double up = expect(&it->up, &choices->up) * (1.0 - value);

    return fmax(down, choices->least) * fmax(up, choices->least);
}

typedef struct candidate {
    int c;
    double score;
} candidate;

static int best_first(const void *left, const void *right)
{
    const candidate *a = left, *b = right;

    return a->score != b->score ? (a->score < b->score ? 1 : -1) : a->c - b->c;
}

int *ore_choices_open(const ore_choices *choices, const double *point,
                      double within, int *n)
{
    candidate *list = ore_alloc(choices->n, sizeof *list);
    int *open = ore_alloc(choices->n, sizeof *open);

    *n = 0;
    for (int c = 0; c < choices->n; c++) {
        const double value = ore_choice_value(choices, c, point);

        if (fabs(value - round(value)) > within) {
            list[(*n)++] = (candidate){c, ore_choice_score(choices, c, value)};
        }
    }
    qsort(list, (size_t)*n, sizeof *list, best_first);
    for (int i = 0; i < *n; i++) {
        open[i] = list[i].c;
    }
    free(list);
    return open;
}
