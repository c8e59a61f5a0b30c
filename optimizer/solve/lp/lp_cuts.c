/* Cuts at the root, in rounds: separators find them, the best are added, slack
 * ones leave. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/cuts/separator.h"
#include "solve/lp/lazy_rows.h"
#include "solve/lp/lp.h"
#include "solve/lp/lp_prob.h"

enum { max_age = 5, max_rounds = 100, max_added = 400, patience = 10 };
static const double min_progress = 4e-5;
/* Iterations that a round may take: mostly it is two or three for a cut. */
enum { enough = 1000, enough_a_cut = 4 };

/* Add one cut to the program. */
static void add_cut(ore_lp *lp, const ore_cut *cut)
{
    const int added = ore_lp_add_lazy(lp, -1);
    int *columns = ore_alloc(cut->count + 1, sizeof *columns);
    double *coefs = ore_alloc(cut->count + 1, sizeof *coefs);

    for (int e = 0; e < cut->count; e++) {
        columns[e + 1] = cut->cols[e] + 1;
        coefs[e + 1] = cut->coefs[e];
    }
    glp_set_mat_row(lp->prob, added, cut->count, columns, coefs);
    glp_set_rii(lp->prob, added, 1.0 / cut->norm);
    glp_set_row_bnds(lp->prob, added, GLP_UP, 0.0, cut->most);
    free(columns);
    free(coefs);
}

/* Find cuts at the basis in hand, and add the best; how many. */
static int add_round(ore_lp *lp, int round, int idle, int most)
{
    ore_cut_view *view = ore_lp_cut_view(lp);
    ore_cut_pool pool = {0};

    view->round = round;
    view->idle = idle;

    for (int i = 0; ore_separators[i]; i++) {
        ore_separators[i]->find(view, &pool);
    }
    ore_lp_count_work(lp, pool.work);
    ore_cut_pool_select(&pool, view, most);
    const int added = pool.n;

    for (int i = 0; i < added; i++) {
        add_cut(lp, &pool.cuts[i]);
    }
    ore_cut_pool_clear(&pool);
    ore_cut_view_free(view);
    return added;
}

/* Cuts that have not bound for some rounds leave; the basis without them is
 * factorised anew. */
static ore_lp_end drop_slack(ore_lp *lp)
{
    const int first = ore_lp_cutoff_row(lp) + 1;
    const int last = glp_get_num_rows(lp->prob);
    int *rows = ore_alloc(last - first + 2, sizeof *rows);
    int count = 0;

    for (int i = first; i <= last; i++) {
        if (ore_lp_is_cut(lp, i) &&
            ore_lp_age_cut(lp, i, glp_get_row_stat(lp->prob, i) == GLP_BS) >
                max_age) {
            rows[++count] = i;
        }
    }
    if (count > 0) {
        ore_lp_delete_cuts(lp, count, rows);
    }
    free(rows);
    return count > 0 ? ore_lp_solve(lp) : ORE_LP_OPTIMAL;
}

/* Whether a solve ended for its iterations alone. */
static bool is_hard(const ore_lp *lp, ore_lp_end end)
{
    return end == ORE_LP_UNFINISHED && !ore_lp_is_out_of_time(lp) &&
           lp->work < lp->max_work;
}

/* Take `count` cuts from row `first` on back: to the basis without them. */
static ore_lp_end take_back(ore_lp *lp, int first, int count,
                            const unsigned char *basis)
{
    int *rows = ore_alloc(count + 1, sizeof *rows);

    for (int k = 0; k < count; k++) {
        rows[k + 1] = first + k;
    }
    ore_lp_delete_cuts(lp, count, rows);
    ore_lp_set_basis(lp, basis);
    free(rows);
    return ore_lp_solve(lp);
}

/* A round of at most `*most` cuts; how many are added. Where the simplex method
 * loses its way among them, which takes it longer than all other rounds, they
 * leave at once, and the next round has half as many. */
static ore_lp_end cut_once(ore_lp *lp, int round, int idle, int *most,
                           int *added)
{
    const int first = glp_get_num_rows(lp->prob) + 1;
    unsigned char *basis = ore_alloc(ore_lp_basis_size(lp), sizeof *basis);

    ore_lp_get_basis(lp, basis);
    *added = add_round(lp, round, idle, *most);
    ore_lp_iteration_limit(lp, enough + enough_a_cut * *added);
    ore_lp_end end = *added > 0 ? ore_lp_solve(lp) : ORE_LP_OPTIMAL;

    ore_lp_iteration_limit(lp, 0);
    if (is_hard(lp, end)) {
        end = take_back(lp, first, *added, basis);
        *most /= 2;
    } else if (*added > 0 && end == ORE_LP_OPTIMAL) {
        end = drop_slack(lp);
    }
    free(basis);
    return end;
}

ore_lp_end ore_lp_cut(ore_lp *lp, bool (*on_bound)(void *data, double bound),
                      void *data)
{
    double last = ore_lp_value(lp);
    ore_lp_end end = ORE_LP_OPTIMAL;
    int idle = 0, most = max_added, added = 1;

    for (int round = 0; round < max_rounds && idle < patience && most > 0;
         round++) {
        if (ore_lp_is_out_of_time(lp) || lp->work >= lp->max_work) {
            break;
        }
        end = cut_once(lp, round, idle, &most, &added);
        if (end != ORE_LP_OPTIMAL || added == 0) {
            break;
        }
        const double value = ore_lp_value(lp);

        idle = value - last > min_progress * fabs(last) ? 0 : idle + 1;
        last = fmax(last, value);
        if (on_bound(data, value)) {
            break;
        }
    }
    return end;
}

/* Copy row `row` of the program to the end of the model. */
static void copy_cut(ore_model *model, const ore_lp *lp, int row, int *columns,
                     double *coefs)
{
    static char name[] = "cut";
    const int count = glp_get_mat_row(lp->prob, row, columns, coefs);
    const bool is_minimised = glp_get_row_type(lp->prob, row) == GLP_LO;
    ore_program_entry *entries = ore_alloc(count, sizeof *entries);

    for (int e = 0; e < count; e++) {
        entries[e].col = columns[e + 1] - 1;
        entries[e].coef = coefs[e + 1];
    }
    ore_lazy_rows_add(model, name,
                      is_minimised ? glp_get_row_lb(lp->prob, row) : -HUGE_VAL,
                      is_minimised ? HUGE_VAL : glp_get_row_ub(lp->prob, row),
                      entries, count);
    free(entries);
}

ore_model *ore_lp_with_cuts(const ore_lp *lp)
{
    const ore_model *model = lp->model;
    const int first = ore_lp_cutoff_row(lp) + 1;
    const int last = glp_get_num_rows(lp->prob);
    int *columns = ore_alloc(model->n_cols + 1, sizeof *columns);
    double *coefs = ore_alloc(model->n_cols + 1, sizeof *coefs);
    int n_entries = 0;

    for (int row = first; row <= last; row++) {
        n_entries += ore_lp_is_cut(lp, row)
                         ? glp_get_mat_row(lp->prob, row, NULL, NULL)
                         : 0;
    }
    ore_model *with_cuts = ore_lazy_rows(model, last - first + 1, n_entries);

    for (int row = first; row <= last; row++) {
        if (ore_lp_is_cut(lp, row)) {
            copy_cut(with_cuts, lp, row, columns, coefs);
        }
    }
    free(columns);
    free(coefs);
    return with_cuts;
}
