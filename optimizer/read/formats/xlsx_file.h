/* Tables in workbooks: "round.xlsx#Projects". */
#ifndef OPTIMIZER_READ_FORMATS_XLSX_FILE_H
#define OPTIMIZER_READ_FORMATS_XLSX_FILE_H

#include "read/formats/input.h"
#include "read/formats/table.h"

/** Whether a path names a workbook, with or without a sheet. */
bool ore_is_xlsx(const char *path);

/** Parse the sheet of the workbook whose bytes these are: the first row that
 * has a value is the header, stored values count. `where.file` ends with
 * "#SHEET", and messages name the cell. NULL after an error that leaves no
 * table. Everything is owned by the store. */
ore_table *ore_parse_xlsx(const char *bytes, size_t size, const char *sheet,
                          ore_where where, ore_store *store, ore_diags *diags);

/** The same of a file that was loaded, with what stands above the header passed
 * over. */
ore_table *ore_parse_sheet(const ore_input_text *bytes, const char *sheet,
                           const ore_expected *expected, ore_where where,
                           ore_store *store, ore_diags *diags);

#endif
