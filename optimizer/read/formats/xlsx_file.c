/* One sheet of a workbook, cell by cell. */
#include "read/formats/xlsx_file.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/formats/xlsx_parts.h"

/* The cell in hand. */
typedef struct cell {
    ore_where where;
    char type[10]; /* "s", "str", "inlineStr", "b", "e", "d" or "n" */
    int style;
    bool has_formula, has_value;
} cell;

typedef struct sheet {
    const ore_workbook *book;
    ore_table_maker *maker;
    int row;
    cell cell;
    char *value; /* the text of the cell in hand */
    int length, room;
    bool in_value, in_reading;
    char **fields; /* [ORE_MAX_COLUMNS] of the row in hand; NULL = empty */
    int last;      /* column of the row in hand that has a field; 0 = none */
} sheet;

bool ore_is_xlsx(const char *path)
{
    const char *mark = strrchr(path, '#');
    const size_t length = mark ? (size_t)(mark - path) : strlen(path);

    return length > 5 && strncasecmp(path + length - 5, ".xlsx", 5) == 0;
}

/* "C7" is row 7, column 3; without a reference, the next cell. */
static void place_cell(sheet *s, const char *reference)
{
    int column = 0;

    s->cell.where.line = s->row;
    s->cell.where.column++;
    if (!reference) {
        return;
    }
    for (; *reference >= 'A' && *reference <= 'Z' && column < 20000;
         reference++) {
        column = 26 * column + *reference - 'A' + 1;
    }
    s->cell.where.column = column;
}

static void start_cell(sheet *s, const char **attributes)
{
    const char *type = ore_xml_attribute(attributes, "t");
    const char *style = ore_xml_attribute(attributes, "s");

    place_cell(s, ore_xml_attribute(attributes, "r"));
    snprintf(s->cell.type, sizeof s->cell.type, "%s", type ? type : "n");
    s->cell.style = style ? atoi(style) : 0;
    s->cell.has_formula = s->cell.has_value = false;
    s->length = 0;
}

static void start_row(sheet *s, const char **attributes)
{
    const char *number = ore_xml_attribute(attributes, "r");
    const char *hidden = ore_xml_attribute(attributes, "hidden");

    s->row = number ? atoi(number) : s->row + 1;
    s->cell.where.column = 0;
    if (hidden && (strcmp(hidden, "1") == 0 || strcmp(hidden, "true") == 0)) {
        const ore_where where = {s->book->where.file, s->row, 0};

        ore_warn(s->book->diags, where, "row is hidden, and is read");
    }
}

static void on_start(void *data, const char *name, const char **attributes)
{
    sheet *s = data;

    if (strcmp(name, "row") == 0) {
        start_row(s, attributes);
    } else if (strcmp(name, "c") == 0) {
        start_cell(s, attributes);
    } else if (strcmp(name, "f") == 0) {
        s->cell.has_formula = true;
    } else if (strcmp(name, "rPh") == 0) {
        s->in_reading = true;
    } else if (strcmp(name, "v") == 0 ||
               (strcmp(name, "t") == 0 && !s->in_reading)) {
        s->in_value = s->cell.has_value = true;
    } else if (strcmp(name, "mergeCell") == 0) {
        const char *range = ore_xml_attribute(attributes, "ref");

        ore_error(s->book->diags, s->book->where,
                  "cells %s are merged, expected a value in each",
                  range ? ore_shown(range) : "");
    }
}

static void on_text(void *data, const char *bytes, int length)
{
    sheet *s = data;

    if (!s->in_value || s->length > ORE_LONGEST_FIELD) {
        return;
    }
    while (s->room - s->length <= length) {
        s->room = 2 * s->room + 256;
        s->value = ore_resize(s->value, s->room, 1);
    }
    memcpy(s->value + s->length, bytes, (size_t)length);
    s->length += length;
}

/* "_x000D_" stands for a character, "_x005F_" for the low line that would begin
 * such a thing. In place. */
static void decode_escapes(char *text)
{
    char *to = text;

    while (*text) {
        char digits[5] = {0};
        char *end;

        if (strncmp(text, "_x", 2) == 0 && strlen(text) >= 7 &&
            text[6] == '_') {
            memcpy(digits, text + 2, 4);
            const long point = strtol(digits, &end, 16);

            if (*end == '\0' && point > 0 && point < 0x80) {
                *to++ = (char)point;
                text += 7;
                continue;
            }
        }
        *to++ = *text++;
    }
    *to = '\0';
}

static bool is_visible(const sheet *s, const char *text)
{
    long left = (long)strlen(text);

    while (left > 0) {
        int point;
        const int used = ore_next_char(text, left, &point);

        if (used == 0 ||
            (ore_is_hidden(point) && point != '\t' && point != '\n')) {
            ore_error(s->book->diags, s->cell.where,
                      "character U+%04X, expected visible text",
                      (unsigned)point);
            return false;
        }
        text += used;
        left -= used;
    }
    return true;
}

/* Days since the last day but one of 1899, as "2026-07-14". */
static char *date_text(double days)
{
    const time_t seconds = (time_t)((floor(days) - 25569.0) * 86400.0);
    struct tm date;
    char text[32] = "";

    if (gmtime_r(&seconds, &date)) {
        strftime(text, sizeof text, "%Y-%m-%d", &date);
    }
    return ore_print("%s", text);
}

/* A number as orefolio would write it: Excel stores 0.1 with 17 digits. */
static char *number_text(const sheet *s)
{
    char *end;
    const double value = strtod(s->value, &end);
    const bool is_date = s->cell.style >= 0 &&
                         s->cell.style < s->book->n_styles &&
                         s->book->is_date[s->cell.style];

    if (*end != '\0' || !isfinite(value)) {
        return ore_print("%s", s->value);
    }
    return is_date && value >= 61.0 && value < 2958466.0
               ? date_text(value)
               : ore_number_text(value);
}

static char *shared_text(const sheet *s)
{
    const int at = atoi(s->value);

    if (at < 0 || at >= s->book->n_texts) {
        ore_error(s->book->diags, s->cell.where,
                  "cell refers to a text that the workbook does not have");
        return NULL;
    }
    return ore_print("%s", s->book->texts + s->book->text_at[at]);
}

/* The text of the cell in hand, in a new block; NULL = none, or an error. */
static char *cell_text(sheet *s)
{
    const char *type = s->cell.type;

    if (!s->cell.has_value || s->length == 0) {
        if (s->cell.has_formula && strcmp(type, "str") != 0) {
            ore_error(s->book->diags, s->cell.where,
                      "formula without a stored result: calculate and save "
                      "the workbook first");
        }
        return NULL;
    }
    if (s->length > ORE_LONGEST_FIELD) {
        ore_error(s->book->diags, s->cell.where, "more than %d bytes in a cell",
                  ORE_LONGEST_FIELD);
        return NULL;
    }
    s->value[s->length] = '\0';
    if (strcmp(type, "e") == 0) {
        ore_error(s->book->diags, s->cell.where, "cell holds the error '%s'",
                  ore_shown(s->value));
        return NULL;
    }
    char *text = strcmp(type, "s") == 0   ? shared_text(s)
                 : strcmp(type, "n") == 0 ? number_text(s)
                                          : ore_print("%s", s->value);

    if (text) {
        decode_escapes(text);
    }
    if (text && !is_visible(s, text)) {
        free(text);
        return NULL;
    }
    return text;
}

static void end_cell(sheet *s)
{
    const int column = s->cell.where.column;
    const int n_columns = ore_table_columns(s->maker);
    char *text = cell_text(s);

    if (text && (column < 1 || column > ORE_MAX_COLUMNS ||
                 (n_columns > 0 && column > n_columns && *text))) {
        ore_error(s->book->diags, s->cell.where,
                  "cell is outside of the columns that the header names");
    } else if (text) {
        free(s->fields[column - 1]);
        s->fields[column - 1] = text;
        s->last = column > s->last ? column : s->last;
        return;
    }
    free(text);
}

static void end_row(sheet *s)
{
    const int last = s->last;
    const int known = ore_table_columns(s->maker);
    const int n = known > 0 ? known : last;

    for (int j = 0; last > 0 && j < n; j++) {
        const char *text = s->fields[j] ? s->fields[j] : "";
        const ore_where where = {s->book->where.file, s->row, j + 1};

        ore_table_field(s->maker, text, strlen(text), where);
    }
    if (last > 0) {
        ore_table_end_row(s->maker);
    }
    for (int j = 0; j < last; j++) {
        free(s->fields[j]);
        s->fields[j] = NULL;
    }
    s->last = 0;
}

static void on_end(void *data, const char *name)
{
    sheet *s = data;

    if (strcmp(name, "c") == 0) {
        end_cell(s);
    } else if (strcmp(name, "row") == 0) {
        end_row(s);
    } else if (strcmp(name, "rPh") == 0) {
        s->in_reading = false;
    } else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
        s->in_value = false;
    }
}

ore_table *ore_parse_sheet(const ore_input_text *bytes, const char *name,
                           const ore_expected *expected, ore_where where,
                           ore_store *store, ore_diags *diags)
{
    ore_workbook book;
    sheet s = {.book = &book, .cell.where.file = where.file};
    const ore_xml events = {on_start, on_end, on_text, &s};
    bool good = ore_workbook_open(bytes->text, (size_t)bytes->length, name,
                                  where, diags, &book);

    s.maker = ore_table_begin(where.file, store, diags);
    ore_table_expect(s.maker, expected);
    s.fields = ore_alloc(ORE_MAX_COLUMNS, sizeof *s.fields);
    good = good && ore_workbook_part(&book, book.sheet_part, true, &events);
    for (int j = 0; j < ORE_MAX_COLUMNS; j++) {
        free(s.fields[j]);
    }
    free(s.fields);
    free(s.value);
    ore_workbook_free(&book);
    return good ? ore_table_finish(s.maker) : ore_table_drop(s.maker);
}

ore_table *ore_parse_xlsx(const char *bytes, size_t size, const char *name,
                          ore_where where, ore_store *store, ore_diags *diags)
{
    /* The bytes are only read. */
    const ore_input_text text = {.text = (char *)(uintptr_t)bytes,
                                 .length = (long)size};

    return ore_parse_sheet(&text, name, NULL, where, store, diags);
}
