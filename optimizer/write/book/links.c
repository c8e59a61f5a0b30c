/* Ways from one sheet to the rows of another: a project's line leads to its
 * commitments, and theirs back to it. */
#include <string.h>

#include "write/book/columns.h"
#include "write/book/sheet.h"

static const struct {
    const char *from, *to; /* tables */
} ways[] = {
    {"portfolio", "commitments"},
    {"commitments", "portfolio"},
    {"guarantees", "portfolio"},
    {"schedule", "portfolio"},
};

/* The first row of that project; -1 = none. */
static int find_row(const ore_book *book, const char *slug, const char *id)
{
    const int n = ore_book_table(book, slug)->n_rows;

    for (int i = 0; i < n; i++) {
        const char *text =
            ore_cell_at(ore_book_row(book, slug, i), "project")->text;

        if (text && strcmp(text, id) == 0) {
            return i;
        }
    }
    return -1;
}

static void link_tables(ore_book *book, const char *from, const char *to)
{
    const int n = ore_book_table(book, from)->n_rows;

    for (int i = 0; i < n; i++) {
        ore_sheet_cell *cell =
            ore_cell_at(ore_book_row(book, from, i), "project");
        const int found = cell->text ? find_row(book, to, cell->text) : -1;

        if (found >= 0) {
            const ore_sheet_row row = ore_book_row(book, to, found);

            cell->look = ORE_LINK;
            cell->link = ore_book_print(book, "internal:'%s'!%s",
                                        ore_book_text(book, row.sheet->name),
                                        ore_cell_address(row, "project"));
        }
    }
}

void ore_link_projects(ore_book *book)
{
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (ore_book_table(book, ways[i].from) &&
            ore_book_table(book, ways[i].to)) {
            link_tables(book, ways[i].from, ways[i].to);
        }
    }
}
