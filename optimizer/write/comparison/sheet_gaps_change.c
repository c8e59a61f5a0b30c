/* GapsChg: what every target lacks, as a share of it, in every case. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/compare.h"

void ore_fill_gaps_change(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    double *figures = ore_alloc(book->n_cases, sizeof *figures);

    sheet->is_upright = true;
    ore_say_unended(sheet);
    ore_add_table(sheet, "tblGapsChange", "gapschange", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL_MARKET),
                   ORE_TEXT_CELL);
    ore_add_case_columns(sheet, ORE_SHARE);
    for (int i = 0; i < book->round->n_targets; i++) {
        bool any = false;

        for (int c = 0; c < book->n_cases; c++) {
            figures[c] = ore_case_gap(book, c, i);
            any |= !isnan(figures[c]);
        }
        if (any) {
            ore_sheet_cell *row = ore_next_row(sheet);

            ore_set_text(&row[0], ore_target_label(book, i));
            ore_set_cases(sheet, row, 1, ORE_SHARE, figures);
        }
    }
    free(figures);
    sheet->charts[sheet->n_charts++] =
        (ore_chart){.kind = ORE_CHART_BARS,
                    .title = ORE_TEXT_GAPS_CHANGE_CHART,
                    .axis = ore_say(book, ORE_TEXT_SHARE_OF_TARGET),
                    .category = 0,
                    .first = 1,
                    .last = 2 * book->n_cases - 1};
}
