/* Text that every spreadsheet reads as it was meant. */
#ifndef OPTIMIZER_WRITE_XLSX_SAFE_TEXT_H
#define OPTIMIZER_WRITE_XLSX_SAFE_TEXT_H

#include <stdbool.h>

/** `text` for a cell: bytes that are not UTF-8 and characters that XML cannot
 * hold become U+FFFD, control characters become blanks, "_x0041_" stays what
 * it is, and what a cell cannot hold is cut off. The caller frees. */
char *ore_safe_text(const char *text);

/** Whether a spreadsheet that opens a text file may take the field for a
 * formula, or for a quoted one that holds a formula: also behind blanks, quotes
 * and marks that are not seen, and in full width. */
bool ore_reads_as_formula(const char *text);

/** ore_safe_text of a heading, in lines: its unit "(USD m)" and what stands in
 * full-width brackets have one of their own. The caller frees. */
char *ore_safe_heading(const char *heading);

#endif
