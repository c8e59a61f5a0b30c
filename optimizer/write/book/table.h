/* Tables of a sheet. A table is a constant record of columns; a cell, a sum, a
 * range, a chart or a check names a column by its id. Where a column stands
 * follows from its place in the record and from nothing else, so one more moves
 * no figure. From other tables "gaps.after" is column `after` of the table
 * whose slug is `gaps`. An id that no column has ends the program. */
#ifndef OPTIMIZER_WRITE_BOOK_TABLE_H
#define OPTIMIZER_WRITE_BOOK_TABLE_H

#include "write/book/book.h"

/** The table that was begun last; there is one. */
ore_sheet_table *ore_sheet_newest(struct ore_sheet *sheet);

/** Begin a table, under what is there already; the note is kept by reference.
 */
void ore_sheet_begin(struct ore_sheet *sheet, const ore_sheet_table_def *def,
                     const char *note);
/** Add a row of empty cells to the sheet's newest table. */
ore_sheet_row ore_sheet_next(struct ore_sheet *sheet);
/** Finish the newest table: without a row it gets one that says so. */
void ore_sheet_end(struct ore_sheet *sheet);

/** Row `at`, from 0, of a table of the book; ended tables have at least one.
 */
ore_sheet_row ore_book_row(const struct ore_book *book, const char *slug,
                           int at);
/** The same row; its runs' columns i. */
ore_sheet_row ore_cell_nth(ore_sheet_row row, int i);

/* Cells of a row by the id of their column. */
ore_sheet_cell *ore_cell_at(ore_sheet_row row, const char *id);
void ore_cell_text(ore_sheet_row row, const char *id, const char *text);
/** A text of the program. */
void ore_cell_word(ore_sheet_row row, const char *id, ore_text text);
void ore_cell_number(ore_sheet_row row, const char *id, double number);
/** A text, or where there is none a text of the program. */
void ore_cell_text_or(ore_sheet_row row, const char *id, const char *text,
                      ore_text otherwise);
/** The label of what has a label and a label_ja. */
#define ore_cell_label(row, id, of)                                            \
    ore_cell_text(row, id, ORE_LABEL((row).sheet->book, of))
/** A number with its own quantity, in a column of mixed ones. */
void ore_cell_amount(ore_sheet_row row, const char *id, ore_quantity quantity,
                     double number);
/** A number, or "not applicable" for what is not finite. */
void ore_cell_figure(ore_sheet_row row, const char *id, double value);
/** A figure that was re-solved, or the word for what became of it. */
void ore_cell_answer(ore_sheet_row row, const char *id, ore_answer answer,
                     double value);
/** A formula and its value. In its text "{face}" is the cell of this row, or of
 * a run all of them unless the row is of one; "{face..cost}" the cells between;
 * "{gaps.after}" a column of a table; "{total gaps.after}" the sum above it,
 * "{total t.face..cost}" the sums between. */
void ore_cell_formula(ore_sheet_row row, const char *id, double number,
                      const char *fmt, ...) ORE_PRINTF(4, 5);
/** A formula whose value is a text. */
void ore_cell_text_formula(ore_sheet_row row, const char *id, const char *text,
                           const char *fmt, ...) ORE_PRINTF(4, 5);
/** A cell that leads to the top of a sheet. */
void ore_cell_link(ore_sheet_row row, const char *id, int sheet);
/** What a formula comes to: its references as addresses. */
const char *ore_cell_expand(ore_sheet_row row, const char *formula);
/** "C6". */
const char *ore_cell_address(ore_sheet_row row, const char *id);
/** Give a cell a name, the same in every language. */
void ore_cell_name(ore_sheet_row row, const char *id, const char *name);
/** Whether a cell holds that text of the program. */
bool ore_cell_is_text(const struct ore_book *book, const ore_sheet_cell *cell,
                      ore_text text);

/** A table of the book by its slug; NULL = its sheet does not have it. */
ore_sheet_table *ore_book_table(const struct ore_book *book, const char *slug);
/** Index of column `id` in its table, of a run its i-th. Ends the program when
 * there is none. */
int ore_column_index(const ore_sheet_table *table, const char *id, int i);
/** First and last column of a run. */
int ore_column_first(const ore_sheet_table *table, const char *id);
int ore_column_last(const ore_sheet_table *table, const char *id);
/** Sum of a column's numbers: of "gaps.after", of a run's i-th, of all columns
 * of "portfolio.kind..equity". */
double ore_book_sum(const struct ore_book *book, const char *column, int i);
/** How many of its cells hold that text of the program. */
int ore_book_count(const struct ore_book *book, const char *column,
                   ore_text text);
/** Sum of the numbers of a table's column, by its index. */
double ore_column_sum(const ore_sheet_table *table, int column);
/** "'Gaps'!$C$6:$C$20": such a column as formulas name it. */
const char *ore_book_range(struct ore_book *book, const char *column, int i);
/** "'Gaps'!$C$4": the sum above it. */
const char *ore_book_total(struct ore_book *book, const char *column, int i);

/** Row of the sums of all rows, and the first row that belongs to the table,
 * its note's when it has one; both from 0. */
int ore_sheet_total_row(const ore_sheet_table *table);
int ore_sheet_first_row(const ore_sheet_table *table);
/** Row and column letters: 0 gives "A". Room for 8 bytes. */
void ore_column_letters(int column, char letters[8]);

/** Whether any cell is an amount of the round's money. */
bool ore_sheet_has_money(const ore_sheet *sheet);

#endif
