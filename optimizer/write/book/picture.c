/* See picture.h. */
#include "write/book/picture.h"

#include <string.h>

#include "orefolio/memory.h"
#include "write/book/layout.h"
#include "write/book/sheet.h"

unsigned ore_series_colour(int i)
{
    static const unsigned colours[ORE_PLAIN_SERIES] = {
        0x12436D, 0x28A197, 0x801650, 0xF46A25, 0x3D3D3D, 0xA285D1};

    return colours[i % ORE_PLAIN_SERIES];
}

bool ore_series_is_hatched(const ore_picture *drawn, int i)
{
    return (drawn->kind == ORE_CHART_BARS && i == 0) || i >= ORE_PLAIN_SERIES;
}

ore_picture ore_picture_of(const ore_sheet *sheet, const ore_chart *chart)
{
    const ore_sheet_table *table = ore_book_table(sheet->book, chart->table);

    return (ore_picture){.chart = chart,
                         .kind = chart->kind,
                         .sheet = sheet,
                         .table = table,
                         .category = ore_column_first(table, chart->category),
                         .first = ore_column_first(table, chart->first),
                         .last = ore_column_last(table, chart->last),
                         .n_rows =
                             chart->n_rows > 0 ? chart->n_rows : table->n_rows};
}

static const ore_sheet_cell *cell_of(const ore_picture *drawn, int row,
                                     int column)
{
    return &drawn->table->cells[(drawn->chart->first_row + row) *
                                    drawn->table->n_columns +
                                column];
}

double ore_picture_value(const ore_picture *drawn, int row, int column)
{
    return cell_of(drawn, row, column)->number;
}

bool ore_picture_has_series(const ore_picture *drawn, int column)
{
    bool any = false;

    for (int row = 0; row < drawn->n_rows; row++) {
        const ore_sheet_cell *cell = cell_of(drawn, row, column);

        /* A bar that does not apply is not there; a line would fall to 0. */
        if (cell->formula ||
            (!cell->is_number && drawn->kind != ORE_CHART_BARS)) {
            return false;
        }
        any = any || cell->is_number;
    }
    return any && ((drawn->kind != ORE_CHART_STACKED &&
                    drawn->kind != ORE_CHART_PARTS) ||
                   ore_column_sum(drawn->table, column) > 0.0);
}

bool ore_picture_is_empty(const ore_picture *drawn)
{
    for (int c = drawn->first; c <= drawn->last; c++) {
        if (ore_picture_has_series(drawn, c)) {
            return false;
        }
    }
    return true;
}

bool ore_picture_has_negative(const ore_picture *drawn)
{
    for (int row = 0; row < drawn->n_rows; row++) {
        if (ore_picture_value(drawn, row, drawn->first) < 0.0) {
            return true;
        }
    }
    return false;
}

bool ore_picture_has_bars(const ore_picture *drawn)
{
    return ore_chart_has_bars(drawn->kind);
}

const char *ore_picture_title(const ore_picture *drawn)
{
    ore_book *book = drawn->sheet->book;

    return drawn->chart->name
               ? ore_book_compose(book, drawn->chart->title, drawn->chart->name)
               : ore_book_text(book, drawn->chart->title);
}

bool ore_picture_is_carrier(const ore_picture *drawn, int i)
{
    return drawn->kind == ORE_CHART_WATERFALL && i == 0;
}

char *ore_picture_series(const ore_picture *drawn, int column)
{
    char *name = ore_copy(drawn->table->columns[column].heading);
    char *unit = strrchr(name, '(');

    if (unit && unit > name && unit[-1] == ' ') {
        unit[-1] = '\0';
    }
    return name;
}
