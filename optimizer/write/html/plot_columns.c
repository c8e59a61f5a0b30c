/* Columns over a few categories, mostly years: amounts on top of each other or
 * side by side. */
#include <math.h>

#include "write/html/plot.h"

static bool are_stacked(const ore_plot *plot)
{
    return plot->drawn->kind == ORE_CHART_STACKED ||
           plot->drawn->kind == ORE_CHART_WATERFALL;
}

static void choose_values(ore_plot *plot)
{
    double most = 0.0;

    for (int row = 0; row < plot->drawn->n_rows; row++) {
        double sum = 0.0;

        for (int i = 0; i < plot->n_series; i++) {
            const double value = ore_plot_value(plot, i, row);

            sum = are_stacked(plot) ? sum + value : fmax(sum, value);
        }
        most = fmax(most, sum);
    }
    plot->values = ore_axis_between(
        0.0, most, plot->drawn->table->columns[plot->series[0]].quantity);
}

static void put_axis(ore_plot *plot)
{
    double value, label = 0.0;

    for (int k = 0; ore_axis_mark(&plot->values, k, &value); k++) {
        label = fmax(label, ore_plot_text_width(
                                ore_axis_label(plot, &plot->values, value)));
    }
    ore_plot_upright(plot, label + 16.0, 10.0);
}

static void put_stack(const ore_plot *plot, int row, double x, double width)
{
    double sum = 0.0;

    for (int i = 0; i < plot->n_series; i++) {
        const double below = ore_axis_at(&plot->values, sum);

        sum += ore_plot_value(plot, i, row);
        const double above = ore_axis_at(&plot->values, sum);

        if (!ore_picture_is_carrier(plot->drawn, i)) {
            ore_plot_bar(plot, i, row, x, above, width, below - above);
        }
    }
}

static void put_beside(const ore_plot *plot, int row, double x, double width)
{
    const double zero = ore_axis_at(&plot->values, 0.0);

    for (int i = 0; i < plot->n_series; i++) {
        const double y =
            ore_axis_at(&plot->values, ore_plot_value(plot, i, row));

        ore_plot_bar(plot, i, row, x + i * width / plot->n_series, y,
                     width / plot->n_series, zero - y);
    }
}

/* Names that do not fit beside each other are left out evenly. */
static int names_apart(const ore_plot *plot, double pitch)
{
    double widest = 0.0;

    for (int row = 0; row < plot->drawn->n_rows; row++) {
        widest = fmax(widest,
                      ore_plot_text_width(ore_plot_category(plot, row)) + 8.0);
    }
    return (int)fmax(1.0, ceil(widest / pitch));
}

void ore_plot_columns(ore_plot *plot)
{
    choose_values(plot);
    put_axis(plot);
    const double pitch = plot->width / plot->drawn->n_rows;
    const double width = fmin(pitch * 0.62, 90.0);
    const double end = plot->top + plot->height;
    const int apart = names_apart(plot, pitch);

    for (int row = 0; row < plot->drawn->n_rows; row++) {
        const double middle = plot->left + pitch * (row + 0.5);

        if (are_stacked(plot)) {
            put_stack(plot, row, middle - width / 2.0, width);
        } else {
            put_beside(plot, row, middle - width / 2.0, width);
        }
        if (row % apart == 0) {
            ore_plot_text(plot, middle, end + 18.0, ORE_MIDDLE,
                          ore_plot_category(plot, row));
        }
    }
    plot->depth = end + 26.0;
}
