/* See conflict.h. */
#include "solve/explain/conflict.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "solve/explain/iis.h"
#include "solve/worker.h"

/* A limit of the set, as the solver's process tells it. */
typedef struct member {
    const ore_program_row *row; /* of the round's program */
    double asked;               /* of its amount, by the others; NAN */
} member;

typedef struct finding {
    const ore_scaling *scaling;
    const ore_model *model; /* the round's, to speak of */
    member *members;        /* [n_members] */
    int n_members, room_members;
    bool is_done, is_irreducible;
} finding;

static void find(void *data, int pipe)
{
    const finding *f = data;
    ore_iis iis = ore_iis_find(&f->scaling->program);

    for (int k = 0; k < iis.n; k++) {
        const ore_message message = {.kind = ORE_MESSAGE_NUMBER,
                                     .number = iis.rows[k],
                                     .value = iis.least[k]};

        ore_send(pipe, &message, NULL);
    }
    const ore_message end = {.kind = ORE_MESSAGE_DONE,
                             .number = iis.is_irreducible};

    ore_send(pipe, &end, NULL);
    ore_iis_free(&iis);
}

static void receive(void *listener, const ore_message *message,
                    const double *doubles)
{
    finding *f = listener;
    const int i = message->number;

    (void)doubles;
    if (message->kind == ORE_MESSAGE_DONE) {
        f->is_done = true;
        f->is_irreducible = message->number != 0;
        return;
    }
    f->members = ore_grow(f->members, f->n_members, &f->room_members,
                          sizeof *f->members);
    f->members[f->n_members++] =
        (member){&f->model->rows[i], f->scaling->row_unit[i] * message->value};
}

static int by_place(const void *a, const void *b)
{
    const ore_program_row *x = ((const member *)a)->row;
    const ore_program_row *y = ((const member *)b)->row;
    const int files = strcmp(x->where.file ? x->where.file : "",
                             y->where.file ? y->where.file : "");

    return files != 0                       ? files
           : x->where.line != y->where.line ? x->where.line - y->where.line
                                            : strcmp(x->limit, y->limit);
}

/* What the limit says, and what the others ask of it; `is_alone`: there are no
 * others. */
static char *text_of(const member *m, bool is_alone, bool is_japanese)
{
    const char *says = is_japanese ? m->row->limit_ja : m->row->limit;
    const double asked = m->asked + m->row->offset;
    const bool is_upper = isfinite(m->row->hi);

    const double limit = is_upper ? m->row->hi : m->row->lo;

    /* Relaxed, the others may ask for less than they do. */
    if (isnan(asked) || (is_upper ? m->asked <= limit : m->asked >= limit)) {
        return ore_copy(says);
    }
    char *amount = ore_number_text(ore_rounded(asked, 1e6));
    char *text =
        ore_print(ore_translated_to(
                      is_japanese,
                      is_alone && is_upper ? "%s; no portfolio has less than %s"
                      : is_alone           ? "%s; no portfolio has more than %s"
                      : is_upper           ? "%s; the others need at least %s"
                                           : "%s; the others allow at most %s"),
                  says, amount);

    free(amount);
    return text;
}

void ore_explain_conflict(const ore_scaling *scaling, const ore_model *model,
                          double deadline_s, ore_result *result)
{
    finding f = {.scaling = scaling, .model = model};
    const ore_worker child = {.work = find,
                              .data = &f,
                              .deadline_s = deadline_s,
                              .receive = receive,
                              .listener = &f};

    (void)ore_worker_run(&child);
    if (f.is_done) {
        const int n = f.n_members;

        qsort(f.members, (size_t)n, sizeof *f.members, by_place);
        result->conflict_where = ore_alloc(n, sizeof *result->conflict_where);
        result->conflict_text = ore_alloc(n, sizeof *result->conflict_text);
        result->conflict_text_ja =
            ore_alloc(n, sizeof *result->conflict_text_ja);
        result->n_conflicts = n;
        result->is_irreducible = f.is_irreducible;
        for (int k = 0; k < n; k++) {
            result->conflict_where[k] = f.members[k].row->where;
            result->conflict_text[k] = text_of(&f.members[k], n == 1, false);
            result->conflict_text_ja[k] = text_of(&f.members[k], n == 1, true);
        }
    }
    free(f.members);
}
