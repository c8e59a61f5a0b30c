/* The beginning of a table, which is its columns, and its end. */
#include <assert.h>

#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/layout.h"
#include "write/book/sheet.h"

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
    ore_sheet_table *table = ore_sheet_newest(sheet);
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
    assert(sheet->n_tables == 0 || !ore_sheet_newest(sheet)->def->is_filtered);
    ore_sheet_end(sheet);
    const bool is_first =
        sheet->n_tables == 0 && sheet->n_lines == 0 && sheet->n_reserved == 0;
    const int top =
        is_first ? ORE_FIRST_ROW : ore_sheet_rows(sheet) + 1 + (note != NULL);

    sheet->n_tables++;
    ore_sheet_table *table = ore_sheet_newest(sheet);

    *table = (ore_sheet_table){.def = def, .note = note, .top = top};
    add_columns(sheet, def->columns);
    /* One row of sums is there under the frame of the sheet. */
    const int n_sums = table->top - ore_sheet_total_row(table);

    table->top += n_sums > 0 ? n_sums - is_first : 0;
}

void ore_sheet_end(ore_sheet *sheet)
{
    if (sheet->n_tables == 0) {
        return;
    }
    ore_sheet_table *newest = ore_sheet_newest(sheet);

    /* A table without rows would break the file. */
    if (newest->n_rows == 0) {
        ore_cell_word(ore_sheet_next(sheet), newest->columns->def->id,
                      ORE_TEXT_NONE);
    }
    ore_sheet_wrap_columns(newest);
}
