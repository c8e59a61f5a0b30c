/* The links table: what ties projects together. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "read/round/fields.h"

static const char *const kinds[] = {[ORE_LINK_REQUIRES] = "requires",
                                    [ORE_LINK_EXCLUDES] = "excludes",
                                    [ORE_LINK_TOGETHER] = "together",
                                    [ORE_LINK_SYNERGY] = "bonus",
                                    NULL};

const ore_field ore_link_fields[] = {
    ORE_FIELD("kind", WORD, offsetof(ore_link, kind),
              "requires: only with the other; excludes: not both; together: "
              "both or neither; bonus: value is gained when both go ahead",
              .is_required = true, .choices = kinds),
    ORE_FIELD("project", OTHER, 0, "one of the two", .is_required = true,
              .unit = "project"),
    ORE_FIELD("other", OTHER, 0, "the other", .is_required = true,
              .unit = "project"),
    ORE_FIELD("lag_years", WHOLE, offsetof(ore_link, lag_years),
              "requires: at least this long after the other", .min = 0,
              .max = 50, .fallback = "0", .unit = "years"),
    ORE_FIELD("value", NUMBER, offsetof(ore_link, value_m),
              "bonus: gained when both go ahead", .min = -ORE_NO_LIMIT,
              .max = ORE_NO_LIMIT, .fallback = "0", .unit = "million"),
    {0},
};

static bool read_link(const ore_reader *reader, const ore_record *record,
                      ore_link *link)
{
    const ore_list projects = ore_project_list(reader->round);
    const ore_source_cell *kind = ore_record_cell(record, "kind");
    const ore_source_cell *other = ore_record_cell(record, "other");
    const ore_source_cell *lag = ore_record_cell(record, "lag_years");
    const ore_source_cell *value = ore_record_cell(record, "value");
    const int before = ore_diags_errors(reader->diags);

    ore_fill(reader, record, ore_link_fields, link);
    link->where = record->where;
    link->project = ore_reference(reader, record, "project", projects);
    link->other = ore_reference(reader, record, "other", projects);
    if (link->project < 0 || link->other < 0 || !kind ||
        before != ore_diags_errors(reader->diags)) {
        return false;
    }
    if (link->project == link->other) {
        ore_error(reader->diags, other->where,
                  "project '%s' is linked with itself", other->text);
    }
    if (lag && link->kind != ORE_LINK_REQUIRES && link->lag_years != 0) {
        ore_error(reader->diags, lag->where,
                  "lag_years belongs to requires, but this link is %s",
                  kind->text);
    }
    if (value && link->kind != ORE_LINK_SYNERGY && link->value_m != 0.0) {
        ore_error(reader->diags, value->where,
                  "value belongs to bonus, but this link is %s", kind->text);
    }
    if (!value && link->kind == ORE_LINK_SYNERGY) {
        ore_error(reader->diags, record->where,
                  "link of kind bonus without a value");
    }
    return true;
}

static int by_place(const void *left, const void *right)
{
    const ore_link *a = left, *b = right;

    if (a->kind != b->kind) {
        return a->kind < b->kind ? -1 : 1;
    }
    if (a->project != b->project) {
        return a->project - b->project;
    }
    return a->other != b->other ? a->other - b->other
                                : a->where.line - b->where.line;
}

static void check_twice(const ore_reader *reader, const ore_link *links, int n)
{
    for (int i = 1; i < n; i++) {
        const ore_link *a = &links[i - 1], *b = &links[i];

        if (a->kind == b->kind && a->project == b->project &&
            a->other == b->other) {
            ore_error(reader->diags, b->where,
                      "link comes twice, first on line %d", a->where.line);
        }
    }
}

/* A walk along "requires" with a stack of its own: chains may be long. */
typedef struct walk {
    const ore_round *round;
    const ore_link *links;
    int n;
    int *first; /* [n_projects] index of its first link that requires */
    int *state; /* [n_projects] 0 = new, 1 = on the way, 2 = done */
    int *way;   /* [n_projects] */
    int *next;  /* [n_projects] the link to follow next */
} walk;

static bool requires(const walk *w, int i, int p)
{
    return i < w->n && w->links[i].kind == ORE_LINK_REQUIRES &&
           w->links[i].project == p;
}

/* "A, B, A"; the caller frees. */
static char *cycle_text(const walk *w, int depth, int p)
{
    char *text = ore_copy(w->round->projects[p].id);
    int from = depth;

    while (w->way[from] != p) {
        from--;
    }
    for (int i = from + 1; i <= depth + 1; i++) {
        const int at = i <= depth ? w->way[i] : p;
        char *longer = ore_print("%s, %s", text, w->round->projects[at].id);

        free(text);
        text = longer;
    }
    return text;
}

static void follow(const ore_reader *reader, walk *w, int start)
{
    int depth = 0;

    w->way[0] = start;
    w->state[start] = 1;
    w->next[start] = w->first[start];
    while (depth >= 0) {
        const int p = w->way[depth], i = w->next[p];

        if (!requires(w, i, p)) {
            w->state[p] = 2;
            depth--;
            continue;
        }
        const int q = w->links[i].other;

        w->next[p]++;
        if (w->state[q] == 1 && q != p) {
            char *text = cycle_text(w, depth, q);

            ore_error(reader->diags, w->links[i].where,
                      "projects require each other in a circle: %s (write "
                      "'together')",
                      text);
            free(text);
        } else if (w->state[q] == 0) {
            w->way[++depth] = q;
            w->state[q] = 1;
            w->next[q] = w->first[q];
        }
    }
}

static void check_cycles(const ore_reader *reader, const ore_link *links, int n)
{
    const int count = reader->round->n_projects;
    walk w = {.round = reader->round, .links = links, .n = n};
    int *memory = ore_alloc(4 * count, sizeof(int));

    w.first = memory;
    w.state = memory + count;
    w.way = memory + 2 * count;
    w.next = memory + 3 * count;
    for (int p = 0; p < count; p++) {
        w.first[p] = n;
    }
    for (int i = n - 1; i >= 0; i--) {
        if (links[i].kind == ORE_LINK_REQUIRES) {
            w.first[links[i].project] = i;
        }
    }
    for (int p = 0; p < count; p++) {
        if (w.state[p] == 0) {
            follow(reader, &w, p);
        }
    }
    free(memory);
}

void ore_read_links(ore_reader *reader)
{
    const int max = ore_count_rows(reader, ORE_TABLE_LINKS);
    ore_link *links = ore_store_alloc(reader->store, max, sizeof(ore_link));
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_LINKS);
    int n = 0;

    while (ore_rows_next(&rows)) {
        if (read_link(reader, &rows.record, &links[n])) {
            n++;
        }
    }
    ore_rows_end(&rows);
    qsort(links, (size_t)n, sizeof(ore_link), by_place);
    check_twice(reader, links, n);
    check_cycles(reader, links, n);
    reader->round->links = links;
    reader->round->n_links = n;
}
