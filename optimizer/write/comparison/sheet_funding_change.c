/* FundingChg: public face committed by year in every case. */
#include <stdlib.h>

#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/compare.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_CASE_COLUMNS(ORE_MONEY, ORE_MONEY),
    {0}};

ORE_TABLE(table, "tblFundingChange", "fundingchange", columns);

void ore_fill_funding_change(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_years years = book->round->commit;
    double *figures = ore_alloc(book->n_cases, sizeof *figures);

    sheet->is_upright = true;
    ore_sheet_say_unended(sheet);
    ore_sheet_begin(sheet, &table, NULL);
    for (int year = years.first; year <= years.last; year++) {
        const ore_sheet_row row = ore_sheet_next(sheet);

        for (int c = 0; c < book->n_cases; c++) {
            figures[c] = ore_case_funding_m(book, c, year);
        }
        ore_cell_number(row, "year", year);
        ore_cell_cases(row, ORE_MONEY, figures);
    }
    free(figures);
    ore_sheet_draw(sheet, ORE_CHART("fundingchange", "year", "case", "case",
                                    ORE_CHART_COLUMNS,
                                    .title = ORE_TEXT_FUNDING_CHANGE_CHART,
                                    .axis = ore_book_unit(book, ORE_MONEY)));
}
