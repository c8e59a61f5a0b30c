/* How wide things are, in widths of the digit 0. */
#ifndef OPTIMIZER_WRITE_BOOK_LAYOUT_H
#define OPTIMIZER_WRITE_BOOK_LAYOUT_H

#include "write/book/book.h"

/** How much wider bold text is. */
#define ORE_BOLD 1.1
/** What a cell's edges and indent take of its column. */
#define ORE_MARGINS 2.0

/** Width of a text in the workbook's font. */
double ore_text_width(const char *text);

/** Whether it has East Asian characters, which are twice as wide. */
bool ore_text_is_wide(const char *text);

/** How many bytes of `text` fit into `width`, ending where a line may end; at
 * least one character. */
size_t ore_text_line_break(const char *text, double width);

/** Lines that `text` takes when it is wrapped at `width`. */
int ore_text_lines(const char *text, double width);

/** Heights in points of a row of one line and of the title's. */
#define ORE_PLAIN_HEIGHT 15.0
#define ORE_TITLE_HEIGHT 24.0
/** Heights of a table's heading and of one of its rows. */
double ore_sheet_heading_height(const ore_sheet_table *table,
                                const double *width);
double ore_sheet_row_height(const ore_sheet_table *table, int row,
                            const double *width);

/** The number as it is shown under its quantity's format: "1,234.5", "12.3%",
 * "+1.0". The caller frees. */
char *ore_text_of_number(double number, ore_quantity quantity);

/** Decide which columns of a filled table have text too long for one line. */
void ore_sheet_wrap_columns(ore_sheet_table *table);

/** Widths of the sheet's first `n` columns; `n` covers its widest table. */
void ore_sheet_column_widths(const ore_sheet *sheet, int n, double *width);

/** Columns of the sheet's widest table, at least 1. */
int ore_sheet_columns(const ore_sheet *sheet);

/** Rows from the top to the end of the last table or line. */
int ore_sheet_rows(const ore_sheet *sheet);

/** Whether its bars lie: they have a line each for every row. */
bool ore_chart_has_bars(ore_chart_kind kind);

/** Pixels of a row of a common screen. */
#define ORE_ROW_PIXELS 20.0
/** How high a chart is on a common screen, in pixels. */
double ore_chart_height(ore_chart_kind kind, int n_rows);

#endif
