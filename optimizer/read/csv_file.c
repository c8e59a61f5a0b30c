/* Reading CSV through libcsv.
 *
 * libcsv knows no positions, drops empty lines without a word and lets an
 * unterminated quote swallow the rest of the file. So it is fed in pieces that
 * end at a comma, quote or end of line: what it reports after a piece began
 * where we saw it begin. */
#include "read/csv_file.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"

typedef struct parser {
    ore_table *table;
    ore_store *store;
    ore_diags *diags;
    ore_where start; /* of the field in hand */
    bool has_start;
    ore_spot *row; /* [ORE_MOST_COLUMNS] the row in hand */
    int n_fields;
    long n_texts, room_texts;
    int room_spots;
    bool is_full; /* a limit was passed, or nothing can come of it: stop */
    bool in_header;
} parser;

static ore_where where_of(const parser *p, const ore_spot *spot)
{
    return (ore_where){p->table->file, spot->line, spot->column};
}

static void stop(parser *p, ore_where where, const char *what, int most)
{
    if (!p->is_full) {
        ore_error(p->diags, where, "more than %d %s", most, what);
    }
    p->is_full = true;
}

static void take_field(void *bytes, size_t length, void *data)
{
    parser *p = data;
    ore_table *table = p->table;
    const long needed = p->n_texts + (long)length + 1;

    p->has_start = false;
    if (p->is_full) {
        return;
    }
    if (length > ORE_LONGEST_FIELD) {
        stop(p, p->start, "bytes in a field", ORE_LONGEST_FIELD);
        return;
    }
    if (p->n_fields == ORE_MOST_COLUMNS) {
        stop(p, p->start, "columns", ORE_MOST_COLUMNS);
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
        (ore_spot){(int)p->n_texts, p->start.line, p->start.column};
    p->n_texts = needed;
}

/* A header that was not split, though it looks as if it should be. */
static void hint_at_separator(parser *p, const char *name)
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

static void take_header(parser *p)
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

static bool is_empty_row(const parser *p)
{
    for (int j = 0; j < p->n_fields; j++) {
        if (p->table->texts[p->row[j].text] != '\0') {
            return false;
        }
    }
    return true;
}

static void take_row(parser *p)
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

static void take_end_of_row(int c, void *data)
{
    parser *p = data;

    (void)c;
    if (!p->is_full && p->n_fields > 0) {
        if (p->in_header) {
            take_header(p);
        } else if (!is_empty_row(p)) {
            take_row(p);
        }
    }
    p->n_fields = 0;
}

/* Length of the piece at `text`: up to its first separator, included. */
static size_t piece(const char *text, long left)
{
    const size_t plain = strcspn(text, ",\"\n");

    return plain < (size_t)left ? plain + 1 : (size_t)left;
}

/* Where the next field begins: at its first character that is no blank. */
static void begin_field(parser *p, const char *text, ore_where at)
{
    if (!p->has_start) {
        at.column += (int)strspn(text, " \t");
        p->start = at;
        p->has_start = true;
    }
}

static void advance(ore_where *at, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\n') {
            at->line++;
            at->column = 1;
        } else if (((unsigned char)text[i] & 0xC0) != 0x80) {
            at->column++;
        }
    }
}

static void bad_quote(const parser *p)
{
    ore_error(p->diags, p->start,
              "quotes do not match: a field with '\"' is quoted whole and its "
              "quotes are doubled");
}

static bool feed(parser *p, struct csv_parser *csv, const char *text,
                 long length)
{
    ore_where at = {p->table->file, 1, 1};
    const char *const end = text + length;
    const char *start = text;

    while (text < end && !p->is_full) {
        const size_t size = piece(text, end - text);

        if (!p->has_start) {
            start = text;
        }
        begin_field(p, text, at);
        if (text + size - start > 2 * ORE_LONGEST_FIELD) {
            ore_error(p->diags, p->start,
                      "field is longer than %d bytes (is a closing quote "
                      "missing?)",
                      ORE_LONGEST_FIELD);
            return false;
        }
        if (csv_parse(csv, text, size, take_field, take_end_of_row, p) !=
            size) {
            bad_quote(p);
            return false;
        }
        if (p->n_fields == 0 &&
            strspn(start, " \t\n") >= (size_t)(text + size - start)) {
            p->has_start = false; /* a blank line: nothing was reported */
        }
        advance(&at, text, size);
        text += size;
    }
    if (!p->is_full && csv_fini(csv, take_field, take_end_of_row, p) != 0) {
        bad_quote(p);
        return false;
    }
    return !p->is_full;
}

ore_table *ore_parse_csv(const char *text, long length, ore_where where,
                         ore_store *store, ore_diags *diags)
{
    struct csv_parser csv;
    ore_table *table = ore_store_alloc(store, 1, sizeof *table);
    parser p = {.table = table, .store = store, .diags = diags};
    bool good;

    table->file = where.file;
    p.in_header = true;
    p.row = ore_alloc(ORE_MOST_COLUMNS, sizeof(ore_spot));
    csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI);
    good = feed(&p, &csv, text, length);
    csv_free(&csv);
    free(p.row);
    if (table->texts) {
        ore_store_keep(store, table->texts);
    }
    if (table->spots) {
        ore_store_keep(store, table->spots);
    }
    if (good && p.in_header) {
        ore_error(diags, where, "empty table, expected a header row");
        good = false;
    }
    return good ? table : NULL;
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
