/* Ways from one sheet to the rows of another: a project's line leads to its
 * commitments, and theirs back to it. */
#include <string.h>

#include "write/book/columns.h"
#include "write/book/sheet.h"

static const struct {
    ore_sheet_id from, to;
} ways[] = {
    {ORE_SHEET_PORTFOLIO, ORE_SHEET_COMMITMENTS},
    {ORE_SHEET_COMMITMENTS, ORE_SHEET_PORTFOLIO},
    {ORE_SHEET_GUARANTEES, ORE_SHEET_PORTFOLIO},
    {ORE_SHEET_SCHEDULE, ORE_SHEET_PORTFOLIO},
};

/* The first row whose first cell is that id; -1 = none. */
static int find_row(const ore_sheet_table *table, const char *id)
{
    for (int i = 0; i < table->n_rows; i++) {
        const char *text = table->cells[i * table->n_columns].text;

        if (text && strcmp(text, id) == 0) {
            return i;
        }
    }
    return -1;
}

static void link_sheet(ore_book *book, const ore_sheet *from,
                       const ore_sheet *to)
{
    const ore_sheet_table *table = &from->tables[0], *target = &to->tables[0];

    for (int i = 0; i < table->n_rows; i++) {
        ore_sheet_cell *cell = &table->cells[i * table->n_columns];
        const int row = cell->text ? find_row(target, cell->text) : -1;

        if (row >= 0) {
            cell->look = ORE_LINK;
            cell->link =
                ore_keep(book, "internal:'%s'!A%d", ore_say(book, to->name),
                         target->top + row + 2);
        }
    }
}

void ore_link_projects(ore_book *book)
{
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const ore_sheet *from = &book->sheets[ways[i].from];
        const ore_sheet *to = &book->sheets[ways[i].to];

        if (from->n_tables > 0 && to->n_tables > 0) {
            link_sheet(book, from, to);
        }
    }
}
