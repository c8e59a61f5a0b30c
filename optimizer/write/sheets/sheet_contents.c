/* Contents: every sheet with a link to it. */
#include "write/book/columns.h"
#include "write/book/sheet.h"

static int rows_of(const ore_sheet *sheet)
{
    int n = 0;

    for (int i = 0; i < sheet->n_tables; i++) {
        n += sheet->tables[i].n_rows;
    }
    return n;
}

/* "tblGaps": what formulas and other programs call its tables. */
static const char *tables_of(ore_book *book, const ore_sheet *sheet)
{
    const char *names = "";

    for (int i = 0; i < sheet->n_tables; i++) {
        names = ore_keep(book, "%s%s%s", names, i > 0 ? " " : "",
                         sheet->tables[i].name);
    }
    return *names ? names : ore_say(book, ORE_TEXT_NOT_APPLICABLE);
}

void ore_fill_contents(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    sheet->is_upright = true;
    ore_add_table(sheet, "tblContents", "contents", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SHEET), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_WHAT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_TABLES), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_ROWS), ORE_COUNT);
    for (int i = 0; i < ORE_SHEETS; i++) {
        const ore_sheet *other = &book->sheets[i];

        if (!ore_is_shown(other)) {
            continue;
        }
        ore_sheet_cell *row = ore_next_row(sheet);

        ore_set_link(book, &row[0], (ore_sheet_id)i);
        ore_set_text(&row[1], ore_say(book, other->scope));
        ore_set_text(&row[2], tables_of(book, other));
        if (i == ORE_SHEET_MEMO || i == ORE_SHEET_CONTENTS) {
            ore_set_text(&row[3], ore_say(book, ORE_TEXT_NOT_APPLICABLE));
        } else {
            ore_set_number(&row[3], rows_of(other));
        }
    }
}
