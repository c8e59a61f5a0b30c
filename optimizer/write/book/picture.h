/* What a chart of a book draws: rows and columns of a table, the same in every
 * file format. */
#ifndef OPTIMIZER_WRITE_BOOK_PICTURE_H
#define OPTIMIZER_WRITE_BOOK_PICTURE_H

#include "write/book/book.h"

/** A chart, and where what it draws stands. */
typedef struct ore_picture {
    const ore_chart *chart;
    ore_chart_kind kind;
    const ore_sheet *sheet;
    const ore_sheet_table *table;
    int category, first, last; /**< columns */
    int n_rows;                /**< that are drawn, from the chart's first on */
} ore_picture;

ore_picture ore_picture_of(const ore_sheet *sheet, const ore_chart *chart);

/** The number of a cell that is drawn. */
double ore_picture_value(const ore_picture *drawn, int row, int column);

/** Whether the column becomes a series: only values are drawn, as previews know
 * no results of formulas, and of parts of a whole only those that are there. */
bool ore_picture_has_series(const ore_picture *drawn, int column);

/** Whether no column does. */
bool ore_picture_is_empty(const ore_picture *drawn);

/** Whether some value of the first series is below 0. */
bool ore_picture_has_negative(const ore_picture *drawn);

/** Whether its bars lie. */
bool ore_picture_has_bars(const ore_picture *drawn);

/** What stands above it. */
const char *ore_picture_title(const ore_picture *drawn);

/** Whether series i only carries the others, and is not seen. */
bool ore_picture_is_carrier(const ore_picture *drawn, int i);

/** The name of a series: the column's heading without its unit, which the axis
 * has. The caller frees. */
char *ore_picture_series(const ore_picture *drawn, int column);

/** Colours of series with at least 3:1 on white, as 0xRRGGBB; beyond the first
 * ORE_PLAIN_SERIES they come again, and a pattern tells them apart, as colour
 * alone must never do. Of two bars the first is hatched, too: before, beside
 * after. */
enum { ORE_PLAIN_SERIES = 6 };
unsigned ore_series_colour(int i);
bool ore_series_is_hatched(const ore_picture *drawn, int i);

#endif
