/* What the tables' own notes say of a figure: on what it rests, whose it is, of
 * when, how reliable; a column for each of these that any row has. */
#ifndef OPTIMIZER_WRITE_BOOK_EVIDENCE_H
#define OPTIMIZER_WRITE_BOOK_EVIDENCE_H

#include "write/book/sheet.h"

/** Add the columns to the newest table. */
void ore_add_evidence_columns(ore_sheet *sheet);
/** Fill them, from `cells` on, for a figure of the row at `where`. */
void ore_set_evidence(const ore_book *book, ore_sheet_cell *cells,
                      ore_where where);

#endif
