/* Contents: every sheet with a link to it. */
#include <math.h>

#include "write/book/columns.h"

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
        names = ore_book_print(book, "%s%s%s", names, i > 0 ? " " : "",
                               sheet->tables[i].def->name);
    }
    return *names ? names : ore_book_text(book, ORE_TEXT_NOT_APPLICABLE);
}

static const ore_text group_names[] = {
#define ORE_GROUP(id, colour) ORE_TEXT_GROUP_##id,
#include "write/book/groups.def"
#undef ORE_GROUP
};

static const ore_column_def columns[] = {
    ORE_COLUMN("sheet", ORE_TEXT_SHEET, ORE_TEXT_CELL),
    ORE_COLUMN("group", ORE_TEXT_GROUP, ORE_TEXT_CELL),
    ORE_COLUMN("what", ORE_TEXT_WHAT, ORE_TEXT_CELL),
    ORE_COLUMN("tables", ORE_TEXT_TABLES, ORE_TEXT_CELL),
    ORE_COLUMN("rows", ORE_TEXT_ROWS, ORE_COUNT),
    {0}};

ORE_TABLE(table, "tblContents", "contents", columns);

void ore_fill_contents(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    sheet->is_upright = true;
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < ORE_SHEETS; i++) {
        const ore_sheet *other = &book->sheets[i];

        if (!ore_sheet_is_shown(other)) {
            continue;
        }
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_link(row, "sheet", i);
        ore_cell_word(row, "group", group_names[other->group]);
        ore_cell_word(row, "what", other->scope);
        ore_cell_text(row, "tables", tables_of(book, other));
        ore_cell_figure(row, "rows",
                        i == ORE_SHEET_MEMO || i == ORE_SHEET_CONTENTS
                            ? nan("")
                            : rows_of(other));
    }
}
