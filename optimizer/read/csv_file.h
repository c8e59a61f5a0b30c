/* A CSV table as rows of cells that know their place. */
#ifndef OPTIMIZER_READ_CSV_FILE_H
#define OPTIMIZER_READ_CSV_FILE_H

#include "base/diag.h"
#include "base/store.h"
#include "read/record.h"

/** Limits, refused by name. */
enum {
    ORE_MOST_COLUMNS = 256,
    ORE_MOST_ROWS = 100000,
    ORE_MOST_CELLS = 4000000,
    ORE_LONGEST_FIELD = 32767 /**< bytes; what a spreadsheet cell holds */
};

/** A cell as it is stored. */
typedef struct ore_spot {
    int text; /**< offset into texts */
    int line, column;
} ore_spot;

typedef struct ore_table {
    const char *file; /**< borrowed */
    int n_columns, n_rows;
    const char **columns;    /**< [n_columns] header */
    ore_where *column_where; /**< [n_columns] */
    ore_spot *spots;         /**< [n_rows * n_columns] */
    char *texts;
    ore_cell *changed; /**< [n_rows * n_columns] cells that stand for those of
                            the file where their text is not NULL; NULL = none
                        */
} ore_table;

/** Parse the first `length` bytes of `text` (clean UTF-8, of the file
 * where.file). NULL after an error that leaves no table (no header, quotes
 * that do not match, a limit); rows of the wrong length are errors and left
 * out, rows without any value are passed over. Everything is owned by the
 * store. */
ore_table *ore_parse_csv(const char *text, long length, ore_where where,
                         ore_store *store, ore_diags *diags);

/** Cell `j` of row `i`, and another one in its place. */
ore_cell ore_table_cell(const ore_table *table, int i, int j);
void ore_table_change(ore_store *store, ore_table *table, int i, int j,
                      ore_cell cell);

/** Row `i` as a record; `cells` [n_columns] is overwritten and must live as
 * long as the record. */
ore_record ore_table_row(const ore_table *table, int i, ore_cell *cells);

#endif
