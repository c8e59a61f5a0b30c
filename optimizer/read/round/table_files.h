/* Files of tables: CSV of several kinds and workbooks, told apart by their
 * bytes. */
#ifndef OPTIMIZER_READ_ROUND_TABLE_FILES_H
#define OPTIMIZER_READ_ROUND_TABLE_FILES_H

#include "read/formats/input.h"
#include "read/round/reader.h"

/** Load the table `id` from the file that `cell` names. `input` gets its hash
 * and what was assumed of it. NULL after an error; *status says which. */
ore_table *ore_load_table(const ore_reader *reader, const ore_source_cell *cell,
                          ore_table_id id, ore_encoding encoding,
                          ore_input *input, ore_status *status);

/** Numbers with decimal commas in a table whose separator is none: made plain
 * where every one of them can be nothing else. Returns whether there were any;
 * an error where they may be thousands. */
bool ore_take_decimal_commas(const ore_reader *reader, ore_table *table,
                             const ore_table_kind *kind);

#endif
