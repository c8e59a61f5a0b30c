/* Rounding of aggregated rows (Marchand & Wolsey 2001): from each row along
 * real columns that are far from their bounds to further rows; every sum on the
 * way is rounded. Accounts with what is carried over, balances of materials and
 * stacks are such paths. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/cuts/round_sum.h"
#include "solve/cuts/separator.h"

/* Rows of a path; entries of a row that is begun with or added; paths from a
 * row. */
enum { longest_path = 6, longest_row = 1000, most_paths = 4 };

/* The slack of a row that joins, as part of the distance of the column that it
 * takes out, is less than the first; by it, their entries and chance rows are
 * ranked. */
static const double farthest = 0.5, by_length = 1e-3, by_chance = 0.5;

typedef struct walk {
    const ore_cut_view *view;
    ore_mixed_knapsack *knapsack;
    ore_aggregated_row *path, *sum;
    ore_cut_pool *pool;
    unsigned short random[3]; /* state of erand48 */
} walk;

/* The real column of the path that is farthest from all of its bounds; -1 =
 * none is. */
static int loosest(const walk *w)
{
    const ore_cut_view *view = w->view;
    double most = 0.0;
    int loosest = -1;

    for (int k = 0; k < w->path->n_cols; k++) {
        const int j = w->path->cols[k];

        if (view->is_binary[j] || w->path->coef[j] == 0.0) {
            continue;
        }
        const double distance = ore_aggregated_row_distance(view, j);

        if (distance < 1e-6 * view->col_unit[j]) {
            continue;
        }
        const double loose = distance * fabs(w->path->coef[j]);

        if (loose > most) {
            most = loose;
            loosest = j;
        }
    }
    return loosest;
}

static int length(const ore_cut_view *view, int i)
{
    return view->rows.start[i + 1] - view->rows.start[i];
}

/* The row that takes column j out of the path at little slack: short ones
 * rather than long ones, and chance decides among them, so that another round
 * looks elsewhere. An entry of the column, -1 = none. */
static int next_row(walk *w, int j)
{
    const ore_cut_view *view = w->view;
    const double distance = ore_aggregated_row_distance(view, j);
    double least = HUGE_VAL;
    int next = -1;

    for (int e = view->cols.start[j]; e < view->cols.start[j + 1]; e++) {
        const int i = view->cols.index[e];

        if (!view->is_usable[i] || w->path->has_row[i] ||
            length(view, i) > longest_row) {
            continue;
        }
        const double away =
            ore_cut_view_slack(view, i) / fabs(view->cols.coef[e]) / distance;
        const double rank =
            away + by_length * length(view, i) + by_chance * erand48(w->random);

        if (away < farthest && rank < least) {
            least = rank;
            next = e;
        }
    }
    return next;
}

static bool round_path(walk *w)
{
    ore_aggregated_row_clear(w->sum);
    ore_aggregated_row_add_sum(w->sum, w->path, 1.0);
    ore_aggregated_row_use_variable_bounds(w->sum);
    return ore_round_sum(w->knapsack, w->sum, w->pool) > 0;
}

static void follow(walk *w, int start)
{
    ore_aggregated_row_clear(w->path);
    ore_aggregated_row_add(w->path, start, 1.0);
    for (int n = 1; n <= longest_path; n++) {
        (void)round_path(w);
        const int j = loosest(w);
        const int e = j < 0 ? -1 : next_row(w, j);

        if (e < 0) {
            break;
        }
        ore_aggregated_row_eliminate(w->path, j, w->view->cols.index[e],
                                     w->view->cols.coef[e]);
    }
}

/* Rows that bind, or nearly, are worth beginning with. */
static bool is_start(const ore_cut_view *view, int i)
{
    const int n = length(view, i);

    return view->is_usable[i] && n > 1 && n <= longest_row &&
           ore_cut_view_slack(view, i) <
               1e-2 * fmax(1.0, fabs(view->activity[i]));
}

/* Paths from a row: the less the last rounds brought, the more of them. */
static int paths_of(const ore_cut_view *view)
{
    return view->idle < most_paths ? 1 + view->idle : most_paths;
}

static void find(const ore_cut_view *view, ore_cut_pool *pool)
{
    walk w = {.view = view,
              .knapsack = ore_mixed_knapsack_new(view),
              .path = ore_aggregated_row_new(view),
              .sum = ore_aggregated_row_new(view),
              .pool = pool,
              .random = {0x330e, (unsigned short)view->round, 1}};

    for (int i = 0; i < view->n_rows; i++) {
        for (int n = 0; n < paths_of(view) && is_start(view, i); n++) {
            follow(&w, i);
        }
    }
    ore_aggregated_row_free(w.path);
    ore_aggregated_row_free(w.sum);
    ore_mixed_knapsack_free(w.knapsack);
}

const ore_separator ore_separator_paths = {"paths", find};
