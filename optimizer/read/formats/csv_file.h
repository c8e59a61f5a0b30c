/* CSV tables. */
#ifndef OPTIMIZER_READ_FORMATS_CSV_FILE_H
#define OPTIMIZER_READ_FORMATS_CSV_FILE_H

#include "read/formats/input.h"
#include "read/formats/table.h"

/** Parse the first `length` bytes of `text` (clean UTF-8, of the file
 * where.file). NULL after an error that leaves no table (no header, quotes
 * that do not match, a limit). Everything is owned by the store. */
ore_table *ore_parse_csv(const char *text, long length, ore_where where,
                         ore_store *store, ore_diags *diags);

/** The same for a file that may be separated by ';' or tabs and have titles
 * above its header: table->separator and n_titles say what it has. */
ore_table *ore_parse_any_csv(const ore_input_text *text,
                             const ore_expected *expected, ore_where where,
                             ore_store *store, ore_diags *diags);

#endif
