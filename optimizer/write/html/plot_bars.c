/* Bars that lie: shares side by side, parts of a whole, swings around 0. The
 * first row is on top. */
#include <math.h>
#include <string.h>

#include "write/book/layout.h"
#include "write/html/plot.h"

static const double line_height = 15.0, bar_height = 14.0;
static const double widest_label = 34.0; /* widths of a digit */
static const double room_right = 56.0;   /* for a figure behind a bar */

/* Lines that a row's name takes; draws them around `middle` if it is given. */
static int label_lines(const ore_plot *plot, int row, double middle)
{
    const char *text = ore_plot_category(plot, row);
    const int n = ore_text_lines(text, widest_label);
    double y = middle - line_height * (n - 1) / 2.0 + 4.0;

    while (*text && !isnan(middle)) {
        const size_t length = ore_text_line_break(text, widest_label);

        ore_plot_text(
            plot, plot->left - 8.0, y, ORE_END,
            ore_book_print(plot->page->book, "%.*s", (int)length, text));
        text += length;
        y += line_height;
    }
    return n;
}

static bool are_parts(const ore_plot *plot)
{
    return plot->drawn->kind == ORE_CHART_PARTS;
}

static double row_height(const ore_plot *plot, int row)
{
    const int n = are_parts(plot) ? 1 : plot->n_series;

    return fmax(bar_height * n + 8.0 + 4.0 * (n == 1),
                line_height * label_lines(plot, row, nan("")) + 4.0);
}

static void put_row(const ore_plot *plot, int row, double top, double height)
{
    const int n = are_parts(plot) ? 1 : plot->n_series;
    double y = top + (height - bar_height * n) / 2.0;
    double sum = 0.0;

    label_lines(plot, row, top + height / 2.0);
    for (int i = 0; i < plot->n_series; i++) {
        const double value = ore_plot_value(plot, i, row);
        const double a = ore_axis_at(&plot->values, sum);
        const double b = ore_axis_at(&plot->values, sum + value);

        ore_plot_bar(plot, i, row, fmin(a, b), y, fabs(b - a), bar_height);
        if (are_parts(plot)) {
            sum += value;
            continue;
        }
        if (plot->drawn->kind == ORE_CHART_BARS) {
            ore_axis exact = plot->values;

            exact.step = 0.01;
            ore_plot_text(plot, b + 5.0, y + 11.0, ORE_START,
                          ore_axis_label(plot, &exact, value));
        }
        y += bar_height;
    }
}

/* Shares end at 100 %. */
static void choose_values(ore_plot *plot)
{
    const ore_quantity quantity =
        plot->drawn->table->columns[plot->series[0]].quantity;
    double low = 0.0, high = 0.0;

    for (int i = 0; i < plot->n_series; i++) {
        for (int row = 0; row < plot->drawn->n_rows; row++) {
            low = fmin(low, ore_plot_value(plot, i, row));
            high = fmax(high, ore_plot_value(plot, i, row));
        }
    }
    plot->values = plot->drawn->kind == ORE_CHART_SWINGS
                       ? ore_axis_between(low, high, quantity)
                       : ore_axis_between(0.0, 1.0, quantity);
}

static void choose_area(ore_plot *plot)
{
    double label = 0.0;

    plot->height = 0.0;
    for (int row = 0; row < plot->drawn->n_rows; row++) {
        const double width = ore_plot_text_width(ore_plot_category(plot, row));

        label = fmax(label, width);
        plot->height += row_height(plot, row);
    }
    plot->left = 14.0 + fmin(label, ore_plot_text_width("0") / 1.06 *
                                        (widest_label + 1.0));
    plot->width = ORE_PLOT_WIDTH - room_right - plot->left;
    plot->values.from = plot->left;
    plot->values.length = plot->width;
}

static void put_axis(ore_plot *plot)
{
    const double end = plot->top + plot->height;
    double value;

    for (int k = 0; ore_axis_mark(&plot->values, k, &value); k++) {
        const double x = ore_axis_at(&plot->values, value);

        ore_plot_line(plot, value == 0.0 ? "axis" : "grid", x, plot->top, x,
                      end);
        ore_plot_text(plot, x, end + 16.0, ORE_MIDDLE,
                      ore_axis_label(plot, &plot->values, value));
    }
    plot->depth = end + 22.0;
    /* The marks have the sign. */
    if (strcmp(plot->drawn->chart->axis, "%") != 0) {
        ore_plot_text(plot, plot->left + plot->width / 2.0, end + 34.0,
                      ORE_MIDDLE, plot->drawn->chart->axis);
        plot->depth = end + 40.0;
    }
}

void ore_plot_bars(ore_plot *plot)
{
    double y = plot->top;

    choose_values(plot);
    choose_area(plot);
    put_axis(plot);
    for (int row = 0; row < plot->drawn->n_rows; row++) {
        const double height = row_height(plot, row);

        put_row(plot, row, y, height);
        y += height;
    }
}
