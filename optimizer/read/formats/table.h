/* A table as rows of cells that know their place, whatever file it is from. */
#ifndef OPTIMIZER_READ_FORMATS_TABLE_H
#define OPTIMIZER_READ_FORMATS_TABLE_H

#include "base/diagnostics.h"
#include "base/store.h"
#include "read/formats/record.h"

/** Limits, refused by name. */
enum {
    ORE_MAX_COLUMNS = 256,
    ORE_MAX_ROWS = 100000,
    ORE_MAX_CELLS = 4000000,
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
    char separator; /**< of a CSV file; 0 = none */
    int n_ragged;   /**< rows of a wrong length, which were left out */
    int n_titles;   /**< rows with a value that stand above the header */
    ore_source_cell *changed; /**< [n_rows * n_columns] replaces a cell of the
                                   file where its text is not NULL; NULL = no
                                   cell is replaced */
} ore_table;

/** What a header is known by; without it the first row is the header. */
typedef struct ore_expected {
    /** Whether the table has a column of that name, or of one nearly so. */
    bool (*knows)(const void *kind, const char *name);
    const void *kind;
    const char *columns; /**< "id, name, mineral": those it must have */
} ore_expected;

/** Rows that may stand above a header: titles, dates, blanks. */
enum { ORE_MAX_TITLES = 30 };

/** Whether a row of `n` names that are not empty, `known` of them columns, is a
 * header. */
bool ore_is_header(int n, int known);

/** A table under way. `file` is borrowed; the table is owned by the store. */
typedef struct ore_table_maker ore_table_maker;
ore_table_maker *ore_table_begin(const char *file, ore_store *store,
                                 ore_diags *diags);
/** Pass over what stands above a header of these columns. `expected` is
 * borrowed. */
void ore_table_expect(ore_table_maker *maker, const ore_expected *expected);
/** How many columns the header names; 0 = before it. */
int ore_table_columns(const ore_table_maker *maker);
/** The next field of the row in hand, the first `length` bytes. */
void ore_table_field(ore_table_maker *maker, const char *bytes, size_t length,
                     ore_where start);
/** Rows of the wrong length are one error and left out, rows without any value
 * are passed over, and so are fields without one beyond the header's last
 * name. */
void ore_table_end_row(ore_table_maker *maker);
/** How many fields the row in hand has so far. */
int ore_table_fields(const ore_table_maker *maker);
/** Whether a limit was passed, or the header is none: nothing more is taken. */
bool ore_table_is_full(const ore_table_maker *maker);
/** The end: the table, or NULL after an error that leaves none. Frees the
 * maker. */
ore_table *ore_table_finish(ore_table_maker *maker);
/** Frees the maker of a table that came to nothing, and returns NULL. */
ore_table *ore_table_drop(ore_table_maker *maker);

/** Cell `j` of row `i`, and another one in its place. */
ore_source_cell ore_table_cell(const ore_table *table, int i, int j);
void ore_table_change(ore_store *store, ore_table *table, int i, int j,
                      ore_source_cell cell);

/** A column more, empty in every row; its index. `name` is borrowed. */
int ore_table_add_column(ore_store *store, ore_table *table, const char *name,
                         ore_where where);

/** Row `i` as a record; `cells` [n_columns] is overwritten and must live as
 * long as the record. */
ore_record ore_table_row(const ore_table *table, int i, ore_source_cell *cells);

#endif
