/* An input workbook to fill in: the tables of a round, a sheet each. */
#ifndef OPTIMIZER_WRITE_XLSX_TEMPLATE_H
#define OPTIMIZER_WRITE_XLSX_TEMPLATE_H

#include "base/diagnostics.h"

/** What may stand in a column. All texts are borrowed. */
typedef struct ore_input_column {
    const char *name;           /**< as in the CSV file */
    const char *note;           /**< unit, range and meaning */
    const char *const *choices; /**< its words, ends with NULL; NULL = any */
    bool is_required, is_number, is_whole, is_date;
    double min, max; /**< of numbers; ± infinity = open */
} ore_input_column;

typedef struct ore_input_sheet {
    const char *name; /**< "Projects" */
    int n_columns, n_rows;
    const ore_input_column *columns; /**< [n_columns] */
    const char *const *cells;        /**< [n_rows * n_columns] "" = empty */
} ore_input_sheet;

/** Write the sheets [n], with a sheet of how to use them and one of the words
 * that columns may hold. The first sheet's first column are the ids that
 * columns called `project` or `other` refer to; each stands there once. */
ORE_MUST_USE ore_status ore_write_template(const ore_input_sheet *sheets, int n,
                                           const char *path, ore_diags *diags);

#endif
