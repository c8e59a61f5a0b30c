/* See iis.h. */
#include "solve/explain/iis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "solve/explain/elastic.h"
#include "solve/lp/lazy_rows.h"
#include "solve/lp/lp.h"
#include "solve/tree/branch.h"

/* Of the relaxation with limits that may be broken; of one question; of all; of
 * what is asked of one amount. */
static const double elastic_work = 8.0 * ORE_WORK_A_SECOND;
static const double question_work = 0.5 * ORE_WORK_A_SECOND;
static const double amount_work = 3.0 * ORE_WORK_A_SECOND;
static const double all_work = 5.0 * ORE_WORK_A_SECOND;

typedef struct search {
    const ore_program *program;
    ore_model *model; /* the program's, under the limits that are active: the
                         tree reads bounds of rows there, too */
    ore_lp *lp;
    int *group;  /* [n_rows] limit that the row is of; -1 = none */
    int *leader; /* [n_groups] its first row */
    int n_groups;
    bool *active; /* [n_groups] */
    bool is_sure; /* every question was answered */
} search;

/* The project of a row that is a project's own; -1 = of none. */
static int owner_of(const search *s, int i)
{
    const int e = s->model->row_start[i];

    return s->model->rows[i].is_local && e < s->model->row_start[i + 1]
               ? s->program->owner[s->model->entries[e].col]
               : -1;
}

/* Mark the projects that something of their own holds to going ahead. */
static bool *find_due(const search *s)
{
    bool *is_due = ore_alloc(s->program->round->n_projects, sizeof *is_due);

    for (int i = 0; i < s->model->n_rows; i++) {
        const ore_program_row *row = &s->model->rows[i];

        if (owner_of(s, i) >= 0 && (row->lo > 0.0 || row->hi < 0.0)) {
            is_due[owner_of(s, i)] = true;
        }
    }
    return is_due;
}

/* Limits of the portfolio as a whole come first, those of a project's own rows
 * after them: the first are what a set is preferred to consist of. */
static void group_rows(search *s)
{
    const ore_model *model = s->model;
    bool *is_due = find_due(s);

    s->group = ore_alloc(model->n_rows, sizeof *s->group);
    s->leader = ore_alloc(model->n_rows, sizeof *s->leader);
    for (int i = 0; i < model->n_rows; i++) {
        s->group[i] = -1;
    }
    for (int local = 0; local < 2; local++) {
        for (int i = 0; i < model->n_rows; i++) {
            const ore_program_row *row = &model->rows[i];
            const int p = owner_of(s, i);
            int k = s->n_groups - 1;

            if (!row->limit || (p >= 0) != (local > 0) ||
                (p >= 0 && !is_due[p])) {
                continue;
            }
            while (k >= 0 &&
                   strcmp(model->rows[s->leader[k]].limit, row->limit) != 0) {
                k--;
            }
            if (k < 0) {
                k = s->n_groups++;
                s->leader[k] = i;
            }
            s->group[i] = k;
        }
    }
    free(is_due);
}

/* Let limit k hold, or not. */
static void set_active(search *s, int k, bool active)
{
    if (s->active[k] == active) {
        return;
    }
    s->active[k] = active;
    for (int i = 0; i < s->model->n_rows; i++) {
        if (s->group[i] == k) {
            const ore_program_row *whole = &s->program->model->rows[i];
            ore_program_row *row = &s->model->rows[i];

            row->lo = active ? whole->lo : -HUGE_VAL;
            row->hi = active ? whole->hi : HUGE_VAL;
            ore_lp_row_bounds(s->lp, i, row->lo, row->hi);
        }
    }
}

/* A tree that only asks whether there is a portfolio. */
typedef struct asking {
    search *s;
    double work_limit;
    bool is_found;
} asking;

static double on_point(void *data, const double *point)
{
    asking *a = data;

    (void)point;
    a->is_found = true;
    return HUGE_VAL;
}

static bool on_node(void *data, double bound, int nodes, double *cutoff)
{
    const asking *a = data;

    (void)bound;
    (void)nodes;
    (void)cutoff;
    return a->is_found || ore_lp_work(a->s->lp) > a->work_limit;
}

/* Whether the tree over the relaxation, just solved, is empty. */
static bool is_tree_empty(search *s, double work_limit)
{
    asking a = {s, work_limit, false};
    ore_branching how = {.cutoff = HUGE_VAL,
                         .max_tried = 8,
                         .on_point = on_point,
                         .on_node = on_node,
                         .data = &a};

    ore_lp_work_limit(s->lp, 2.0 * work_limit);
    ore_branch(s->lp, s->model, &how);
    ore_lp_reset(s->lp);
    ore_lp_reset_rows(s->lp);
    const bool is_empty = how.complete && isinf(how.bound) && !a.is_found;

    s->is_sure &= is_empty || a.is_found;
    return is_empty;
}

/* Whether the active limits are shown to have no portfolio. What is not found
 * out within the work counts as no. */
static bool is_infeasible(search *s)
{
    const double before = ore_lp_work(s->lp);

    if (before > all_work) {
        s->is_sure = false;
        return false;
    }
    ore_lp_work_limit(s->lp, before + question_work);
    const ore_lp_end end = ore_lp_solve_surely(s->lp);

    if (end == ORE_LP_UNFINISHED) {
        ore_lp_forget(s->lp);
        s->is_sure = false;
    }
    if (end != ORE_LP_OPTIMAL) {
        return end == ORE_LP_INFEASIBLE;
    }
    return is_tree_empty(s, ore_lp_work(s->lp) + question_work);
}

static void set_all(search *s, const int *groups, int n, bool active)
{
    for (int i = 0; i < n; i++) {
        set_active(s, groups[i], active);
    }
}

/* Of the candidates [n], put into `kept` those that are needed beside what is
 * active, which stays as it is; how many. `is_changed`: something was made
 * active since the last question. On return, no candidate is active. */
static int divide(search *s, bool is_changed, const int *candidates, int n,
                  int *kept)
{
    if (n == 0 || (is_changed && is_infeasible(s))) {
        return 0;
    }
    if (n == 1) {
        kept[0] = candidates[0];
        return 1;
    }
    const int half = n / 2;

    set_all(s, candidates, half, true);
    const int second = divide(s, true, candidates + half, n - half, kept);

    set_all(s, candidates, half, false);
    set_all(s, kept, second, true);
    const int first = divide(s, second > 0, candidates, half, kept + second);

    set_all(s, kept, second, false);
    return first + second;
}

/* What to divide: a set that the relaxation cannot satisfy, from which whole
 * numbers may let more be left out; or all limits. How many. */
static int find_candidates(const search *s, int *candidates)
{
    const int n = ore_elastic_filter(s->program->model, s->group, s->n_groups,
                                     elastic_work, candidates);

    for (int k = 0; k < s->n_groups && n == 0; k++) {
        candidates[k] = k;
    }
    return n > 0 ? n : s->n_groups;
}

/* What the other limits of the set need of limit k at the least. */
static double needed_of(search *s, int k)
{
    const int i = s->leader[k];
    const double sign = isfinite(s->program->model->rows[i].hi) ? 1.0 : -1.0;
    double *costs = ore_alloc(s->model->n_cols, sizeof *costs);
    double needed = nan("");

    for (int e = s->model->row_start[i]; e < s->model->row_start[i + 1]; e++) {
        costs[s->model->entries[e].col] = sign * s->model->entries[e].coef;
    }
    set_active(s, k, false);
    ore_lp_costs(s->lp, costs);
    ore_lp_work_limit(s->lp, ore_lp_work(s->lp) + amount_work);
    if (ore_lp_solve(s->lp) == ORE_LP_OPTIMAL) {
        needed = sign * ore_lp_value(s->lp);
    }
    set_active(s, k, true);
    free(costs);
    return needed;
}

/* Only a limit of one row has an amount of its own. */
static bool is_one_row(const search *s, int k)
{
    int count = 0;

    for (int i = 0; i < s->model->n_rows; i++) {
        count += s->group[i] == k;
    }
    return count == 1;
}

static ore_iis set_of(search *s, const int *kept, int n)
{
    ore_iis iis = {.n = n,
                   .rows = ore_alloc(n, sizeof *iis.rows),
                   .least = ore_alloc(n, sizeof *iis.least),
                   .is_irreducible = s->is_sure};

    set_all(s, kept, n, true);
    for (int k = 0; k < n; k++) {
        iis.rows[k] = s->leader[kept[k]];
        iis.least[k] = is_one_row(s, kept[k]) ? needed_of(s, kept[k]) : nan("");
    }
    return iis;
}

ore_iis ore_iis_find(const ore_program *program)
{
    search s = {.program = program,
                .model = ore_lazy_rows(program->model, 0, 0),
                .is_sure = true};

    group_rows(&s);
    int *kept = ore_alloc(s.n_groups, sizeof *kept);

    s.active = ore_alloc(s.n_groups, sizeof *s.active);
    s.lp = ore_lp_new_lazy(s.model, HUGE_VAL);
    for (int k = 0; k < s.n_groups; k++) {
        s.active[k] = true;
        set_active(&s, k, false);
    }
    int *candidates = ore_alloc(s.n_groups, sizeof *candidates);
    const int n = find_candidates(&s, candidates);
    ore_iis iis = set_of(&s, kept, divide(&s, true, candidates, n, kept));

    ore_lp_free(s.lp);
    ore_lazy_rows_free(s.model);
    free(s.active);
    free(s.group);
    free(s.leader);
    free(candidates);
    free(kept);
    return iis;
}

void ore_iis_free(ore_iis *iis)
{
    free(iis->rows);
    free(iis->least);
}
