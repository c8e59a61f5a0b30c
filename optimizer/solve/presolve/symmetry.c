/* See symmetry.h. Two projects are alike when the program does not change if
 * their columns change places (Margot 2010, on symmetry in integer programs):
 * column by column they have the same bounds and the same figures in the goals
 * and in the rows that both are in, and rows of their own that are the same. */
#include "solve/presolve/symmetry.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "solve/lp/lazy_rows.h"
#include "solve/presolve/blocks.h"

/* Entries by column. */
typedef struct columns {
    int *start; /* [n_cols + 1] */
    ore_program_entry *entries;
} columns;

typedef struct survey {
    const ore_program *program;
    columns rows, goals;
    ore_blocks blocks;
    int *local_row; /* [n_rows] which of its project's own rows; -1 = none */
} survey;

static columns by_column(int n_cols, const ore_program_entry *entries, int n)
{
    columns all = {ore_alloc(n_cols + 2, sizeof(int)),
                   ore_alloc(n, sizeof(ore_program_entry))};

    for (int e = 0; e < n; e++) {
        all.start[entries[e].col + 2]++;
    }
    for (int j = 0; j < n_cols; j++) {
        all.start[j + 2] += all.start[j + 1];
    }
    for (int e = 0; e < n; e++) {
        all.entries[all.start[entries[e].col + 1]++] = entries[e];
    }
    return all;
}

static void number_local_rows(survey *s)
{
    const ore_model *model = s->program->model;

    s->local_row = ore_alloc(model->n_rows, sizeof *s->local_row);
    for (int i = 0; i < model->n_rows; i++) {
        s->local_row[i] = -1;
    }
    for (int p = 0; p < s->program->round->n_projects; p++) {
        for (int i = s->blocks.first_row[p]; i < s->blocks.first_row[p + 1];
             i++) {
            s->local_row[s->blocks.rows[i]] = i - s->blocks.first_row[p];
        }
    }
}

static bool is_same_row(const survey *s, int i, int k)
{
    const ore_program_row *a = &s->program->model->rows[i];
    const ore_program_row *b = &s->program->model->rows[k];

    return i == k ||
           (s->local_row[i] >= 0 && s->local_row[i] == s->local_row[k] &&
            a->lo == b->lo && a->hi == b->hi);
}

static bool is_same_column(const survey *s, int j, int k)
{
    const ore_program_col *a = &s->program->model->cols[j];
    const ore_program_col *b = &s->program->model->cols[k];
    const ore_program_entry *in_j = s->rows.entries + s->rows.start[j];
    const ore_program_entry *in_k = s->rows.entries + s->rows.start[k];
    const ore_program_entry *aim_j = s->goals.entries + s->goals.start[j];
    const ore_program_entry *aim_k = s->goals.entries + s->goals.start[k];
    const int n = s->rows.start[j + 1] - s->rows.start[j];
    const int n_goals = s->goals.start[j + 1] - s->goals.start[j];
    bool same = a->lo == b->lo && a->hi == b->hi && a->kind == b->kind &&
                n == s->rows.start[k + 1] - s->rows.start[k] &&
                n_goals == s->goals.start[k + 1] - s->goals.start[k];

    for (int e = 0; same && e < n; e++) {
        same = in_j[e].coef == in_k[e].coef &&
               is_same_row(s, in_j[e].row, in_k[e].row);
    }
    for (int e = 0; same && e < n_goals; e++) {
        same = aim_j[e].coef == aim_k[e].coef && aim_j[e].row == aim_k[e].row;
    }
    return same;
}

static bool is_alike(const survey *s, int p, int q)
{
    const int *first = s->blocks.first_col, *cols = s->blocks.cols;
    const int n = first[p + 1] - first[p];
    bool alike = n > 0 && n == first[q + 1] - first[q];

    for (int i = 0; alike && i < n; i++) {
        alike = is_same_column(s, cols[first[p] + i], cols[first[q] + i]);
    }
    return alike;
}

/* Add the starts of project p up to year t, as `sign` each; how many. */
static int add_starts(const ore_program *program, int p, int t, double sign,
                      ore_program_entry *entries)
{
    const ore_round *round = program->round;
    const ore_project *project = &round->projects[p];
    int count = 0;

    for (int o = 0; o < project->n_options; o++) {
        for (int year = 0; year <= t; year++) {
            const int at = (project->first_option + o) * round->n_commit + year;

            if (program->variables->start[at].at >= 0) {
                entries[count++] = (ore_program_entry){
                    0, program->variables->start[at].at, sign};
            }
        }
    }
    return count;
}

static int entries_a_pair(const ore_round *round, int p)
{
    return round->projects[p].n_options * round->n_commit *
           (round->n_commit + 1);
}

/* By every year, p has started if q has. */
static void put_before(ore_model *model, const ore_program *program, int p,
                       int q)
{
    static char name[] = "order";
    const ore_round *round = program->round;
    ore_program_entry *entries =
        ore_alloc(entries_a_pair(round, p), sizeof *entries);

    for (int t = 0; t < round->n_commit; t++) {
        int count = add_starts(program, p, t, 1.0, entries);

        count += add_starts(program, q, t, -1.0, entries + count);
        if (count > 0) {
            ore_lazy_rows_add(model, name, 0.0, HUGE_VAL, entries, count);
        }
    }
    free(entries);
}

/* For each project the one after it that is alike, else -1; how many have one.
 */
static int pair_up(const survey *s, int *next)
{
    const int n = s->program->round->n_projects;
    int pairs = 0;

    for (int p = 0; p < n; p++) {
        next[p] = -1;
        for (int q = p + 1; q < n && next[p] < 0; q++) {
            if (is_alike(s, p, q)) {
                next[p] = q;
                pairs++;
            }
        }
    }
    return pairs;
}

static ore_model *with_order(const ore_program *program, const int *next,
                             int pairs)
{
    const ore_round *round = program->round;
    int n_entries = 0;

    for (int p = 0; p < round->n_projects; p++) {
        n_entries += next[p] >= 0 ? entries_a_pair(round, p) : 0;
    }
    ore_model *model =
        ore_lazy_rows(program->model, pairs * round->n_commit, n_entries);

    for (int p = 0; p < round->n_projects; p++) {
        if (next[p] >= 0) {
            put_before(model, program, p, next[p]);
        }
    }
    return model;
}

ore_model *ore_symmetry_broken(const ore_program *program)
{
    const ore_model *model = program->model;

    if (program->joined) {
        return ore_lazy_rows(model, 0, 0); /* leaves are not looked at */
    }
    survey s = {.program = program, .blocks = ore_blocks_new(program)};
    int *next = ore_alloc(program->round->n_projects, sizeof *next);

    s.rows = by_column(model->n_cols, model->entries, model->n_entries);
    s.goals =
        by_column(model->n_cols, model->goal_entries, model->n_goal_entries);
    number_local_rows(&s);
    const int pairs = pair_up(&s, next);
    ore_model *ordered = with_order(program, next, pairs);

    free(s.rows.start);
    free(s.rows.entries);
    free(s.goals.start);
    free(s.goals.entries);
    free(s.local_row);
    ore_blocks_free(&s.blocks);
    free(next);
    return ordered;
}
