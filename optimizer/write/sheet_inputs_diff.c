/* InputsDiff: the assumptions that differ between the cases, and no others. */
#include "write/columns.h"
#include "write/compare.h"

void ore_fill_inputs_diff(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    static const ore_text words[] = {ORE_TEXT_SCENARIO, ORE_TEXT_ADDRESS,
                                     ORE_TEXT_VALUE, ORE_TEXT_SOURCE};

    ore_add_table(sheet, "tblInputsDiff", "inputsdiff", NULL);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        ore_add_column(sheet, ore_say(book, words[i]), ORE_TEXT_CELL);
    }
    for (int c = 0; c < book->n_cases; c++) {
        const ore_plan *plan = book->cases[c].plan;

        for (int i = 0; i < plan->n_adjustments; i++) {
            const ore_adjustment *adjustment = &plan->adjustments[i];
            ore_cell *row = ore_next_row(sheet);

            ore_set_text(&row[0], ore_case_label(book, c));
            ore_set_text(&row[1], adjustment->address);
            ore_set_text(&row[2], adjustment->value);
            ore_set_text(&row[3], adjustment->where.line > 0
                                      ? ore_source_text(book, adjustment->where)
                                      : ore_say(book, ORE_TEXT_COMMAND_LINE));
        }
    }
}
