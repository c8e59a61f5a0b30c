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

/* The first row of that project, in *row. */
static bool find_project(const ore_book *book, const char *slug, const char *id,
                         ore_sheet_row *row)
{
    for (*row = ore_book_row(book, slug, 0); row->at < row->table->n_rows;
         row->at++) {
        const char *text = ore_cell_at(*row, "project")->text;

        if (text && strcmp(text, id) == 0) {
            return true;
        }
    }
    return false;
}

static void link_tables(ore_book *book, const char *from, const char *to)
{
    for (ore_sheet_row row = ore_book_row(book, from, 0);
         row.at < row.table->n_rows; row.at++) {
        ore_sheet_cell *cell = ore_cell_at(row, "project");
        ore_sheet_row target;

        if (cell->text && find_project(book, to, cell->text, &target)) {
            cell->look = ORE_LINK;
            cell->link = ore_book_print(book, "internal:'%s'!%s",
                                        ore_book_text(book, target.sheet->name),
                                        ore_cell_address(target, "project"));
        }
    }
}

void ore_book_link_projects(ore_book *book)
{
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (ore_book_table(book, ways[i].from) &&
            ore_book_table(book, ways[i].to)) {
            link_tables(book, ways[i].from, ways[i].to);
        }
    }
}
