/* Sheets Data_…: figures in long form for other programs, as values. Their
 * columns have the names of the result file in every language, codes and names
 * stand on every row. */
#ifndef OPTIMIZER_WRITE_BOOK_DATA_H
#define OPTIMIZER_WRITE_BOOK_DATA_H

#include "write/book/sheet.h"

typedef struct ore_data_column {
    const char *name;
    ore_quantity quantity; /**< of its cells */
} ore_data_column;

/** Begin the sheet's table; the names carry no unit but their own. */
void ore_begin_data(ore_sheet *sheet, const char *name, const char *slug,
                    const ore_data_column *columns, int n);

/** Columns that checks look at. */
enum { ORE_DATA_FACE = 7, ORE_DATA_SHORTFALL = 9 };

#endif
