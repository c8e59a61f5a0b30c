/* See plot.h. */
#include "write/html/plot.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "write/book/layout.h"

/* A digit of 12 units, as text_width.c measures it. */
static const double units_per_width = 6.3;

double ore_plot_text_width(const char *text)
{
    return units_per_width * ore_text_width(text);
}

void ore_plot_text(const ore_plot *plot, double x, double y, ore_anchor anchor,
                   const char *text)
{
    static const char *const anchors[] = {"", " text-anchor=\"middle\"",
                                          " text-anchor=\"end\""};

    ore_html_put(plot->page, "<text x=\"%.1f\" y=\"%.1f\"%s>", x, y,
                 anchors[anchor]);
    ore_html_text(plot->page, text);
    ore_html_put(plot->page, "</text>\n");
}

void ore_plot_line(const ore_plot *plot, const char *class, double x1,
                   double y1, double x2, double y2)
{
    ore_html_put(plot->page,
                 "<path class=\"%s\" d=\"M%.1f %.1fL%.1f %.1f\"/>\n", class, x1,
                 y1, x2, y2);
}

double ore_plot_value(const ore_plot *plot, int i, int row)
{
    return ore_picture_value(plot->drawn, row, plot->series[i]);
}

const char *ore_plot_category(const ore_plot *plot, int row)
{
    const ore_sheet_table *table = plot->drawn->table;
    const ore_sheet_cell *cell =
        &table->cells[(plot->drawn->chart->first_row + row) * table->n_columns +
                      plot->drawn->category];

    if (!cell->is_number) {
        return cell->text ? cell->text : "";
    }
    char *shown = ore_text_of_number(cell->number, cell->quantity);
    const char *kept = ore_book_print(plot->page->book, "%s", shown);

    free(shown);
    return kept;
}

static void put_tooltip(const ore_plot *plot, int i, int row)
{
    const ore_sheet_table *table = plot->drawn->table;
    const int column = plot->series[i];
    char *series = ore_picture_series(plot->drawn, column);
    char *shown = ore_text_of_number(ore_plot_value(plot, i, row),
                                     table->columns[column].quantity);
    char *text =
        ore_print("%s: %s, %s", ore_plot_category(plot, row), series, shown);

    ore_html_put(plot->page, "<title>");
    ore_html_text(plot->page, text);
    ore_html_put(plot->page, "</title>");
    free(series);
    free(shown);
    free(text);
}

void ore_plot_bar(const ore_plot *plot, int i, int row, double x, double y,
                  double width, double height)
{
    const bool is_hatched = ore_series_is_hatched(plot->drawn, i);
    const unsigned colour = ore_series_colour(i);

    if (width < 0.05 || height < 0.05) {
        return;
    }
    ore_html_put(plot->page,
                 "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
                 "height=\"%.1f\" ",
                 x, y, width, height);
    if (is_hatched) {
        ore_html_put(plot->page, "fill=\"url(#p%d-%d)\" stroke=\"#%06X\">",
                     plot->page->n_pictures, i, colour);
    } else {
        ore_html_put(plot->page, "fill=\"#%06X\" stroke=\"#fff\">", colour);
    }
    put_tooltip(plot, i, row);
    ore_html_put(plot->page, "</rect>\n");
}

void ore_plot_diamond(const ore_plot *plot, double x, double y)
{
    ore_html_put(plot->page,
                 "<path d=\"M%.1f %.1fl8 8-8 8-8-8z\" fill=\"#%06X\" "
                 "stroke=\"#fff\"/>\n",
                 x, y - 8.0, ore_series_colour(2));
}

ore_axis ore_axis_between(double low, double high, ore_quantity quantity)
{
    static const double marks = 6.0;
    const double span = high > low ? high - low : 1.0;
    const double rough = span / marks;
    const double power = pow(10.0, floor(log10(rough)));
    const double first = rough / power;
    const double step = power * (first <= 1.0   ? 1.0
                                 : first <= 2.0 ? 2.0
                                 : first <= 5.0 ? 5.0
                                                : 10.0);
    /* A value on a mark is not a step beyond it. */
    static const double slack = 1e-9;

    return (ore_axis){.low = step * floor(low / step + slack),
                      .high = step * ceil((low + span) / step - slack),
                      .step = step,
                      .quantity = quantity};
}

double ore_axis_at(const ore_axis *axis, double value)
{
    return axis->from +
           axis->length * (value - axis->low) / (axis->high - axis->low);
}

bool ore_axis_mark(const ore_axis *axis, int k, double *value)
{
    *value = axis->low + k * axis->step;
    if (fabs(*value) < 1e-9 * axis->step) {
        *value = 0.0;
    }
    return *value <= axis->high + 1e-6 * axis->step;
}

const char *ore_axis_label(const ore_plot *plot, const ore_axis *axis,
                           double value)
{
    ore_book *book = plot->page->book;
    const bool is_share = axis->quantity == ORE_SHARE;
    const double unit = is_share ? 100.0 : 1.0;
    const double places = ceil(-log10(axis->step * unit) - 1e-9);
    const int decimals = places > 0.0 ? (int)places : 0;

    return axis->quantity == ORE_YEAR
               ? ore_book_digits(book, (int)lround(value))
               : ore_book_print(book, "%s%s",
                                ore_book_number(book, unit * value, decimals),
                                is_share ? "%" : "");
}

void ore_plot_upright(ore_plot *plot, double left, double right)
{
    static const double height = 260.0, title = 22.0;
    double value;

    plot->top += title;
    plot->height = height;
    plot->left = left;
    plot->width = ORE_PLOT_WIDTH - right - left;
    plot->values.from = plot->top + plot->height;
    plot->values.length = -plot->height;
    ore_plot_text(plot, 4.0, plot->top - 12.0, ORE_START,
                  plot->drawn->chart->axis);
    for (int k = 0; ore_axis_mark(&plot->values, k, &value); k++) {
        const double y = ore_axis_at(&plot->values, value);

        ore_plot_line(plot, k == 0 ? "axis" : "grid", plot->left, y,
                      plot->left + plot->width, y);
        ore_plot_text(plot, plot->left - 8.0, y + 4.0, ORE_END,
                      ore_axis_label(plot, &plot->values, value));
    }
}
