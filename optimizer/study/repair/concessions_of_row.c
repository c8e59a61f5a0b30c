/* Which concessions move a row: seen from the programs of the edited rounds. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/family.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "study/edited_round.h"
#include "study/repair/concessions.h"

static const ore_edit_term terms[] = {
    ORE_TERM_SPONSOR_SHARE, ORE_TERM_SPONSOR_EQUITY, ORE_TERM_BANK_DEBT,
    ORE_TERM_DEBT,          ORE_TERM_DEBT_SHARE,     ORE_TERM_PUBLIC_SHARE,
    ORE_TERM_GRANT_SHARE,   ORE_TERM_INSTRUMENTS};

typedef enum moved { SAME, CHANGED, FREE } moved;

/* Whether row i of one program has the same terms and limits as k of the other.
 */
static bool is_same_row(const ore_model *model, int i, const ore_model *other,
                        int k)
{
    const ore_program_row *row = &model->rows[i];
    const int n = model->row_start[i + 1] - model->row_start[i];
    const ore_program_entry *own = &model->entries[model->row_start[i]];
    const ore_program_entry *others = &other->entries[other->row_start[k]];
    bool is_same = other->row_start[k + 1] - other->row_start[k] == n &&
                   other->rows[k].lo == row->lo && other->rows[k].hi == row->hi;

    for (int e = 0; e < n && is_same; e++) {
        is_same = own[e].coef == others[e].coef;
    }
    return is_same;
}

/* What has become of row i of one program in the other. */
static moved find_moved(const ore_model *model, int i, const ore_model *other)
{
    int k = other->n_rows - 1;

    while (k >= 0 && strcmp(other->rows[k].name, model->rows[i].name) != 0) {
        k--;
    }
    return k < 0 || (isinf(other->rows[k].lo) && isinf(other->rows[k].hi))
               ? FREE
           : is_same_row(model, i, other, k) ? SAME
                                             : CHANGED;
}

/* Whether anything of project p's own differs: some limits are bounds of its
 * columns, which no row shows. */
static bool is_moved_project(const ore_program *program, int p,
                             const ore_program *other)
{
    const ore_model *model = program->model;
    bool is_moved = model->n_cols != other->model->n_cols ||
                    model->n_rows != other->model->n_rows;

    for (int j = 0; j < model->n_cols && !is_moved; j++) {
        is_moved = program->owner[j] == p &&
                   (model->cols[j].lo != other->model->cols[j].lo ||
                    model->cols[j].hi != other->model->cols[j].hi);
    }
    for (int i = 0; i < model->n_rows && !is_moved; i++) {
        is_moved =
            model->rows[i].is_local &&
            program->owner[model->entries[model->row_start[i]].col] == p &&
            !is_same_row(model, i, other->model, i);
    }
    return is_moved;
}

static bool is_same_concession(const ore_concession *a, const ore_concession *b)
{
    return a->kind == b->kind && a->of == b->of && a->term == b->term &&
           a->is_floor == b->is_floor &&
           (a->kind != ORE_CONCEDE_LIMIT ||
            ore_limits_same(&a->limit, &b->limit)) &&
           (a->kind != ORE_CONCEDE_ROWS || strcmp(a->text, b->text) == 0);
}

/* Where the concession is in the list, to which it is added if it is new. */
static int place_of(ore_concessions *all, ore_concession c)
{
    for (int i = 0; i < all->n; i++) {
        if (is_same_concession(&all->list[i], &c)) {
            free(c.text);
            free(c.text_ja);
            return i;
        }
    }
    all->list = ore_grow(all->list, all->n, &all->room, sizeof *all->list);
    all->list[all->n] = c;
    return all->n++;
}

/* A row that is looked at, and what was found for it. */
typedef struct look {
    ore_concessions *all;
    const ore_given *given;
    const ore_given_round *from;
    const ore_program_row *row;
    int i, *found, n, max;
    bool is_freed; /* by one of those found */
} look;

/* Take the concession if it moves the row. */
static void consider(look *l, ore_concession c)
{
    const int at = place_of(l->all, c);
    ore_given more = *l->given;

    for (int k = 0; k < more.n; k++) {
        if (more.at[k] == at) {
            return;
        }
    }
    for (int k = 0; k < l->n; k++) {
        if (l->found[k] == at) {
            return;
        }
    }
    if (l->n == l->max || more.n == ORE_MAX_CONCESSIONS) {
        return;
    }
    more.at[more.n] = at;
    more.amount[more.n++] = HUGE_VAL;
    ore_given_round edited = ore_give(l->all, &more);

    const moved becomes =
        find_moved(l->from->program->model, l->i, edited.program->model);

    if (becomes == SAME && l->row->is_choice &&
        is_moved_project(l->from->program, l->row->project, edited.program)) {
        l->found[l->n++] = at;
    } else if (becomes != SAME) {
        l->found[l->n++] = at;
        /* A term of financing is one of several that limit an amount. */
        l->is_freed |= becomes == FREE || c.kind != ORE_CONCEDE_TERM;
    }
    ore_given_free(&edited);
}

/* "`[budget dpa] amount` 2027", of a figure "budget amount". */
static char *name_of_limit(const ore_limit *limit)
{
    const char *key = strchr(limit->figure, ' ');
    const int section = key ? (int)(key - limit->figure) : 0;

    return limit->s >= 0 && limit->year
               ? ore_print("`[%.*s %s] %s` %d", section, limit->figure,
                           limit->id, key ? key + 1 : limit->figure,
                           limit->year)
               : ore_print("`[%.*s %s] %s`", section, limit->figure, limit->id,
                           key ? key + 1 : limit->figure);
}

static void look_for_limits(look *l)
{
    ore_result *nothing = ore_result_new(l->all->round);
    ore_limits limits = {0};

    if (l->row->is_choice ||
        (l->row->family->list_limits && l->row->family->relax)) {
        limits = ore_limits_of(l->all->round, nothing);
    }
    for (int i = 0; i < limits.n; i++) {
        const ore_limit *limit = &limits.list[i];

        const bool is_of_row = limit->family == l->row->family &&
                               limit->where.line == l->row->where.line;

        if (!limit->family->relax || limit->penalty > 0.0 ||
            !(is_of_row || (l->row->is_choice &&
                            limit->family->scope == ORE_SCOPE_SHARED))) {
            continue;
        }
        consider(l, (ore_concession){.kind = ORE_CONCEDE_LIMIT,
                                     .limit = *limit,
                                     .of = -1,
                                     .unit = limit->unit,
                                     .figure = limit->limit,
                                     .is_floor = limit->is_floor,
                                     .is_amount = true,
                                     .text = name_of_limit(limit),
                                     .text_ja = name_of_limit(limit),
                                     .where = limit->where});
    }
    ore_limits_free(&limits);
    ore_result_free(nothing);
}

static int owner_of(const look *l)
{
    const ore_model *model = l->from->program->model;

    if (l->row->is_choice) {
        return l->row->project;
    }
    return l->row->is_local
               ? l->from->program
                     ->owner[model->entries[model->row_start[l->i]].col]
               : -1;
}

static void look_for_term(look *l, int p, ore_edit_term term)
{
    static const char format[] = "`%s` of project %s";
    const ore_round *round = l->all->round;
    const char *key = ore_edit_term_key(term), *id = round->projects[p].id;

    consider(l,
             (ore_concession){
                 .kind = ORE_CONCEDE_TERM,
                 .of = p,
                 .term = (int)term,
                 .unit = term == ORE_TERM_INSTRUMENTS   ? ORE_LIMIT_COUNT
                         : ore_edit_term_is_share(term) ? ORE_LIMIT_SHARE
                                                        : ORE_LIMIT_MONEY,
                 .figure = ore_edit_term_figure(round, p, term),
                 .is_floor = term == ORE_TERM_SPONSOR_SHARE,
                 .is_amount = true,
                 .text = ore_print(format, key, id),
                 .text_ja = ore_print(ore_translated_to(true, format), key, id),
                 .where = round->projects[p].where});
}

static void look_for_ticket(look *l, int f, bool smallest)
{
    const char *format = smallest
                             ? "smallest ticket of %s on project %s = %.10g"
                             : "largest ticket of %s on project %s = %.10g";
    const ore_round *round = l->all->round;
    const ore_pair *pair = &round->pairs[f];
    const char *project = round->projects[pair->project].id;
    const char *instrument = round->instruments[pair->instrument].id;
    const double figure = smallest ? pair->min_m : pair->max_m;

    if (isfinite(figure) && (figure > 0.0 || !smallest)) {
        consider(l, (ore_concession){
                        .kind = ORE_CONCEDE_TICKET,
                        .of = f,
                        .unit = ORE_LIMIT_MONEY,
                        .figure = figure,
                        .is_floor = smallest,
                        .is_amount = true,
                        .text = ore_print(format, instrument, project, figure),
                        .text_ja = ore_print(ore_translated_to(true, format),
                                             instrument, project, figure),
                        .where = pair->where});
    }
}

static void look_for_financing(look *l)
{
    const int p = owner_of(l);

    for (int i = 0; i < ORE_COUNT_OF(terms) && p >= 0; i++) {
        look_for_term(l, p, terms[i]);
    }
    for (int i = 0; p >= 0 && i < l->all->round->projects[p].n_pairs; i++) {
        const int f = l->all->round->projects[p].first_pair + i;

        look_for_ticket(l, f, true);
        look_for_ticket(l, f, false);
    }
}

static void look_for_must(look *l)
{
    if (l->row->is_choice) {
        consider(l, (ore_concession){.kind = ORE_CONCEDE_MUST,
                                     .of = l->row->project,
                                     .text = ore_copy(l->row->limit),
                                     .text_ja = ore_copy(l->row->limit_ja),
                                     .where = l->row->where});
    }
}

static const char *link_format(ore_link_kind kind)
{
    return kind == ORE_LINK_REQUIRES   ? "link: %s requires %s"
           : kind == ORE_LINK_TOGETHER ? "link: %s together with %s"
                                       : "link: %s excludes %s";
}

/* Whether the row has columns of project p. */
static bool has_project(const look *l, int p)
{
    const ore_model *model = l->from->program->model;

    for (int e = model->row_start[l->i]; e < model->row_start[l->i + 1]; e++) {
        if (l->from->program->owner[model->entries[e].col] == p) {
            return true;
        }
    }
    return false;
}

/* A row of links that exclude one another is of several of them. */
static void look_for_links(look *l)
{
    const ore_round *round = l->all->round;

    for (int i = 0; i < round->n_links; i++) {
        const ore_link *link = &round->links[i];
        const char *format = link_format(link->kind);
        const char *one = round->projects[link->project].id;
        const char *other = round->projects[link->other].id;

        if (link->kind != ORE_LINK_SYNERGY && !l->row->family->list_limits &&
            !l->row->is_local && has_project(l, link->project) &&
            has_project(l, link->other)) {
            consider(l, (ore_concession){
                            .kind = ORE_CONCEDE_LINK,
                            .of = i,
                            .text = ore_print(format, one, other),
                            .text_ja = ore_print(
                                ore_translated_to(true, format), one, other),
                            .where = link->where});
        }
    }
}

int ore_concessions_of_row(ore_concessions *all, const ore_given *given,
                           const ore_given_round *from, int row, int *found,
                           int max)
{
    look l = {.all = all,
              .given = given,
              .from = from,
              .row = &from->program->model->rows[row],
              .i = row,
              .found = found,
              .max = max};

    look_for_must(&l);
    look_for_limits(&l);
    look_for_links(&l);
    look_for_financing(&l);
    if (!l.is_freed) {
        consider(&l, (ore_concession){.kind = ORE_CONCEDE_ROWS,
                                      .of = -1,
                                      .text = ore_copy(l.row->limit),
                                      .text_ja = ore_copy(l.row->limit_ja),
                                      .where = l.row->where});
    }
    return l.n;
}
