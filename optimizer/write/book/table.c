/* See table.h. */
#include "write/book/table.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

ore_sheet_table *ore_sheet_newest(ore_sheet *sheet)
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

ore_sheet_row ore_sheet_next(ore_sheet *sheet)
{
    ore_sheet_table *table = ore_sheet_newest(sheet);

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
