/* Charts of the workbook. They draw cells of values, never of formulas. */
#include <math.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include "orefolio/memory.h"
#include "write/book/layout.h"
#include "write/book/picture.h"
#include "write/xlsx/safe_text.h"
#include "write/xlsx/xlsx_pen.h"

static void note(ore_pen *pen, lxw_error error)
{
    pen->failures += error != LXW_NO_ERROR;
}

static void paint_series(lxw_chart_series *series, int i, bool is_hatched)
{
    lxw_chart_line outline = {.color = LXW_COLOR_WHITE, .width = 0.75f};

    if (is_hatched) {
        lxw_chart_pattern pattern = {
            .fg_color = ore_series_colour(i),
            .bg_color = LXW_COLOR_WHITE,
            .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL};

        outline.color = ore_series_colour(i);
        chart_series_set_pattern(series, &pattern);
    } else {
        lxw_chart_fill fill = {.color = ore_series_colour(i)};

        chart_series_set_fill(series, &fill);
    }
    chart_series_set_line(series, &outline);
}

/* The points of a frontier, joined in their order or not at all. */
static void paint_line(lxw_chart_series *series, int i, bool is_joined)
{
    lxw_chart_line line = {.color = ore_series_colour(i), .width = 2.0f};
    lxw_chart_line no_line = {.none = LXW_TRUE};
    lxw_chart_fill fill = {.color = ore_series_colour(i)};

    chart_series_set_line(series, is_joined ? &line : &no_line);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(series, 6);
    chart_series_set_marker_fill(series, &fill);
    chart_series_set_marker_line(series, &line);
}

/* What only carries others. */
static void paint_nothing(lxw_chart_series *series)
{
    lxw_chart_line no_line = {.none = LXW_TRUE};
    lxw_chart_fill no_fill = {.none = LXW_TRUE};

    chart_series_set_line(series, &no_line);
    chart_series_set_fill(series, &no_fill);
}

/* What looks like a formula is never handed over as a text. */
static void name_series(lxw_chart_series *series, const ore_picture *drawn,
                        int column)
{
    char *name = ore_picture_series(drawn, column);
    char *safe = ore_safe_text(name);

    if (*safe == '=') {
        chart_series_set_name_range(
            series, ore_book_text(drawn->sheet->book, drawn->sheet->name),
            (lxw_row_t)drawn->table->top, (lxw_col_t)column);
    } else {
        chart_series_set_name(series, safe);
    }
    free(name);
    free(safe);
}

/* The columns of a table that have something to show become series; of bars
 * the first is hatched: before, beside after. */
static void add_series(lxw_chart *chart, const ore_picture *drawn)
{
    const ore_sheet_table *table = drawn->table;
    const char *name = ore_book_text(drawn->sheet->book, drawn->sheet->name);
    const lxw_row_t first =
        (lxw_row_t)(table->top + 1 + drawn->chart->first_row);
    const lxw_row_t last = first + (lxw_row_t)(drawn->n_rows - 1);
    int n = 0;

    for (int c = drawn->first; c <= drawn->last; c++) {
        if (!ore_picture_has_series(drawn, c)) {
            continue;
        }
        lxw_chart_series *series = chart_add_series(chart, NULL, NULL);

        chart_series_set_categories(series, name, first,
                                    (lxw_col_t)drawn->category, last,
                                    (lxw_col_t)drawn->category);
        chart_series_set_values(series, name, first, (lxw_col_t)c, last,
                                (lxw_col_t)c);
        name_series(series, drawn, c);
        if (drawn->kind == ORE_CHART_CURVE || drawn->kind == ORE_CHART_LINES) {
            paint_line(series, n, !drawn->chart->is_apart);
        } else if (drawn->kind == ORE_CHART_WATERFALL && n == 0) {
            paint_nothing(series);
        } else {
            paint_series(series, n, ore_series_is_hatched(drawn, n));
        }
        n++;
    }
}

/* The row of a curve that is told apart: a diamond over its point. */
static void add_diamond(lxw_chart *chart, const ore_picture *drawn)
{
    const char *name = ore_book_text(drawn->sheet->book, drawn->sheet->name);
    const lxw_row_t row =
        (lxw_row_t)(drawn->table->top + 1 + drawn->chart->diamond_row);
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    lxw_chart_line no_line = {.none = LXW_TRUE};
    lxw_chart_line edge = {.color = ore_series_colour(2), .width = 1.5f};
    lxw_chart_fill fill = {.color = ore_series_colour(2)};

    chart_series_set_categories(series, name, row, (lxw_col_t)drawn->category,
                                row, (lxw_col_t)drawn->category);
    chart_series_set_values(series, name, row, (lxw_col_t)drawn->first, row,
                            (lxw_col_t)drawn->first);
    chart_series_set_name(
        series, ore_book_text(drawn->sheet->book, ORE_TEXT_RECOMMENDED));
    chart_series_set_line(series, &no_line);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_DIAMOND);
    chart_series_set_marker_size(series, 13);
    chart_series_set_marker_fill(series, &fill);
    chart_series_set_marker_line(series, &edge);
}

/* Axes of bars that lie: the first row on top. Shares end at 100 %; swings
 * stand on both sides of 0, their names at the edge. */
static void dress_bars(lxw_chart *chart, const ore_picture *drawn)
{
    const bool are_swings = drawn->kind == ORE_CHART_SWINGS;

    chart_axis_major_gridlines_set_visible(chart->y_axis, LXW_FALSE);
    chart_axis_set_reverse(chart->y_axis);
    chart_axis_set_crossing_max(chart->y_axis);
    chart_set_series_gap(chart, 50);
    if (are_swings) {
        chart_axis_set_label_position(chart->y_axis,
                                      LXW_CHART_AXIS_LABEL_POSITION_LOW);
        /* Side by side: both may lie on one side of 0. */
        chart_set_series_overlap(chart, 0);
    } else {
        chart_axis_set_min(chart->x_axis, 0.0);
        chart_axis_set_max(chart->x_axis, 1.0);
    }
}

static void dress_curve(lxw_chart *chart, const ore_picture *drawn)
{
    const ore_sheet_table *table = drawn->table;
    lxw_chart_line grid = {.color = 0xD9D9D9, .width = 0.75f};
    char *heading = ore_safe_text(table->columns[drawn->category].heading);

    chart_axis_set_name(chart->x_axis, heading);
    chart_axis_set_num_format(chart->x_axis, "#,##0");
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(chart->x_axis, &grid);
    free(heading);
}

/* How the values' axis writes its numbers. */
static const char *number_format(const ore_picture *drawn)
{
    const ore_sheet_table *table = drawn->table;

    switch (table->columns[drawn->first].quantity) {
    case ORE_SHARE: return "0%";
    case ORE_SCORE: return "0.0##";
    default: return "#,##0";
    }
}

/* A single series has its name in title and axis, and what carries others has
 * none to show. */
static void dress_legend(lxw_chart *chart, const ore_picture *drawn)
{
    int16_t carrier[] = {0, -1};

    if (drawn->kind == ORE_CHART_WATERFALL) {
        chart_legend_delete_series(chart, carrier);
    }
    chart_legend_set_position(chart, drawn->first == drawn->last &&
                                             drawn->kind != ORE_CHART_CURVE
                                         ? LXW_CHART_LEGEND_NONE
                                         : LXW_CHART_LEGEND_BOTTOM);
}

static void dress_chart(lxw_chart *chart, const ore_picture *drawn)
{
    lxw_chart_font title = {.size = 12.0, .bold = LXW_TRUE};
    lxw_chart_line grid = {.color = 0xD9D9D9, .width = 0.75f};
    /* In a chart of bars the library calls the values' axis x. */
    lxw_chart_axis *values =
        ore_picture_has_bars(drawn) ? chart->x_axis : chart->y_axis;

    const char *name = ore_picture_title(drawn);

    /* The library takes what begins so for a formula. */
    chart_title_set_name(
        chart,
        *name == '=' ? ore_book_print(drawn->sheet->book, " %s", name) : name);
    chart_title_set_name_font(chart, &title);
    dress_legend(chart, drawn);
    chart_axis_set_name(values, drawn->chart->axis);
    chart_axis_set_num_format(values, number_format(drawn));
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    if (ore_picture_has_bars(drawn)) {
        dress_bars(chart, drawn);
        return;
    }
    if (drawn->kind != ORE_CHART_CURVE || !ore_picture_has_negative(drawn)) {
        chart_axis_set_min(values, 0.0);
    }
    if (drawn->table->columns[drawn->first].quantity == ORE_SHARE) {
        chart_axis_set_max(values, 1.0);
    }
    if (drawn->kind == ORE_CHART_CURVE) {
        dress_curve(chart, drawn);
    } else {
        chart_set_series_gap(chart, 60);
    }
}

/* Where a chart goes and how large it is, in pixels of a common screen; the
 * row under it. */
static int place_chart(ore_pen *pen, const ore_picture *drawn, lxw_chart *chart,
                       int row)
{
    ore_book *book = drawn->sheet->book;
    const ore_sheet_table *table = drawn->table;
    const double height = ore_chart_height(drawn->kind, drawn->n_rows);
    char *description =
        ore_copy(ore_book_compose(book, ORE_TEXT_CHART_DESCRIPTION,
                                  ore_book_text(book, drawn->sheet->name),
                                  ore_picture_title(drawn), table->def->name));
    lxw_chart_options options = {.x_scale = 800.0 / 480.0,
                                 .y_scale = height / 288.0,
                                 /* Clear of the edge of a page. */
                                 .y_offset = 3,
                                 .object_position = 2,
                                 .description = description};

    note(pen, worksheet_insert_chart_opt(pen->sheet, (lxw_row_t)row, 0, chart,
                                         &options));
    free(description);
    return row + (int)ceil(height / ORE_ROW_PIXELS) + 1;
}

static const uint8_t library_kinds[] = {
    [ORE_CHART_BARS] = LXW_CHART_BAR,
    [ORE_CHART_PARTS] = LXW_CHART_BAR_STACKED,
    [ORE_CHART_SWINGS] = LXW_CHART_BAR,
    [ORE_CHART_CURVE] = LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS,
    [ORE_CHART_STACKED] = LXW_CHART_COLUMN_STACKED,
    [ORE_CHART_COLUMNS] = LXW_CHART_COLUMN,
    [ORE_CHART_LINES] = LXW_CHART_LINE,
    [ORE_CHART_WATERFALL] = LXW_CHART_COLUMN_STACKED};

void ore_pen_charts(ore_pen *pen, const ore_sheet *sheet)
{
    int row = ore_sheet_rows(sheet) + 1;

    for (int i = 0; i < sheet->n_charts; i++) {
        const ore_picture seen = ore_picture_of(sheet, &sheet->charts[i]),
                          *drawn = &seen;

        if (ore_picture_is_empty(drawn)) {
            continue;
        }
        lxw_chart *chart =
            workbook_add_chart(pen->workbook, library_kinds[drawn->kind]);

        if (!chart) {
            pen->failures++;
            return;
        }
        add_series(chart, drawn);
        if (drawn->kind == ORE_CHART_CURVE) {
            add_diamond(chart, drawn);
        }
        dress_chart(chart, drawn);
        if (drawn->chart->row > 0) {
            (void)place_chart(pen, drawn, chart, drawn->chart->row);
        } else {
            row = place_chart(pen, drawn, chart, row);
        }
    }
}
