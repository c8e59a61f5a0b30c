/* Filling sheets: lines, tables, cells and their addresses. */
#include "write/book/sheet.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "orefolio/memory.h"
#include "write/book/layout.h"

/* Lines are broken here, not by wrapped cells: those print only as wide as
 * their column. */
static const double line_width = 96.0;

void ore_sheet_line(ore_sheet *sheet, ore_cell_look look, const char *text)
{
    bool goes_on = false;

    ore_sheet_end(sheet);
    do {
        const int row = ore_sheet_rows(sheet);
        const size_t n = ore_text_line_break(text, line_width);

        sheet->lines = ore_grow(sheet->lines, sheet->n_lines,
                                &sheet->room_lines, sizeof *sheet->lines);
        sheet->lines[sheet->n_lines++] =
            (ore_text_line){.text = ore_print("%.*s", (int)n, text),
                            .row = row,
                            .look = look,
                            .goes_on = goes_on};
        text += n;
        goes_on = true;
        text += strspn(text, " ");
    } while (*text);
}

void ore_sheet_head(ore_sheet *sheet, ore_text text)
{
    ore_sheet_line(sheet, ORE_PLAIN, "");
    const int first = sheet->n_lines;

    ore_sheet_text(sheet, ORE_STRONG, text);
    sheet->lines[first].is_head = true;
}

const char *ore_sheet_scope(const ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const char *scope = ore_book_text(book, sheet->scope);

    if (ore_sheet_has_money(sheet)) {
        scope =
            ore_book_compose(book, ORE_TEXT_SCOPE_WITH, scope,
                             ore_book_compose(book, ORE_TEXT_AMOUNTS_IN,
                                              ore_book_unit(book, ORE_MONEY)));
    }
    if (ore_sheet_has_money(sheet) && round->price_year > 0) {
        const char *year = ore_book_digits(book, round->price_year);

        scope =
            ore_book_compose(book, ORE_TEXT_SCOPE_WITH, scope,
                             ore_book_compose(book, ORE_TEXT_PRICES_OF, year));
    }
    return scope;
}

void ore_sheet_text(ore_sheet *sheet, ore_cell_look look, ore_text text)
{
    ore_sheet_line(sheet, look, ore_book_text(sheet->book, text));
}

void ore_sheet_say_list(ore_sheet *sheet, ore_cell_look look, ore_text text,
                        const char *const *arguments)
{
    ore_sheet_line(sheet, look,
                   ore_book_compose_list(sheet->book, text, arguments));
}

void ore_sheet_draw_here(ore_sheet *sheet, ore_chart chart)
{
    const double height = ore_chart_height(chart.kind, chart.n_rows);

    ore_sheet_end(sheet);
    chart.row = ore_sheet_rows(sheet) + (sheet->n_reserved == 0);
    sheet->n_reserved = chart.row + (int)ceil(height / ORE_ROW_PIXELS) + 1;
    ore_sheet_draw(sheet, chart);
}

void ore_sheet_draw(ore_sheet *sheet, ore_chart chart)
{
    assert(sheet->n_charts < ORE_CHARTS_MAX);
    sheet->charts[sheet->n_charts++] = chart;
}
