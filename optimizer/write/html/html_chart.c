/* A chart as a figure: its title, the drawing with a description in words, what
 * its colours and patterns mean. */
#include <stdlib.h>

#include "orefolio/memory.h"
#include "write/html/plot.h"

static void draw(ore_plot *plot)
{
    switch (plot->drawn->kind) {
    case ORE_CHART_BARS:
    case ORE_CHART_PARTS:
    case ORE_CHART_SWINGS: ore_plot_bars(plot); break;
    case ORE_CHART_STACKED:
    case ORE_CHART_WATERFALL:
    case ORE_CHART_COLUMNS: ore_plot_columns(plot); break;
    case ORE_CHART_LINES:
    case ORE_CHART_CURVE: ore_plot_curve(plot); break;
    }
}

/* Stripes in the colour of series i. */
static void put_pattern(const ore_plot *plot, int i)
{
    if (ore_series_is_hatched(plot->drawn, i)) {
        ore_html_put(
            plot->page,
            "<pattern id=\"p%d-%d\" width=\"6\" height=\"6\" "
            "patternUnits=\"userSpaceOnUse\" "
            "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" "
            "fill=\"#fff\"/><rect width=\"3\" height=\"6\" "
            "fill=\"#%06X\"/></pattern>\n",
            plot->page->n_pictures, i, ore_series_colour(i));
    }
}

/* A sample of series i, or past them all of the diamond, and what it means. */
static void put_key(const ore_plot *plot, int i, double x, double y)
{
    if (i == plot->n_series) {
        ore_plot_diamond(plot, x + 6.0, y - 4.0);
        ore_plot_text(plot, x + 20.0, y, ORE_START,
                      ore_book_text(plot->page->book, ORE_TEXT_RECOMMENDED));
        return;
    }
    char *name = ore_picture_series(plot->drawn, plot->series[i]);

    if (ore_series_is_hatched(plot->drawn, i)) {
        ore_html_put(plot->page,
                     "<rect x=\"%.1f\" y=\"%.1f\" width=\"12\" height=\"12\" "
                     "fill=\"url(#p%d-%d)\" stroke=\"#%06X\"/>\n",
                     x, y - 10.0, plot->page->n_pictures, i,
                     ore_series_colour(i));
    } else {
        ore_html_put(plot->page,
                     "<rect x=\"%.1f\" y=\"%.1f\" width=\"12\" height=\"12\" "
                     "fill=\"#%06X\"/>\n",
                     x, y - 10.0, ore_series_colour(i));
    }
    ore_plot_text(plot, x + 18.0, y, ORE_START, name);
    free(name);
}

static double key_width(const ore_plot *plot, int i)
{
    static const double around = 40.0;

    if (i == plot->n_series) {
        return around + ore_plot_text_width(ore_book_text(
                            plot->page->book, ORE_TEXT_RECOMMENDED));
    }
    char *name = ore_picture_series(plot->drawn, plot->series[i]);
    const double width = around + ore_plot_text_width(name);

    free(name);
    return width;
}

/* One after the other, in as many lines as they take. */
static void put_legend(ore_plot *plot)
{
    const int n = plot->n_series + (plot->drawn->kind == ORE_CHART_CURVE);
    double x = plot->left, y = plot->depth + 18.0;

    if (n < 2) {
        return;
    }
    for (int i = 0; i < n; i++) {
        const double width = key_width(plot, i);

        if (ore_picture_is_carrier(plot->drawn, i)) {
            continue;
        }
        if (x > plot->left && x + width > ORE_PLOT_WIDTH) {
            x = plot->left;
            y += 20.0;
        }
        put_key(plot, i, x, y);
        x += width;
    }
    plot->depth = y + 6.0;
}

static void find_series(ore_plot *plot)
{
    const ore_picture *drawn = plot->drawn;

    plot->series =
        ore_alloc(drawn->last - drawn->first + 1, sizeof *plot->series);
    for (int c = drawn->first; c <= drawn->last; c++) {
        if (ore_picture_has_series(drawn, c)) {
            plot->series[plot->n_series++] = c;
        }
    }
}

/* What is within the svg element, which says how deep it is before it is known.
 * The caller frees. */
static char *drawing_of(ore_plot *plot, const ore_page *page)
{
    ore_page inner = *page;
    char *text = NULL;
    size_t size = 0;

    inner.out = open_memstream(&text, &size);
    if (!inner.out) {
        ore_out_of_memory();
    }
    plot->page = &inner;
    for (int i = 0; i < plot->n_series; i++) {
        put_pattern(plot, i);
    }
    draw(plot);
    put_legend(plot);
    const bool is_cut = ferror(inner.out) != 0;

    if (fclose(inner.out) != 0 || is_cut) {
        ore_out_of_memory();
    }
    plot->page = page;
    return text;
}

void ore_html_chart(ore_page *page, const ore_sheet *sheet,
                    const ore_chart *chart)
{
    ore_book *book = page->book;
    const ore_picture seen = ore_picture_of(sheet, chart);
    const char *title = ore_picture_title(&seen);

    if (ore_picture_is_empty(&seen)) {
        return;
    }
    ore_plot plot = {.drawn = &seen, .top = 8.0};
    const int id = page->n_pictures;

    find_series(&plot);
    char *drawing = drawing_of(&plot, page);

    ore_html_put(page, "<figure>\n");
    ore_html_element(page, "figcaption", title);
    ore_html_open_scroll(page, "aria-label", title);
    ore_html_put(page,
                 "<svg role=\"img\" aria-labelledby=\"t%d d%d\" viewBox=\"0 0 "
                 "%d %.0f\">\n<title id=\"t%d\">",
                 id, id, ORE_PLOT_WIDTH, plot.depth + 4.0, id);
    ore_html_text(page, title);
    ore_html_put(page, "</title>\n<desc id=\"d%d\">", id);
    ore_html_text(page, ore_book_compose(book, ORE_TEXT_HTML_CHART,
                                         ore_html_caption(sheet, seen.table)));
    ore_html_put(page, "</desc>\n");
    fputs(drawing, page->out);
    ore_html_put(page, "</svg>\n");
    ore_html_close_scroll(page);
    ore_html_put(page, "</figure>\n");
    free(drawing);
    free(plot.series);
    page->n_pictures++;
}
