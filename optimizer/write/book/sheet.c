/* Filling sheets: lines, tables, cells and their addresses. */
#include "write/book/sheet.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "write/book/layout.h"

/* Lines are broken here, not by wrapped cells: those print only as wide as
 * their column. */
static const double line_width = 96.0;

void ore_add_line(ore_sheet *sheet, ore_look look, const char *text)
{
    assert(sheet->n_tables == 0);
    do {
        const size_t n = ore_line_break(text, line_width);

        sheet->lines = ore_grow(sheet->lines, sheet->n_lines,
                                &sheet->room_lines, sizeof *sheet->lines);
        sheet->lines[sheet->n_lines].text = ore_print("%.*s", (int)n, text);
        sheet->lines[sheet->n_lines].look = look;
        sheet->n_lines++;
        text += n;
        text += strspn(text, " ");
    } while (*text);
}

static ore_sheet_table *newest(ore_sheet *sheet)
{
    assert(sheet->n_tables > 0);
    return &sheet->tables[sheet->n_tables - 1];
}

void ore_end_table(ore_sheet *sheet)
{
    if (sheet->n_tables == 0) {
        return;
    }
    /* A table without rows would break the file. */
    if (newest(sheet)->n_rows == 0) {
        ore_set_text(&ore_next_row(sheet)[0],
                     ore_say(sheet->book, ORE_TEXT_NONE));
    }
    ore_wrap_long_columns(newest(sheet));
}

ore_sheet_table *ore_add_table(ore_sheet *sheet, const char *name,
                               const char *slug, const char *note)
{
    assert(sheet->n_tables < ORE_TABLES_MAX);
    assert(sheet->n_tables == 0 || !newest(sheet)->is_filtered);
    ore_end_table(sheet);
    int top = ORE_FIRST_ROW;

    if (sheet->n_tables > 0) {
        top = newest(sheet)->top + newest(sheet)->n_rows + 2 + (note != NULL);
    } else if (sheet->n_lines > 0) {
        top += sheet->n_lines + 1 + (note != NULL);
    }
    sheet->n_tables++;
    *newest(sheet) =
        (ore_sheet_table){.name = name, .slug = slug, .note = note, .top = top};
    return newest(sheet);
}

int ore_add_column(ore_sheet *sheet, const char *heading, ore_quantity quantity)
{
    ore_sheet_table *table = newest(sheet);
    const char *unit = ore_unit(sheet->book, quantity);

    assert(table->n_rows == 0);
    table->columns = ore_grow(table->columns, table->n_columns,
                              &table->room_columns, sizeof *table->columns);
    table->columns[table->n_columns] = (ore_table_column){.quantity = quantity};
    table->columns[table->n_columns].heading =
        *unit ? ore_print("%s (%s)", heading, unit) : ore_copy(heading);
    return table->n_columns++;
}

void ore_filter_table(ore_sheet *sheet)
{
    assert(newest(sheet)->n_columns == 0);
    newest(sheet)->is_filtered = true;
}

static bool has_total(const ore_sheet_table *table)
{
    for (int c = 0; c < table->n_columns; c++) {
        if (table->columns[c].has_total) {
            return true;
        }
    }
    return false;
}

/* Sums of a filter's rows stand between the others and the header. */
static int sum_rows(const ore_sheet_table *table)
{
    return has_total(table) ? 1 + table->is_filtered : 0;
}

int ore_total_row(const ore_sheet_table *table)
{
    return table->top - sum_rows(table);
}

int ore_first_row(const ore_sheet_table *table)
{
    return ore_total_row(table) - (table->note != NULL);
}

static ore_table_column *newest_column(ore_sheet *sheet)
{
    return &newest(sheet)->columns[newest(sheet)->n_columns - 1];
}

void ore_sum_column(ore_sheet *sheet)
{
    ore_sheet_table *table = newest(sheet);

    const bool is_first = sheet->n_tables == 1 && sheet->n_lines == 0;
    const int before = sum_rows(table);

    newest_column(sheet)->has_total = true;
    if (before == 0) {
        /* One row is there under the frame of the sheet. */
        table->top += sum_rows(table) - is_first;
    }
}

void ore_mark_column(ore_sheet *sheet, ore_look positive)
{
    newest_column(sheet)->positive = positive;
}

void ore_bar_column(ore_sheet *sheet)
{
    newest_column(sheet)->has_bar = true;
}

void ore_ask_column(ore_sheet *sheet, ore_entry_kind entry)
{
    newest_column(sheet)->entry = entry;
    newest_column(sheet)->look = entry == ORE_NO_ENTRY ? ORE_PLAIN : ORE_INPUT;
}

ore_sheet_cell *ore_next_row(ore_sheet *sheet)
{
    ore_sheet_table *table = newest(sheet);

    if (table->n_rows == table->room_rows) {
        table->room_rows = 2 * table->room_rows + 8;
        table->cells =
            ore_resize(table->cells, table->room_rows * table->n_columns,
                       sizeof *table->cells);
    }
    ore_sheet_cell *row = &table->cells[table->n_rows++ * table->n_columns];

    for (int c = 0; c < table->n_columns; c++) {
        row[c] = (ore_sheet_cell){.quantity = table->columns[c].quantity,
                                  .look = table->columns[c].look};
    }
    return row;
}

void ore_set_text(ore_sheet_cell *cell, const char *text)
{
    free(cell->text);
    cell->text = ore_copy(text);
    cell->is_number = false;
}

void ore_set_number(ore_sheet_cell *cell, double number)
{
    assert(isfinite(number));
    cell->is_number = true;
    cell->number = number + 0.0; /* no negative zero */
}

void ore_set_amount(ore_sheet_cell *cell, ore_quantity quantity, double number)
{
    cell->quantity = quantity;
    ore_set_number(cell, number);
}

static const char *keep_args(ore_book *book, const char *fmt, va_list args)
{
    book->pool =
        ore_grow(book->pool, book->n_pool, &book->room_pool, sizeof(char *));
    book->pool[book->n_pool] = ore_vprint(fmt, args);
    return book->pool[book->n_pool++];
}

const char *ore_keep(ore_book *book, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    const char *text = keep_args(book, fmt, args);
    va_end(args);
    return text;
}

void ore_set_formula(ore_book *book, ore_sheet_cell *cell, double number,
                     const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    cell->formula = keep_args(book, fmt, args);
    va_end(args);
    ore_set_number(cell, number);
}

void ore_set_text_formula(ore_book *book, ore_sheet_cell *cell,
                          const char *text, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    cell->formula = keep_args(book, fmt, args);
    va_end(args);
    ore_set_text(cell, text);
}

void ore_set_link(ore_book *book, ore_sheet_cell *cell, ore_sheet_id target)
{
    const char *name = ore_say(book, book->sheets[target].name);

    ore_set_text(cell, name);
    cell->look = ORE_LINK;
    cell->link = ore_keep(book, "internal:'%s'!A1", name);
}

void ore_column_letters(int column, char letters[8])
{
    char reversed[8];
    int n = 0;

    for (int c = column + 1; c > 0; c = (c - 1) / 26) {
        reversed[n++] = (char)('A' + (c - 1) % 26);
    }
    for (int i = 0; i < n; i++) {
        letters[i] = reversed[n - 1 - i];
    }
    letters[n] = '\0';
}

const char *ore_here(ore_sheet *sheet, int column)
{
    const ore_sheet_table *table = newest(sheet);
    char letters[8];

    ore_column_letters(column, letters);
    return ore_keep(sheet->book, "%s%d", letters,
                    table->top + table->n_rows + 1);
}

const char *ore_column_range(ore_book *book, ore_sheet_id id, int table,
                             int column)
{
    const ore_sheet_table *of = &book->sheets[id].tables[table];
    char letters[8];

    ore_column_letters(column, letters);
    return ore_keep(book, "'%s'!$%s$%d:$%s$%d",
                    ore_say(book, book->sheets[id].name), letters, of->top + 2,
                    letters, of->top + of->n_rows + 1);
}

const char *ore_total_cell(ore_book *book, ore_sheet_id id, int table,
                           int column)
{
    const ore_sheet_table *of = &book->sheets[id].tables[table];
    char letters[8];

    ore_column_letters(column, letters);
    return ore_keep(book, "'%s'!$%s$%d", ore_say(book, book->sheets[id].name),
                    letters, ore_total_row(of) + 1);
}

bool ore_sheet_has_money(const ore_sheet *sheet)
{
    for (int i = 0; i < sheet->n_tables; i++) {
        const ore_sheet_table *table = &sheet->tables[i];

        for (int k = 0; k < table->n_rows * table->n_columns; k++) {
            if (table->cells[k].quantity == ORE_MONEY) {
                return true;
            }
        }
    }
    return false;
}

double ore_column_sum(const ore_sheet_table *table, int column)
{
    double sum = 0.0;

    for (int row = 0; row < table->n_rows; row++) {
        const ore_sheet_cell *cell =
            &table->cells[row * table->n_columns + column];

        sum += cell->is_number ? cell->number : 0.0;
    }
    return sum;
}

bool ore_is_text(const ore_book *book, const ore_sheet_cell *cell,
                 ore_text text)
{
    return cell->text && strcmp(cell->text, ore_say(book, text)) == 0;
}

void ore_name_here(ore_sheet *sheet, const char *name, int column)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *table = newest(sheet);
    char letters[8];

    assert(book->n_names < ORE_NAMES_MAX);
    ore_column_letters(column, letters);
    book->names[book->n_names].name = name;
    book->names[book->n_names++].target =
        ore_keep(book, "='%s'!$%s$%d", ore_say(book, sheet->name), letters,
                 table->top + table->n_rows + 1);
}
