/* Cells of a book by their table and column, as tests look them up. */
#ifndef TESTS_UNIT_BOOK_CELLS_H
#define TESTS_UNIT_BOOK_CELLS_H

#include <string.h>

#include "write/book/sheet.h"

/* The cell of a table's row, from 0; of a run its i-th column. */
static inline const ore_sheet_cell *nth_cell(const ore_book *book,
                                             const char *slug, int row,
                                             const char *column, int i)
{
    return ore_cell_at(ore_cell_nth(ore_book_row(book, slug, row), i), column);
}

static inline const ore_sheet_cell *cell(const ore_book *book, const char *slug,
                                         int row, const char *column)
{
    return nth_cell(book, slug, row, column, -1);
}

static inline const char *text(const ore_book *book, const char *slug, int row,
                               const char *column)
{
    return cell(book, slug, row, column)->text;
}

static inline double number(const ore_book *book, const char *slug, int row,
                            const char *column)
{
    return cell(book, slug, row, column)->number;
}

static inline int count_rows(const ore_book *book, const char *slug)
{
    return ore_book_table(book, slug)->n_rows;
}

/* The row whose first cell begins so. */
static inline int row_of(const ore_book *book, const char *slug,
                         const char *words)
{
    const ore_sheet_table *table = ore_book_table(book, slug);

    for (int i = 0; i < table->n_rows; i++) {
        const char *own = table->cells[i * table->n_columns].text;

        if (own && strncmp(own, words, strlen(words)) == 0) {
            return i;
        }
    }
    fail_msg("no row '%s'", words);
    return -1;
}

#endif
