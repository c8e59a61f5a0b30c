/* Tables made field by field, and their cells. */
#include "read/formats/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"

struct ore_table_maker {
    ore_table *table;
    ore_store *store;
    ore_diags *diags;
    ore_spot *row; /* [ORE_MAX_COLUMNS] the row in hand */
    int n_fields;
    long n_texts, room_texts;
    int room_spots;
    bool is_full; /* a limit was passed, or nothing can come of it: stop */
    bool in_header;
    const ore_expected *expected; /* NULL = the first row is the header */
    ore_where title;              /* the first row that is passed over */
    ore_where unnamed;            /* the first column after the last name */
    int n_unnamed;                /* columns of the header after it */
    ore_spot ragged;              /* the first row of a wrong length */
    int ragged_fields;
};

static ore_where where_of(const ore_table_maker *p, const ore_spot *spot)
{
    return (ore_where){p->table->file, spot->line, spot->column};
}

static void stop(ore_table_maker *p, ore_where where, const char *what, int max)
{
    if (!p->is_full) {
        ore_error(p->diags, where, "more than %d %s", max, what);
    }
    p->is_full = true;
}

void ore_table_field(ore_table_maker *p, const char *bytes, size_t length,
                     ore_where start)
{
    ore_table *table = p->table;
    const long needed = p->n_texts + (long)length + 1;

    if (p->is_full) {
        return;
    }
    if (length > ORE_LONGEST_FIELD) {
        stop(p, start, "bytes in a field", ORE_LONGEST_FIELD);
        return;
    }
    if (p->n_fields == ORE_MAX_COLUMNS) {
        stop(p, start, "columns", ORE_MAX_COLUMNS);
        return;
    }
    if (needed > p->room_texts) {
        p->room_texts = 2 * needed + 4096;
        table->texts = ore_resize(table->texts, (int)p->room_texts, 1);
    }
    if (length > 0) {
        memcpy(table->texts + p->n_texts, bytes, length);
    }
    table->texts[p->n_texts + (long)length] = '\0';
    p->row[p->n_fields++] =
        (ore_spot){(int)p->n_texts, start.line, start.column};
    p->n_texts = needed;
}

/* A header that was not split, though it looks as if it should be. */
static void hint_at_separator(ore_table_maker *p, const char *name)
{
    const char *found = strpbrk(name, ";\t");

    if (found && p->n_fields == 1) {
        ore_error(p->diags, where_of(p, p->row),
                  "header has no comma, expected columns separated by commas "
                  "(not by %s)",
                  *found == ';' ? "';'" : "tabs");
        p->is_full = true;
    }
}

bool ore_is_header(int n, int known)
{
    return known >= 2 || (known == 1 && n <= 2);
}

/* Whether the row in hand is the header, and no title above it. */
static bool is_header(const ore_table_maker *p)
{
    int n = 0, known = 0;

    for (int j = 0; j < p->n_fields; j++) {
        const char *name = p->table->texts + p->row[j].text;

        n += *name != '\0';
        known += *name && p->expected->knows(p->expected->kind, name);
    }
    return ore_is_header(n, known);
}

/* A title, or something else that is passed over. */
static void pass_over(ore_table_maker *p)
{
    if (p->table->n_titles++ == 0) {
        p->title = where_of(p, p->row);
    }
    /* Nothing of it is shown: the file may be any file. */
    if (p->table->n_titles == ORE_MAX_TITLES) {
        ore_error(p->diags, p->title,
                  "no header in the first %d rows, expected the columns %s",
                  ORE_MAX_TITLES, p->expected->columns);
        p->is_full = true;
    }
}

/* Columns after the last name are left out when nothing is in them. */
static int count_named(const ore_table_maker *p)
{
    int n = p->n_fields;

    while (n > 0 && p->table->texts[p->row[n - 1].text] == '\0') {
        n--;
    }
    return n > 0 ? n : p->n_fields;
}

static void take_header(ore_table_maker *p)
{
    ore_table *table = p->table;

    table->n_columns = count_named(p);
    table->columns =
        ore_store_alloc(p->store, table->n_columns, sizeof(const char *));
    table->column_where =
        ore_store_alloc(p->store, table->n_columns, sizeof(ore_where));
    p->n_unnamed = p->n_fields - table->n_columns;
    p->unnamed = p->n_unnamed > 0 ? where_of(p, &p->row[table->n_columns])
                                  : (ore_where){0};
    for (int j = 0; j < table->n_columns; j++) {
        const char *name = table->texts + p->row[j].text;

        table->columns[j] = ore_store_text(p->store, name);
        table->column_where[j] = where_of(p, &p->row[j]);
        hint_at_separator(p, name);
        if (*name == '\0') {
            ore_error(p->diags, table->column_where[j], "column %d has no name",
                      j + 1);
        }
        for (int i = 0; i < j && *name; i++) {
            if (strcmp(table->columns[i], name) == 0) {
                ore_error(p->diags, table->column_where[j],
                          "column '%s' comes twice", ore_shown(name));
                break;
            }
        }
    }
    p->in_header = false;
}

static bool is_empty_row(const ore_table_maker *p)
{
    for (int j = 0; j < p->n_fields; j++) {
        if (p->table->texts[p->row[j].text] != '\0') {
            return false;
        }
    }
    return true;
}

/* The fields of the row after the header's last name: how many up to the last
 * one that has a value. */
static int count_beyond(const ore_table_maker *p)
{
    int n = p->n_fields;

    while (n > p->table->n_columns &&
           p->table->texts[p->row[n - 1].text] == '\0') {
        n--;
    }
    return n - p->table->n_columns;
}

/* Whether the row is as long as the header; else it is counted. */
static bool has_columns(ore_table_maker *p)
{
    const int beyond = count_beyond(p);

    if (beyond == 0) {
        return true;
    }
    if (beyond > 0 && beyond <= p->n_unnamed) {
        /* Told once: it is one mistake of the header. */
        if (p->unnamed.line > 0) {
            ore_error(p->diags, p->unnamed, "column %d has no name",
                      p->table->n_columns + 1);
            p->unnamed.line = 0;
        }
        return true;
    }
    if (p->table->n_ragged++ == 0) {
        p->ragged = p->row[0];
        p->ragged_fields = p->n_fields;
    }
    return false;
}

/* One cause, one message. */
static void report_ragged(const ore_table_maker *p)
{
    if (p->table->n_ragged == 0) {
        return;
    }
    char *more = p->table->n_ragged > 1
                     ? ore_print(_(" (more rows of another length: %d)"),
                                 p->table->n_ragged - 1)
                     : ore_copy("");

    ore_error(p->diags, where_of(p, &p->ragged),
              "row of %d fields, expected %d as in the header%s",
              p->ragged_fields, p->table->n_columns + p->n_unnamed, more);
    free(more);
}

static void take_row(ore_table_maker *p)
{
    ore_table *table = p->table;

    if (table->n_rows == ORE_MAX_ROWS) {
        stop(p, where_of(p, p->row), "rows", ORE_MAX_ROWS);
        return;
    }
    if ((table->n_rows + 1) * table->n_columns > ORE_MAX_CELLS) {
        stop(p, where_of(p, p->row), "cells", ORE_MAX_CELLS);
        return;
    }
    if (!has_columns(p)) {
        return;
    }
    for (int j = 0; j < p->n_fields; j++) {
        const int at = table->n_rows * table->n_columns + j;

        table->spots =
            ore_grow(table->spots, at, &p->room_spots, sizeof(ore_spot));
        table->spots[at] = p->row[j];
    }
    table->n_rows++;
}

void ore_table_end_row(ore_table_maker *p)
{
    if (!p->is_full && p->n_fields > 0) {
        if (p->in_header && p->expected && is_empty_row(p)) {
            p->n_fields = 0;
        } else if (p->in_header && p->expected && !is_header(p)) {
            pass_over(p);
        } else if (p->in_header) {
            take_header(p);
        } else if (!is_empty_row(p)) {
            take_row(p);
        }
    }
    p->n_fields = 0;
}

ore_table_maker *ore_table_begin(const char *file, ore_store *store,
                                 ore_diags *diags)
{
    ore_table_maker *p = ore_alloc(1, sizeof *p);

    p->table = ore_store_alloc(store, 1, sizeof *p->table);
    p->table->file = file;
    p->store = store;
    p->diags = diags;
    p->in_header = true;
    p->row = ore_alloc(ORE_MAX_COLUMNS, sizeof(ore_spot));
    return p;
}

void ore_table_expect(ore_table_maker *p, const ore_expected *expected)
{
    p->expected = expected;
}

int ore_table_columns(const ore_table_maker *p)
{
    return p->table->n_columns;
}

bool ore_table_is_full(const ore_table_maker *p)
{
    return p->is_full;
}

int ore_table_fields(const ore_table_maker *p)
{
    return p->n_fields;
}

static void maker_free(ore_table_maker *p)
{
    report_ragged(p);
    ore_store_keep(p->store, p->table->texts);
    ore_store_keep(p->store, p->table->spots);
    free(p->row);
    free(p);
}

ore_table *ore_table_drop(ore_table_maker *p)
{
    maker_free(p);
    return NULL;
}

ore_table *ore_table_finish(ore_table_maker *p)
{
    ore_table *table = p->is_full ? NULL : p->table;
    const ore_where where = {p->table->file, 0, 0};

    if (table && p->in_header && table->n_titles > 0) {
        ore_error(p->diags, p->title,
                  "no header in this table, expected the columns %s",
                  p->expected->columns);
        table = NULL;
    } else if (table && p->in_header) {
        ore_error(p->diags, where, "empty table, expected a header row");
        table = NULL;
    }
    maker_free(p);
    return table;
}
