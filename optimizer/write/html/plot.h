/* Charts as inline SVG: what all kinds share. Lengths are in units of the
 * drawing, which is PLOT_WIDTH of them wide. */
#ifndef OPTIMIZER_WRITE_HTML_PLOT_H
#define OPTIMIZER_WRITE_HTML_PLOT_H

#include "write/html/html.h"

enum { ORE_PLOT_WIDTH = 800 };

/** Values from `low` to `high` along `length`, with a mark every `step`. */
typedef struct ore_axis {
    double low, high, step;
    double from, length; /**< where it begins; a negative length goes up */
    ore_quantity quantity;
} ore_axis;

/** A chart under way. */
typedef struct ore_plot {
    const ore_page *page;
    const ore_picture *drawn;
    int n_series;
    int *series;                     /**< [n_series] columns that are drawn */
    double left, top, width, height; /**< of the area of the values */
    double depth;                    /**< where the drawing ends so far */
    ore_axis values;
} ore_plot;

/** Where texts stand. */
typedef enum ore_anchor { ORE_START, ORE_MIDDLE, ORE_END } ore_anchor;

/** Width of a text in the drawing's letters. */
double ore_plot_text_width(const char *text);
/** Write a text whose base line begins, has its middle or ends at a point. */
void ore_plot_text(const ore_plot *plot, double x, double y, ore_anchor anchor,
                   const char *text);
/** Draw a line of that class of page.css. */
void ore_plot_line(const ore_plot *plot, const char *class, double x1,
                   double y1, double x2, double y2);
/** Draw a bar of series i, with the figure as its tooltip. */
void ore_plot_bar(const ore_plot *plot, int i, int row, double x, double y,
                  double width, double height);

/** An axis for values between `low` and `high`, from mark to mark. */
ore_axis ore_axis_between(double low, double high, ore_quantity quantity);
/** Where a value is. */
double ore_axis_at(const ore_axis *axis, double value);
/** The k-th mark, and whether there is one. */
bool ore_axis_mark(const ore_axis *axis, int k, double *value);
/** How a mark is labelled. Lives as long as the book. */
const char *ore_axis_label(const ore_plot *plot, const ore_axis *axis,
                           double value);

/** The number of a series' cell, and what a row is called. The latter lives as
 * long as the book. */
double ore_plot_value(const ore_plot *plot, int i, int row);
const char *ore_plot_category(const ore_plot *plot, int row);

/** Lay out an area with the values' axis upright on its left: so much room for
 * its labels, so much on the right. The lowest mark is the foot. */
void ore_plot_upright(ore_plot *plot, double left, double right);

/** Draw one kind, under `top`: bars that lie, columns, a curve. Each chooses
 * the area and leaves its end in `depth`. */
void ore_plot_bars(ore_plot *plot);
void ore_plot_columns(ore_plot *plot);
void ore_plot_curve(ore_plot *plot);

/** Draw the diamond of the row that is told apart around a point. */
void ore_plot_diamond(const ore_plot *plot, double x, double y);

#endif
