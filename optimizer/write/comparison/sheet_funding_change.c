/* FundingChg: public face committed by year in every case. */
#include <stdlib.h>

#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/compare.h"

void ore_fill_funding_change(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_years years = book->round->commit;
    double *figures = ore_alloc(book->n_cases, sizeof *figures);

    sheet->is_upright = true;
    ore_say_unended(sheet);
    ore_add_table(sheet, "tblFundingChange", "fundingchange", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR), ORE_YEAR);
    ore_add_case_columns(sheet, ORE_MONEY);
    for (int year = years.first; year <= years.last; year++) {
        ore_sheet_cell *row = ore_next_row(sheet);

        for (int c = 0; c < book->n_cases; c++) {
            figures[c] = ore_case_funding_m(book, c, year);
        }
        ore_set_number(&row[0], year);
        ore_set_cases(sheet, row, 1, ORE_MONEY, figures);
    }
    free(figures);
    sheet->charts[sheet->n_charts++] =
        (ore_chart){.kind = ORE_CHART_COLUMNS,
                    .title = ORE_TEXT_FUNDING_CHANGE_CHART,
                    .axis = ore_unit(book, ORE_MONEY),
                    .category = 0,
                    .first = 1,
                    .last = 2 * book->n_cases - 1};
}
