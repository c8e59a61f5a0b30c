/* Which rules make a round infeasible: a deletion filter over input lines.
 *
 * Rows are grouped by the line that asked for them and their family. Group
 * after group is taken away; it stays away when the rest is still infeasible.
 * What is left is a conflict of which every member is needed. Source: J. W.
 * Chinneck and E. W. Dravnieks, ORSA Journal on Computing 3 (1991) 157. */
#include "solve/conflict.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "solve/child.h"
#include "solve/lp.h"

static const double patience_s = 10.0;

typedef struct filtering {
    const ore_program *program;
    const int *group; /* [n_rows] */
    int n_groups;
    bool *needed; /* [n_groups], in the parent */
} filtering;

static size_t family_length(const char *name)
{
    return strcspn(name, "(");
}

static bool same_source(const ore_model_row *a, const ore_model_row *b)
{
    const size_t length = family_length(a->name);

    return a->where.line == b->where.line && length == family_length(b->name) &&
           strncmp(a->name, b->name, length) == 0 &&
           (a->where.file == b->where.file ||
            (a->where.file && b->where.file &&
             strcmp(a->where.file, b->where.file) == 0)) &&
           (a->where.line > 0 || strcmp(a->name, b->name) == 0);
}

static int *group_rows(const ore_model *model, int *n_groups, int **leader)
{
    int *group = ore_alloc(model->n_rows, sizeof *group);

    *leader = ore_alloc(model->n_rows, sizeof **leader);
    *n_groups = 0;
    for (int i = 0; i < model->n_rows; i++) {
        int k = 0;

        while (k < *n_groups &&
               !same_source(&model->rows[(*leader)[k]], &model->rows[i])) {
            k++;
        }
        if (k == *n_groups) {
            (*leader)[(*n_groups)++] = i;
        }
        group[i] = k;
    }
    return group;
}

static void set_group(ore_lp *lp, const filtering *f, int k, bool active)
{
    for (int i = 0; i < f->program->model->n_rows; i++) {
        if (f->group[i] == k) {
            const ore_model_row *row = &f->program->model->rows[i];

            ore_lp_row_bounds(lp, i, active ? row->lo : -HUGE_VAL,
                              active ? row->hi : HUGE_VAL);
        }
    }
}

/* Whether no portfolio at all satisfies the active rows. */
static bool is_infeasible(ore_lp *lp, double *point)
{
    const ore_lp_end end = ore_lp_solve(lp);

    if (end != ORE_LP_OPTIMAL) {
        return end == ORE_LP_INFEASIBLE;
    }
    ore_tree tree = {.cutoff = HUGE_VAL, .gap = 1.0, .point = point};

    ore_lp_tree(lp, &tree);
    return tree.complete && !tree.found;
}

static void filter_groups(void *data, int pipe)
{
    const filtering *f = data;
    const ore_model *model = f->program->model;
    ore_lp *lp = ore_lp_new(model, ore_now_s() + patience_s);
    double *point = ore_alloc(model->n_cols, sizeof *point);

    for (int k = 0; k < f->n_groups; k++) {
        set_group(lp, f, k, false);
        const bool needed = !is_infeasible(lp, point);

        if (needed) {
            set_group(lp, f, k, true);
        }
        const ore_message message = {
            .kind = ORE_TELL_NUMBER, .number = k, .value = needed ? 1.0 : 0.0};
        ore_tell(pipe, &message, NULL);
    }
    free(point);
    ore_lp_free(lp);
}

static void hear_group(void *listener, const ore_message *message,
                       const double *doubles)
{
    filtering *f = listener;

    (void)doubles;
    f->needed[message->number] = message->value > 0.5;
}

static int by_place(const void *a, const void *b)
{
    const ore_model_row *x = *(const ore_model_row *const *)a;
    const ore_model_row *y = *(const ore_model_row *const *)b;
    const int files = strcmp(x->where.file ? x->where.file : "",
                             y->where.file ? y->where.file : "");

    return files != 0 ? files : x->where.line - y->where.line;
}

void ore_find_conflict(const ore_program *program, ore_result *result)
{
    const ore_model *model = program->model;
    int *leader = NULL;
    filtering f = {.program = program};
    int *group = group_rows(model, &f.n_groups, &leader);

    f.group = group;
    f.needed = ore_alloc(f.n_groups, sizeof *f.needed);
    for (int k = 0; k < f.n_groups; k++) {
        f.needed[k] = true;
    }
    const ore_child child = {.work = filter_groups,
                             .data = &f,
                             .deadline_s = ore_now_s() + 1.1 * patience_s,
                             .hear = hear_group,
                             .listener = &f};

    (void)ore_child_run(&child);
    const ore_model_row **rows = ore_alloc(f.n_groups, sizeof(void *));
    int count = 0;

    for (int k = 0; k < f.n_groups; k++) {
        if (f.needed[k]) {
            rows[count++] = &model->rows[leader[k]];
        }
    }
    qsort(rows, (size_t)count, sizeof(void *), by_place);
    result->conflict_where = ore_alloc(count, sizeof *result->conflict_where);
    result->conflict_text = ore_alloc(count, sizeof *result->conflict_text);
    result->n_conflicts = count;
    for (int k = 0; k < count; k++) {
        result->conflict_where[k] = rows[k]->where;
        result->conflict_text[k] = ore_copy(rows[k]->name);
    }
    free(rows);
    free(f.needed);
    free(group);
    free(leader);
}
