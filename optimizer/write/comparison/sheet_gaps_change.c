/* GapsChg: what every target lacks, as a share of it, in every case. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/compare.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("target_of", ORE_TEXT_MATERIAL_MARKET, ORE_TEXT_CELL),
    ORE_CASE_COLUMNS(ORE_SHARE, ORE_POINTS, .scale = ORE_SCALE_CHANGE),
    {0}};

ORE_TABLE(table, "tblGapsChange", "gapschange", columns);

void ore_fill_gaps_change(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    double *figures = ore_alloc(book->n_cases, sizeof *figures);

    sheet->is_upright = true;
    ore_sheet_say_unended(sheet);
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < book->round->n_targets; i++) {
        bool any = false;

        for (int c = 0; c < book->n_cases; c++) {
            figures[c] = ore_case_gap(book, c, i);
            any |= !isnan(figures[c]);
        }
        if (any) {
            const ore_sheet_row row = ore_sheet_next(sheet);

            ore_cell_text(row, "target_of", ore_book_target(book, i));
            ore_cell_cases(row, ORE_SHARE, figures);
        }
    }
    free(figures);
    ore_sheet_draw(
        sheet,
        ORE_CHART("gapschange", "target_of", "case", "case", ORE_CHART_BARS,
                  .title = ORE_TEXT_GAPS_CHANGE_CHART,
                  .axis = ore_book_text(book, ORE_TEXT_SHARE_OF_TARGET)));
}
