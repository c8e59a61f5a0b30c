/* Conflicts: limits of the round that cannot all be kept, where no portfolio
 * satisfies it. */
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("source", ORE_TEXT_SOURCE, ORE_TEXT_CELL),
    ORE_COLUMN("limit", ORE_TEXT_CONFLICT, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblConflicts", "conflicts", columns);

void ore_fill_conflicts(ore_sheet *sheet)
{
    const ore_result *result = sheet->book->result;

    if (result->n_conflicts == 0) {
        return;
    }
    sheet->is_upright = true;
    ore_sheet_text(sheet, ORE_PLAIN,
                   result->is_irreducible ? ORE_TEXT_CONFLICTS_ALL_NEEDED
                                          : ORE_TEXT_CONFLICTS_SOME_NEEDED);
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < result->n_conflicts; i++) {
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_text_or(row, "source",
                         ore_book_place(sheet->book, result->conflict_where[i]),
                         ORE_TEXT_EVERYWHERE);
        ore_cell_text(row, "limit", ore_book_conflict(sheet->book, i));
    }
}
