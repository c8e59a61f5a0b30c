/* A book as text that says of every reference what it refers to, not by which
 * letters. Columns whose id is `added` are passed over. */
#ifndef TESTS_UNIT_BOOK_TOLD_H
#define TESTS_UNIT_BOOK_TOLD_H

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "write/book/sheet.h"

static const char added[] = "added";

/* The sheet of that name, as formulas and links write it. */
static inline const ore_sheet *sheet_named(const ore_book *book,
                                           const char *name, int length)
{
    for (int i = 0; i < ORE_SHEETS; i++) {
        const char *own = ore_book_text(book, book->sheets[i].name);

        if ((int)strlen(own) == length &&
            strncmp(own, name, (size_t)length) == 0) {
            return &book->sheets[i];
        }
    }
    fail_msg("no sheet '%.*s'", length, name);
    return NULL;
}

/* What stands at a place of a sheet: "gaps.after[0] 3", by how far its row is
 * from the table's header. */
static inline void tell_place(FILE *out, const ore_sheet *sheet, int row, int c)
{
    for (int i = 0; i < sheet->n_tables; i++) {
        const ore_sheet_table *table = &sheet->tables[i];

        if (row >= ore_sheet_first_row(table) &&
            row <= table->top + table->n_rows && c < table->n_columns) {
            if (table->columns[c].def->id != added) {
                fprintf(out, "<%s.%s[%d] %d>", table->def->slug,
                        table->columns[c].def->id, table->columns[c].nth,
                        row - table->top);
            }
            return;
        }
    }
    fail_msg("nothing stands at row %d column %d", row, c);
}

/* Reads "$C$6" or "C6" at *text; whether there is one. */
static inline bool read_place(const char **text, int *row, int *c)
{
    const char *at = *text;
    int column = 0;

    at += *at == '$';
    const char *letters = at;

    for (; isupper((unsigned char)*at) && at - letters < 3; at++) {
        column = 26 * column + *at - 'A' + 1;
    }
    const bool has_letters = at > letters;

    at += *at == '$';
    if (!has_letters || !isdigit((unsigned char)*at)) {
        return false;
    }
    *row = (int)strtol(at, NULL, 10) - 1;
    *c = column - 1;
    *text = at + strspn(at, "0123456789");
    return true;
}

/* A formula by columns instead of letters; a range by all that it covers, but
 * for the column that was added. */
static inline void tell_formula(FILE *out, const ore_sheet *own,
                                const char *text)
{
    while (*text) {
        const ore_sheet *sheet = own;
        int row = 0, c = 0, last_row, last;

        if (*text == '"') {
            const size_t length = strcspn(text + 1, "\"") + 2;

            fprintf(out, "%.*s", (int)length, text);
            text += length;
            continue;
        }
        if (*text == '\'') {
            const int length = (int)strcspn(text + 1, "'");

            sheet = sheet_named(own->book, text + 1, length);
            text += length + 2;
            assert_int_equal(*text++, '!');
        }
        if (isalpha((unsigned char)*text) || *text == '$') {
            if (!read_place(&text, &row, &c)) {
                /* A function, or a name. */
                do {
                    fputc(*text++, out);
                } while (isalnum((unsigned char)*text) || *text == '_');
                continue;
            }
            last_row = row;
            last = c;
            if (*text == ':' && text[1] != '\'') {
                text++;
                assert_true(read_place(&text, &last_row, &last));
            }
            for (int i = c; i <= last; i++) {
                tell_place(out, sheet, row, i);
                tell_place(out, sheet, last_row, i);
            }
            continue;
        }
        fputc(*text++, out);
    }
}

static inline void tell_cell(FILE *out, const ore_sheet *sheet,
                             const ore_sheet_cell *cell)
{
    if (cell->is_number) {
        fprintf(out, " %.17g", cell->number);
    } else {
        fprintf(out, " '%s'", cell->text ? cell->text : "");
    }
    fprintf(out, " %d %d", cell->quantity, cell->look);
    if (cell->formula) {
        tell_formula(out, sheet, cell->formula);
    }
    if (cell->link) {
        const char *name = strchr(cell->link, '\'') + 1;
        const int length = (int)strcspn(name, "'");
        const char *place = name + length + 2;
        int row = 0, c = 0;

        assert_true(read_place(&place, &row, &c));
        fprintf(out, " to %.*s %d", length, name, row);
    }
}

static inline void tell_table(FILE *out, const ore_sheet *sheet,
                              const ore_sheet_table *table)
{
    fprintf(out, "\n%s %d", table->def->name, table->n_rows);
    for (int c = 0; c < table->n_columns; c++) {
        const ore_sheet_column *column = &table->columns[c];

        if (column->def->id != added) {
            fprintf(out, "\n%s %d", column->heading, column->has_total);
            for (int row = 0; row < table->n_rows; row++) {
                tell_cell(out, sheet,
                          &table->cells[row * table->n_columns + c]);
            }
        }
    }
}

/* All that a book says, without a letter of a column. Contents lists counts of
 * rows alone, so nothing of it depends on columns. The caller frees. */
static inline char *tell_book(const ore_book *book)
{
    char *all = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&all, &size);

    for (int i = 0; i < ORE_SHEETS; i++) {
        const ore_sheet *sheet = &book->sheets[i];

        for (int k = 0; k < sheet->n_tables; k++) {
            tell_table(out, sheet, &sheet->tables[k]);
        }
        for (int k = 0; k < sheet->n_charts; k++) {
            const ore_chart *chart = &sheet->charts[k];
            const ore_sheet_table *table = ore_book_table(book, chart->table);

            fprintf(out, "\nchart ");
            tell_place(out, sheet, table->top,
                       ore_column_first(table, chart->category));
            for (int c = ore_column_first(table, chart->first);
                 c <= ore_column_last(table, chart->last); c++) {
                tell_place(out, sheet, table->top, c);
            }
        }
    }
    for (int i = 0; i < book->n_names; i++) {
        fprintf(out, "\n%s ", book->names[i].name);
        tell_formula(out, &book->sheets[ORE_SHEET_MEMO], book->names[i].target);
    }
    fprintf(out, "\n%d\n", book->all_checks_good);
    fclose(out);
    return all;
}

#endif
