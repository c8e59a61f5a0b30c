/* What the tables' own notes say of a figure: on what it rests, whose it is, of
 * when, how reliable; a column for each of these that any row has. */
#ifndef OPTIMIZER_WRITE_BOOK_EVIDENCE_H
#define OPTIMIZER_WRITE_BOOK_EVIDENCE_H

#include "write/book/sheet.h"

/** The run of columns "evidence", and their cells for a figure of the row at
 * `where` of the input. */
#define ORE_EVIDENCE_COLUMNS                                                   \
    ORE_COLUMNS("evidence", ore_evidence_count, ore_evidence_heading,          \
                ORE_TEXT_CELL)
int ore_evidence_count(const ore_sheet *sheet);
const char *ore_evidence_heading(const ore_sheet *sheet, int i);
void ore_cell_evidence(ore_sheet_row row, ore_where where);

#endif
