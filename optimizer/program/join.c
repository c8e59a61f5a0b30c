/* See join.h. */
#include "program/join.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "program/program.h"

/* A whole that is being put together. Columns of all parts are numbered one
 * part after the other; those that are the same for good form a set. */
typedef struct joining {
    const ore_scenario_tree *tree;
    ore_program *const *parts;
    const ore_ties *ties;
    int *first;      /* [n_leaves + 1] number of a part's first column */
    int *set;        /* [all columns] union-find: towards the set's first */
    bool *is_barred; /* [all columns] of a set that some leaf cannot choose */
    ore_program *whole;
} joining;

static int set_of(joining *j, int col)
{
    while (j->set[col] != col) {
        j->set[col] = j->set[j->set[col]];
        col = j->set[col];
    }
    return col;
}

static void unite(joining *j, int a, int b)
{
    const int x = set_of(j, a), y = set_of(j, b);

    j->set[x > y ? x : y] = x > y ? y : x;
}

static void number_cols(joining *j)
{
    const int n = j->tree->n_leaves;

    j->first = ore_alloc(n + 1, sizeof *j->first);
    for (int k = 0; k < n; k++) {
        j->first[k + 1] = j->first[k] + j->parts[k]->model->n_cols;
    }
    j->set = ore_alloc(j->first[n], sizeof *j->set);
    j->is_barred = ore_alloc(j->first[n], sizeof *j->is_barred);
    for (int c = 0; c < j->first[n]; c++) {
        j->set[c] = c;
    }
}

/* Decisions that are the same for good become one column. */
static void unite_all(joining *j)
{
    for (int i = 0; i < j->ties->n; i++) {
        const ore_tie *tie = &j->ties->ties[i];

        if (tie->n_known == 0 && tie->col.at >= 0 && tie->other_col.at >= 0) {
            unite(j, j->first[tie->leaf] + tie->col.at,
                  j->first[tie->other] + tie->other_col.at);
        }
    }
    for (int i = 0; i < j->ties->n; i++) {
        const ore_tie *tie = &j->ties->ties[i];

        if (tie->n_known == 0 && tie->other_col.at < 0) {
            j->is_barred[set_of(j, j->first[tie->leaf] + tie->col.at)] = true;
        } else if (tie->n_known == 0 && tie->col.at < 0) {
            j->is_barred[set_of(j, j->first[tie->other] + tie->other_col.at)] =
                true;
        }
    }
}

/* How many columns are in each set; the caller frees. */
static int *set_sizes(joining *j)
{
    const int n = j->first[j->tree->n_leaves];
    int *size = ore_alloc(n, sizeof *size);

    for (int c = 0; c < n; c++) {
        size[set_of(j, c)]++;
    }
    return size;
}

/* The column of the whole that a set becomes: named as that of its first leaf,
 * and within the bounds of all. */
static int add_col(joining *j, int k, const ore_program_col *col, bool is_all)
{
    ore_model *model = j->whole->model;
    const ore_col added =
        is_all ? ore_model_add_col(model, col->kind, col->lo, col->hi, "%s",
                                   col->name)
               : ore_model_add_col(model, col->kind, col->lo, col->hi, "%s@%d",
                                   col->name, k + 1);

    model->cols[added.at].is_start = col->is_start;
    return added.at;
}

static void tighten(ore_program_col *to, const ore_program_col *col)
{
    to->lo = fmax(to->lo, col->lo);
    to->hi = fmax(to->lo, fmin(to->hi, col->hi));
}

static void add_cols(joining *j)
{
    const int n = j->tree->n_leaves;
    int *size = set_sizes(j);
    int *at = ore_alloc(j->first[n], sizeof *at);

    for (int k = 0; k < n; k++) {
        const ore_model *part = j->parts[k]->model;

        for (int c = 0; c < part->n_cols; c++) {
            const int number = j->first[k] + c, set = set_of(j, number);

            if (set == number) {
                at[set] = add_col(j, k, &part->cols[c], size[set] == n);
            } else {
                tighten(&j->whole->model->cols[at[set]], &part->cols[c]);
            }
            if (j->is_barred[set]) {
                j->whole->model->cols[at[set]].hi =
                    j->whole->model->cols[at[set]].lo;
            }
            j->whole->joined->cols[k][c] = at[set];
        }
    }
    free(size);
    free(at);
}

/* Rows of one name, in the order of their leaves. */
typedef struct named_row {
    const char *name;
    int leaf, row;
    int added; /* the row of the whole; -1 = the same as one before */
} named_row;

static int by_name(const void *left, const void *right)
{
    const named_row *a = left, *b = right;
    const int order = strcmp(a->name, b->name);

    return order ? order : a->leaf - b->leaf;
}

/* Whether the rows of two leaves say the same of the same columns. */
static bool is_same_row(const joining *j, const named_row *a,
                        const named_row *b)
{
    const ore_model *in_a = j->parts[a->leaf]->model;
    const ore_model *in_b = j->parts[b->leaf]->model;
    const int *cols_a = j->whole->joined->cols[a->leaf];
    const int *cols_b = j->whole->joined->cols[b->leaf];
    const int from_a = in_a->row_start[a->row],
              from_b = in_b->row_start[b->row];
    const int n = in_a->row_start[a->row + 1] - from_a;
    bool same = n == in_b->row_start[b->row + 1] - from_b &&
                in_a->rows[a->row].lo == in_b->rows[b->row].lo &&
                in_a->rows[a->row].hi == in_b->rows[b->row].hi;

    for (int e = 0; same && e < n; e++) {
        const ore_program_entry *x = &in_a->entries[from_a + e];
        const ore_program_entry *y = &in_b->entries[from_b + e];

        same = cols_a[x->col] == cols_b[y->col] && x->coef == y->coef;
    }
    return same;
}

/* All rows by name, and whether each says something that no row before says.
 * The caller frees. */
static named_row *sorted_rows(const joining *j, int *count)
{
    named_row *rows;
    int n = 0;

    *count = 0;
    for (int k = 0; k < j->tree->n_leaves; k++) {
        *count += j->parts[k]->model->n_rows;
    }
    rows = ore_alloc(*count, sizeof *rows);
    for (int k = 0; k < j->tree->n_leaves; k++) {
        for (int i = 0; i < j->parts[k]->model->n_rows; i++) {
            rows[n++] = (named_row){j->parts[k]->model->rows[i].name, k, i, 0};
        }
    }
    qsort(rows, (size_t)n, sizeof *rows, by_name);
    for (int i = 0, first = 0; i < n; i++) {
        first = strcmp(rows[i].name, rows[first].name) == 0 ? first : i;
        for (int before = first; before < i; before++) {
            if (rows[before].added >= 0 &&
                is_same_row(j, &rows[before], &rows[i])) {
                rows[i].added = -1;
                break;
            }
        }
    }
    return rows;
}

static char *copy_or_null(const char *text)
{
    return text ? ore_copy(text) : NULL;
}

static void add_row(joining *j, int k, int i)
{
    const ore_model *part = j->parts[k]->model;
    const ore_program_row *row = &part->rows[i];
    ore_model *model = j->whole->model;

    ore_model_begin_family(model, row->family);
    const ore_row to = ore_model_add_row(model, row->where, row->lo, row->hi,
                                         "%s@%d", row->name, k + 1);
    ore_program_row *added = &model->rows[to.at];

    added->limit = copy_or_null(row->limit);
    added->limit_ja = copy_or_null(row->limit_ja);
    added->offset = row->offset;
    added->is_choice = row->is_choice;
    added->project = row->project;
    for (int e = part->row_start[i]; e < part->row_start[i + 1]; e++) {
        ore_model_add_coef(
            model, to, part->entries[e].coef,
            (ore_col){j->whole->joined->cols[k][part->entries[e].col]});
    }
}

/* In the order of leaves, then of each leaf's own rows. */
static void add_rows(joining *j)
{
    int count;
    named_row *rows = sorted_rows(j, &count);

    for (int k = 0; k < j->tree->n_leaves; k++) {
        const int n = j->parts[k]->model->n_rows;
        bool *is_told = ore_alloc(n, sizeof *is_told);

        for (int i = 0; i < count; i++) {
            if (rows[i].leaf == k) {
                is_told[rows[i].row] = rows[i].added < 0;
            }
        }
        for (int i = 0; i < n; i++) {
            if (!is_told[i]) {
                add_row(j, k, i);
            }
        }
        free(is_told);
    }
    ore_model_begin_family(j->whole->model, NULL);
    free(rows);
}

static void add_goals(joining *j)
{
    for (int k = 0; k < j->tree->n_leaves; k++) {
        const ore_model *part = j->parts[k]->model;

        for (int e = 0; e < part->n_goal_entries; e++) {
            const ore_program_entry *entry = &part->goal_entries[e];
            const ore_expression sum = {.model = j->whole->model,
                                        .goal = entry->row,
                                        .scale =
                                            j->whole->joined->probability[k]};

            ore_expression_add(
                &sum, entry->coef,
                (ore_col){j->whole->joined->cols[k][entry->col]});
        }
    }
}

/* One side of a tie: more - less <= U × what tells the leaves apart. */
static void add_side(joining *j, const ore_tie *tie, int more, int less,
                     const char *side)
{
    ore_model *model = j->whole->model;
    const int most = more >= 0 ? more : less;
    const double largest = more >= 0 ? model->cols[more].hi : 0.0;
    const ore_row row = ore_model_add_row(
        model, j->tree->round->events[tie->event].where, -HUGE_VAL, 0.0,
        "news(%s,%d,%d,%s)%s", model->cols[most].name, tie->leaf + 1,
        tie->other + 1, j->tree->round->events[tie->event].id, side);

    assert(isfinite(largest));
    if (more >= 0) {
        ore_model_add_coef(model, row, 1.0, (ore_col){more});
    }
    if (less >= 0) {
        ore_model_add_coef(model, row, -1.0, (ore_col){less});
    }
    for (int i = 0; i < tie->n_known; i++) {
        const ore_col known = j->ties->known[tie->first_known + i];

        ore_model_add_coef(
            model, row, -largest,
            (ore_col){j->whole->joined->cols[tie->leaf][known.at]});
    }
}

static void add_ties(joining *j)
{
    int **cols = j->whole->joined->cols;

    for (int i = 0; i < j->ties->n; i++) {
        const ore_tie *tie = &j->ties->ties[i];
        const int own = tie->col.at < 0 ? -1 : cols[tie->leaf][tie->col.at];
        const int other =
            tie->other_col.at < 0 ? -1 : cols[tie->other][tie->other_col.at];

        if (tie->n_known == 0 || own == other) {
            continue;
        }
        if (own >= 0) {
            add_side(j, tie, own, other, "+");
        }
        if (other >= 0) {
            add_side(j, tie, other, own, "-");
        }
    }
}

static int *owners(const joining *j)
{
    int *owner = ore_alloc(j->whole->model->n_cols, sizeof *owner);

    for (int k = j->tree->n_leaves - 1; k >= 0; k--) {
        for (int c = 0; c < j->parts[k]->model->n_cols; c++) {
            owner[j->whole->joined->cols[k][c]] = j->parts[k]->owner[c];
        }
    }
    return owner;
}

static void begin(joining *j)
{
    const int n = j->tree->n_leaves;
    ore_joined *joined = ore_alloc(1, sizeof *joined);

    joined->n = n;
    joined->parts = ore_alloc(n, sizeof(ore_program *));
    joined->cols = ore_alloc(n, sizeof(int *));
    joined->probability = ore_alloc(n, sizeof *joined->probability);
    for (int k = 0; k < n; k++) {
        joined->parts[k] = j->parts[k];
        joined->cols[k] = ore_alloc(j->parts[k]->model->n_cols, sizeof(int));
        joined->probability[k] = j->tree->leaves[k].probability;
    }
    j->whole = ore_alloc(1, sizeof *j->whole);
    j->whole->round = j->tree->round;
    j->whole->model = ore_model_new();
    j->whole->joined = joined;
}

ore_program *ore_program_join(const ore_scenario_tree *tree,
                              ore_program *const *parts, const ore_ties *ties)
{
    joining j = {.tree = tree, .parts = parts, .ties = ties};

    begin(&j);
    number_cols(&j);
    unite_all(&j);
    add_cols(&j);
    add_rows(&j);
    add_ties(&j);
    add_goals(&j);
    j.whole->owner = owners(&j);
    ore_model_seal(j.whole->model, j.whole->owner);
    free(j.first);
    free(j.set);
    free(j.is_barred);
    return j.whole;
}
