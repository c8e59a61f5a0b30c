/* Points over the numbers of a column, joined in their order; of a curve a
 * diamond marks the row that is told apart. */
#include <math.h>

#include "write/html/plot.h"

/* The numbers of the category, which stand along the foot. */
static double across(const ore_plot *plot, int row)
{
    return ore_picture_value(plot->drawn, row, plot->drawn->category);
}

static void choose_values(ore_plot *plot)
{
    const ore_quantity quantity =
        plot->drawn->table->columns[plot->series[0]].quantity;
    double low = HUGE_VAL, high = -HUGE_VAL;

    for (int i = 0; i < plot->n_series; i++) {
        for (int row = 0; row < plot->drawn->n_rows; row++) {
            low = fmin(low, ore_plot_value(plot, i, row));
            high = fmax(high, ore_plot_value(plot, i, row));
        }
    }
    plot->values =
        quantity == ORE_SHARE
            ? ore_axis_between(fmin(low, 0.0), fmax(high, 1.0), quantity)
            : ore_axis_between(ore_picture_has_negative(plot->drawn) ? low
                                                                     : 0.0,
                               high, quantity);
}

static ore_axis foot_of(const ore_plot *plot)
{
    double low = HUGE_VAL, high = -HUGE_VAL;

    for (int row = 0; row < plot->drawn->n_rows; row++) {
        low = fmin(low, across(plot, row));
        high = fmax(high, across(plot, row));
    }
    ore_axis axis = ore_axis_between(
        low, high, plot->drawn->table->columns[plot->drawn->category].quantity);

    axis.from = plot->left;
    axis.length = plot->width;
    return axis;
}

static void put_foot(ore_plot *plot, const ore_axis *foot)
{
    const double end = plot->top + plot->height;
    double value;

    for (int k = 0; ore_axis_mark(foot, k, &value); k++) {
        const double x = ore_axis_at(foot, value);

        ore_plot_line(plot, k == 0 ? "axis" : "grid", x, plot->top, x, end);
        ore_plot_text(plot, x, end + 16.0, ORE_MIDDLE,
                      ore_axis_label(plot, foot, value));
    }
    ore_plot_text(plot, plot->left + plot->width / 2.0, end + 34.0, ORE_MIDDLE,
                  plot->drawn->table->columns[plot->drawn->category].heading);
    plot->depth = end + 40.0;
}

static void join_points(const ore_plot *plot, const ore_axis *foot, int i)
{
    ore_html_put(plot->page,
                 "<path fill=\"none\" stroke=\"#%06X\" stroke-width=\"2\" d=\"",
                 ore_series_colour(i));
    for (int row = 0; row < plot->drawn->n_rows; row++) {
        ore_html_put(plot->page, "%c%.1f %.1f", row > 0 ? 'L' : 'M',
                     ore_axis_at(foot, across(plot, row)),
                     ore_axis_at(&plot->values, ore_plot_value(plot, i, row)));
    }
    ore_html_put(plot->page, "\"/>\n");
}

static void put_points(const ore_plot *plot, const ore_axis *foot, int i)
{
    if (!plot->drawn->chart->is_apart) {
        join_points(plot, foot, i);
    }
    for (int row = 0; row < plot->drawn->n_rows; row++) {
        ore_html_put(plot->page,
                     "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" "
                     "fill=\"#%06X\"/>\n",
                     ore_axis_at(foot, across(plot, row)),
                     ore_axis_at(&plot->values, ore_plot_value(plot, i, row)),
                     ore_series_colour(i));
    }
}

void ore_plot_curve(ore_plot *plot)
{
    const int row = plot->drawn->chart->diamond_row;

    choose_values(plot);
    ore_plot_upright(plot, 72.0, 40.0);
    const ore_axis foot = foot_of(plot);

    put_foot(plot, &foot);
    for (int i = 0; i < plot->n_series; i++) {
        put_points(plot, &foot, i);
    }
    if (plot->drawn->kind == ORE_CHART_CURVE) {
        ore_plot_diamond(
            plot, ore_axis_at(&foot, across(plot, row)),
            ore_axis_at(&plot->values, ore_plot_value(plot, 0, row)));
    }
}
