/* Tables made field by field, and their cells. */
#include "read/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"

struct ore_table_maker {
    ore_table *table;
    ore_store *store;
    ore_diags *diags;
    ore_spot *row; /* [ORE_MOST_COLUMNS] the row in hand */
    int n_fields;
    long n_texts, room_texts;
    int room_spots;
    bool is_full; /* a limit was passed, or nothing can come of it: stop */
    bool in_header;
};

static ore_where where_of(const ore_table_maker *p, const ore_spot *spot)
{
    return (ore_where){p->table->file, spot->line, spot->column};
}

static void stop(ore_table_maker *p, ore_where where, const char *what,
                 int most)
{
    if (!p->is_full) {
        ore_error(p->diags, where, "more than %d %s", most, what);
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
    if (p->n_fields == ORE_MOST_COLUMNS) {
        stop(p, start, "columns", ORE_MOST_COLUMNS);
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

static void take_header(ore_table_maker *p)
{
    ore_table *table = p->table;

    table->n_columns = p->n_fields;
    table->columns =
        ore_store_alloc(p->store, p->n_fields, sizeof(const char *));
    table->column_where =
        ore_store_alloc(p->store, p->n_fields, sizeof(ore_where));
    for (int j = 0; j < p->n_fields; j++) {
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

static void take_row(ore_table_maker *p)
{
    ore_table *table = p->table;

    if (table->n_rows == ORE_MOST_ROWS) {
        stop(p, where_of(p, p->row), "rows", ORE_MOST_ROWS);
        return;
    }
    if ((table->n_rows + 1) * table->n_columns > ORE_MOST_CELLS) {
        stop(p, where_of(p, p->row), "cells", ORE_MOST_CELLS);
        return;
    }
    if (p->n_fields != table->n_columns) {
        ore_error(p->diags, where_of(p, p->row),
                  "row of %d fields, expected %d as in the header", p->n_fields,
                  table->n_columns);
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
        if (p->in_header) {
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
    p->row = ore_alloc(ORE_MOST_COLUMNS, sizeof(ore_spot));
    return p;
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

    if (table && p->in_header) {
        ore_error(p->diags, where, "empty table, expected a header row");
        table = NULL;
    }
    maker_free(p);
    return table;
}

ore_cell ore_table_cell(const ore_table *table, int i, int j)
{
    const int at = i * table->n_columns + j;
    const ore_spot *spot = &table->spots[at];

    if (table->changed && table->changed[at].text) {
        return table->changed[at];
    }
    return (ore_cell){table->texts + spot->text,
                      {table->file, spot->line, spot->column}};
}

void ore_table_change(ore_store *store, ore_table *table, int i, int j,
                      ore_cell cell)
{
    if (!table->changed) {
        table->changed = ore_store_alloc(
            store, table->n_rows * table->n_columns, sizeof(ore_cell));
    }
    table->changed[i * table->n_columns + j] = cell;
}

ore_record ore_table_row(const ore_table *table, int i, ore_cell *cells)
{
    for (int j = 0; j < table->n_columns; j++) {
        cells[j] = ore_table_cell(table, i, j);
    }
    return (ore_record){
        .count = table->n_columns,
        .names = table->columns,
        .cells = cells,
        .where = {table->file, table->spots[i * table->n_columns].line, 0}};
}
