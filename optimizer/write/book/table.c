/* See table.h. */
#include "write/book/table.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/layout.h"
#include "write/book/sheet.h"

static ore_sheet_table *newest(ore_sheet *sheet)
{
    assert(sheet->n_tables > 0);
    return &sheet->tables[sheet->n_tables - 1];
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
    return has_total(table) ? 1 + table->def->is_filtered : 0;
}

int ore_sheet_total_row(const ore_sheet_table *table)
{
    return table->top - sum_rows(table);
}

int ore_sheet_first_row(const ore_sheet_table *table)
{
    return ore_sheet_total_row(table) - (table->note != NULL);
}

/* The words of a heading; NULL = there is no such column. Data are headed by
 * what programs call them. */
static const char *heading_of(const ore_sheet *sheet,
                              const ore_sheet_table_def *def,
                              const ore_column_def *column, int i)
{
    return def->is_data      ? column->id
           : column->heading ? column->heading(sheet, i)
                             : ore_book_text(sheet->book, column->text);
}

/* With its unit; the caller frees. What a goal counts may have a unit of its
 * own. */
static char *with_unit(const ore_sheet *sheet, const ore_column_def *column,
                       ore_quantity quantity, const char *words)
{
    const ore_book *book = sheet->book;
    const char *unit = column->goal
                           ? ore_book_goal_unit(book, column->goal(book))
                           : ore_book_unit(book, quantity);

    return *unit ? ore_print("%s (%s)", words, unit) : ore_copy(words);
}

static void add_column(ore_sheet *sheet, const ore_column_def *column, int i)
{
    const ore_book *book = sheet->book;
    ore_sheet_table *table = newest(sheet);
    const char *words = heading_of(sheet, table->def, column, i);
    const ore_quantity quantity =
        column->goal ? ore_goal_quantity(column->goal(book)) : column->quantity;

    if (!words) {
        return;
    }
    table->columns = ore_grow(table->columns, table->n_columns,
                              &table->room_columns, sizeof *table->columns);
    table->columns[table->n_columns++] = (ore_sheet_column){
        .def = column,
        .nth = i,
        .heading = table->def->is_data
                       ? ore_copy(words)
                       : with_unit(sheet, column, quantity, words),
        .quantity = quantity,
        .has_total =
            column->is_summed ? column->is_summed(book) : column->total};
}

static void add_columns(ore_sheet *sheet, const ore_column_def *columns)
{
    for (const ore_column_def *c = columns; c->id; c++) {
        const int n = c->is_shown && !c->is_shown(sheet->book) ? 0
                      : c->count                               ? c->count(sheet)
                                                               : 1;

        for (int i = 0; i < n && !c->beside; i++) {
            add_column(sheet, c, i);
            if (c[1].id && c[1].beside) {
                add_column(sheet, &c[1], i);
            }
        }
    }
}

void ore_sheet_begin(ore_sheet *sheet, const ore_sheet_table_def *def,
                     const char *note)
{
    assert(sheet->n_tables < ORE_TABLES_MAX);
    assert(sheet->n_tables == 0 || !newest(sheet)->def->is_filtered);
    ore_sheet_end(sheet);
    const bool is_first = sheet->n_tables == 0;
    const ore_sheet_table *above = is_first ? NULL : newest(sheet);
    int top = ORE_FIRST_ROW;

    if (above) {
        top = above->top + above->n_rows + 2 + (note != NULL);
    } else if (sheet->n_lines > 0) {
        top += sheet->n_lines + 1 + (note != NULL);
    }
    sheet->n_tables++;
    ore_sheet_table *table = newest(sheet);

    *table = (ore_sheet_table){.def = def, .note = note, .top = top};
    add_columns(sheet, def->columns);
    /* One row of sums is there under the frame of the sheet. */
    table->top += has_total(table)
                      ? sum_rows(table) - (is_first && sheet->n_lines == 0)
                      : 0;
}

ore_sheet_row ore_sheet_next(ore_sheet *sheet)
{
    ore_sheet_table *table = newest(sheet);

    if (table->n_rows == table->room_rows) {
        table->room_rows = 2 * table->room_rows + 8;
        table->cells =
            ore_resize(table->cells, table->room_rows * table->n_columns,
                       sizeof *table->cells);
    }
    for (int c = 0; c < table->n_columns; c++) {
        const ore_sheet_column *column = &table->columns[c];

        table->cells[table->n_rows * table->n_columns + c] = (ore_sheet_cell){
            .quantity = column->quantity,
            .look = column->def->entry == ORE_NO_ENTRY ? ORE_PLAIN : ORE_INPUT};
    }
    return (ore_sheet_row){sheet, table, table->n_rows++, -1};
}

void ore_sheet_end(ore_sheet *sheet)
{
    if (sheet->n_tables == 0) {
        return;
    }
    /* A table without rows would break the file. */
    if (newest(sheet)->n_rows == 0) {
        ore_cell_word(ore_sheet_next(sheet), newest(sheet)->columns->def->id,
                      ORE_TEXT_NONE);
    }
    ore_sheet_wrap_columns(newest(sheet));
}

ore_sheet_row ore_cell_nth(ore_sheet_row row, int i)
{
    row.nth = i;
    return row;
}

bool ore_cell_is_text(const ore_book *book, const ore_sheet_cell *cell,
                      ore_text text)
{
    return cell->text && strcmp(cell->text, ore_book_text(book, text)) == 0;
}

/* The table of that slug as a row under way, without a row. */
static ore_sheet_row find_table(const ore_book *book, const char *slug)
{
    for (int i = 0; i < ORE_SHEETS; i++) {
        ore_sheet *sheet = book->sheets[i].book->sheets + i;

        for (int k = 0; k < sheet->n_tables; k++) {
            if (strcmp(sheet->tables[k].def->slug, slug) == 0) {
                return (ore_sheet_row){sheet, &sheet->tables[k], 0, -1};
            }
        }
    }
    return (ore_sheet_row){0};
}

ore_sheet_table *ore_book_table(const ore_book *book, const char *slug)
{
    return find_table(book, slug).table;
}

ore_sheet_row ore_book_row(const ore_book *book, const char *slug, int at)
{
    ore_sheet_row row = find_table(book, slug);

    assert(row.table && at < row.table->n_rows);
    row.at = at;
    return row;
}

int ore_column_index(const ore_sheet_table *table, const char *id, int i)
{
    for (int c = 0; c < table->n_columns; c++) {
        const ore_sheet_column *column = &table->columns[c];

        if (strcmp(column->def->id, id) == 0 &&
            (column->nth == i || !column->def->count)) {
            return c;
        }
    }
    /* A mistake of the program, in release builds too. */
    fprintf(stderr, "orefolio: %s has no column '%s'\n", table->def->name, id);
    abort();
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
